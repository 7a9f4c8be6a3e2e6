import { sharedServices } from '../src/language/file-store.ts';
import { parse } from '../src/language/parser.ts';
import { Workspace } from '../src/language/workspace.ts';
import { measure, print } from './measure.ts';
import { LangiumDefaults } from './peers.ts';
import { projectTexts } from './texts.ts';

const TODAY = '2016-06-30';

/** What reading and checking costs, as a multiple of parsing the same text once, beside Langium as it comes. */
export async function benchLanguage(): Promise<void> {
  await full(10_000, 1, 12);
  await edit(10_000, 1, 12);
  await edit(100_000, 100, 12);
}

async function full(lines: number, files: number, turns: number): Promise<void> {
  const texts = projectTexts(lines, files);
  const peer = new LangiumDefaults();
  const results = await measure(
    [
      { name: 'parsing alone', run: () => texts.map(({ text }) => parse(sharedServices(), text).tree) },
      { name: 'ours, read, linked and checked', run: () => checked(texts) },
      { name: 'Langium as it comes', run: () => peer.build(texts) },
    ],
    turns,
  );
  print(`A project of ${lines} lines in ${files} files, from scratch`, results, 'parsing alone');
}

/** One more letter in the last file, until everything is checked again. */
async function edit(lines: number, files: number, turns: number): Promise<void> {
  const texts = projectTexts(lines, files);
  const last = texts.at(-1)!;
  const edited = (turn: number): string => last.text.replace('Stage 5 of', `Stage ${turn} of`);
  const workspace = filled(texts);
  const peer = new LangiumDefaults();
  await peer.build(texts);
  const results = await measure(
    [
      { name: 'parsing the file alone', run: (turn) => parse(sharedServices(), edited(turn)).tree },
      {
        name: 'ours, edit to findings',
        run: (turn) => {
          workspace.set(last.uri, edited(turn));
          return workspace.projects(TODAY);
        },
      },
      { name: 'Langium as it comes', run: (turn) => peer.edit(last.uri, edited(turn)) },
    ],
    turns,
  );
  print(`An edit in a project of ${lines} lines in ${files} files`, results, 'parsing the file alone');
}

const checked = (texts: Parameters<typeof filled>[0]) => filled(texts).projects(TODAY);

function filled(texts: readonly { readonly uri: string; readonly text: string }[]): Workspace {
  const workspace = new Workspace('file:///bench');
  for (const { uri, text } of texts) workspace.set(uri, text);
  workspace.projects(TODAY);
  return workspace;
}
