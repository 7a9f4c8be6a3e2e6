import { commands, Disposable, l10n, languages, window } from 'vscode';
import {
  type Counts,
  FINDINGS,
  type FindingsParams,
  type FindingsResult,
  HEALTH,
  type HealthParams,
  type HealthResult,
} from '../../protocol/findings.ts';
import { type LanguageClientOwner, pathwayTexts } from '../client.ts';
import { Again } from './again.ts';
import { numbers } from './numbers.ts';
import { FileHealth } from './status.ts';
import { FindingsTree } from './tree.ts';

/** How long the text rests before the list follows it, in milliseconds: nobody reads it while typing. */
const rest = 300;

/** Adds the list of findings in the side bar, and the health of the file in the status bar. */
export function registerFindings(owner: LanguageClientOwner): Disposable {
  const tree = new FindingsTree();
  const view = window.createTreeView('care-pathways.findings', { treeDataProvider: tree, showCollapseAll: true });
  const health = new FileHealth();
  let wish: FindingsParams = { by: 'pathway', filter: '' };

  const list = new Again(async () => {
    if (!view.visible) return;
    const asked = wish;
    const result = await owner.client.sendRequest<FindingsResult>(FINDINGS, asked);
    tree.show(result, asked.by);
    view.message = messageOf(asked, result);
  }, rest);

  const counts = new Again(async () => {
    const editor = window.activeTextEditor;
    const ours = editor && languages.match(pathwayTexts, editor.document) > 0;
    const params: HealthParams = ours ? { uri: editor.document.uri.toString() } : {};
    const { file, all } = await owner.client.sendRequest<HealthResult>(HEALTH, params);
    health.show(file);
    view.badge = badgeOf(all);
  }, rest);

  const wanted = (change: Partial<FindingsParams>) => {
    wish = { ...wish, ...change };
    void commands.executeCommand('setContext', 'care-pathways.filtered', wish.filter !== '');
    list.soon();
  };
  wanted({});
  const changed = () => {
    list.soon();
    counts.soon();
  };

  return Disposable.from(
    window.registerFileDecorationProvider(numbers),
    view,
    tree,
    health,
    list,
    counts,
    owner.onChanged(changed),
    owner.onFailed(() => health.show(null)),
    view.onDidChangeVisibility(() => list.soon()),
    window.onDidChangeActiveTextEditor(() => counts.soon()),
    commands.registerCommand('care-pathways.findings.byPathway', () => wanted({ by: 'pathway' })),
    commands.registerCommand('care-pathways.findings.byRule', () => wanted({ by: 'rule' })),
    commands.registerCommand('care-pathways.findings.byOrganisation', () => wanted({ by: 'organisation' })),
    commands.registerCommand('care-pathways.findings.filter', async () => {
      const filter = await askForWords(wish.filter);
      if (filter !== undefined) wanted({ filter });
    }),
    commands.registerCommand('care-pathways.findings.clearFilter', () => wanted({ filter: '' })),
  );
}

function askForWords(value: string): Thenable<string | undefined> {
  return window.showInputBox({
    title: l10n.t('Filter Findings'),
    prompt: l10n.t('Words that a finding must hold: of its text, its pathway, its rule or its organisation.'),
    value,
  });
}

/** Above the list: what is left out of it. Where nothing is left in, the view has a word of welcome instead. */
function messageOf({ filter }: FindingsParams, { shown, total }: FindingsResult): string | undefined {
  if (shown === 0) return undefined;
  const filtered = filter === '' ? [] : [l10n.t('Only with: {0}.', filter)];
  const cut = shown < total ? [l10n.t('The first {0} of {1}: filter to find others.', shown, total)] : [];
  return [...filtered, ...cut].join(' ') || undefined;
}

/** What somebody should look at, in all files together. */
function badgeOf({ error, warning }: Counts): { value: number; tooltip: string } | undefined {
  const value = error + warning;
  return value === 0 ? undefined : { value, tooltip: l10n.t('Errors and warnings: {0}', value) };
}
