import type { CheckedProject } from '../../language/checker.ts';
import { groupBy } from '../../model/group.ts';
import { comparePlaces } from '../../model/place.ts';
import { labelOf } from '../../model/project.ts';
import type { EntryKind, FindingGroup, FindingsParams, FindingsResult, Grouping } from '../../protocol/findings.ts';
import { mergeFindings } from '../../rules/merge.ts';
import { ruleTitles } from '../../rules/titles.ts';
import { type Item, itemsOf } from './items.ts';

/** More than this nobody reads; a filter brings what one is looking for. */
export const mostEntries = 2000;

/** The gravest first, then what the authors wrote down, then what is settled. */
const order: readonly EntryKind[] = ['error', 'warning', 'info', 'question', 'gap', 'risk', 'accepted'];

/** The list of findings of all projects. What one element lacks is one entry, unless rules are what it is grouped by. */
export function listFindings(
  projects: readonly CheckedProject[],
  { by, filter }: FindingsParams,
  today: string,
): FindingsResult {
  const wanted = holdsAll(filter);
  const items = projects
    .flatMap((checked) => itemsOf(checked, by === 'rule' ? checked.findings : mergeFindings(checked.findings), today))
    .filter(wanted)
    .toSorted(compareItems);
  const shown = items.slice(0, mostEntries);
  const heads = new Map<string, Head>();
  const keyed = shown.flatMap((item) =>
    headsOf(item, by).map((head) => {
      heads.set(head.key, head);
      return { key: head.key, entry: item.entry };
    }),
  );
  const groups = [...groupBy(keyed, ({ key }) => key)].map(([key, all]): FindingGroup => {
    const { rank, project, ...head } = heads.get(key)!;
    return { ...head, beside: projects.length > 1 ? project : '', entries: all.map(({ entry }) => entry) };
  });
  const sorted = groups.toSorted((a, b) => compareHeads(heads.get(a.key)!, heads.get(b.key)!));
  return { groups: sorted, shown: shown.length, total: items.length };
}

/** A group without its entries. */
interface Head extends Pick<FindingGroup, 'kind' | 'key' | 'label'> {
  /** Groups of the same rank are in the order of their labels. */
  readonly rank: number;
  readonly project: string;
}

function headsOf(item: Item, by: Grouping): readonly Head[] {
  switch (by) {
    case 'pathway':
      return [ofPathway(item)];
    case 'rule':
      return [ofRule(item)];
    case 'organisation':
      return item.organisations.length > 0
        ? item.organisations.map((name) => ofOrganisation(item, name))
        : [{ kind: 'no-organisation', key: 'no-organisation', label: '', rank: 1, project: '' }];
  }
}

function ofPathway({ checked, pathway, entry }: Item): Head {
  const project = titleOf(checked);
  const known = pathway === undefined ? at(checked, entry) : checked.project.pathways.get(pathway);
  const key = `${checked.folder}#${known?.name ?? ''}`;
  if (!known) return { kind: 'no-pathway', key, label: '', rank: 1, project };
  return { kind: 'pathway', key, label: labelOf(known), rank: 0, project };
}

/** What cannot be read and unknown names are found by no rule, and still stand in a pathway. */
function at({ own }: CheckedProject, { place }: Item['entry']) {
  const declarations = own.find(({ uri }) => uri === place.file)?.reading.model.declarations ?? [];
  return declarations
    .filter((declaration) => declaration.kind === 'pathway')
    .find((pathway) => pathway.place.line <= place.line && place.line <= pathway.place.endLine);
}

const ranks: ReadonlyMap<string, number> = new Map([...ruleTitles.keys()].map((name, rank) => [name, rank]));

function ofRule({ rule, entry }: Item): Head {
  if (rule !== undefined) {
    return {
      kind: 'rule',
      key: rule,
      label: ruleTitles.get(rule) ?? rule,
      rank: ranks.get(rule) ?? ranks.size,
      project: '',
    };
  }
  const kind = entry.kind === 'question' ? 'questions' : entry.kind === 'risk' ? 'risks' : 'gaps';
  return { kind, key: kind, label: '', rank: ranks.size + 1 + order.indexOf(entry.kind), project: '' };
}

/** Organisations of the same name are one where several projects share a register. */
function ofOrganisation({ checked }: Item, name: string): Head {
  const organisation = checked.project.organisations.get(name) ?? { name };
  return { kind: 'organisation', key: `organisation ${name}`, label: labelOf(organisation), rank: 0, project: '' };
}

function titleOf({ project }: CheckedProject): string {
  return project.declaration ? labelOf(project.declaration) : project.name;
}

function compareItems(a: Item, b: Item): number {
  return order.indexOf(a.entry.kind) - order.indexOf(b.entry.kind) || comparePlaces(a.entry.place, b.entry.place);
}

function compareHeads(a: Head, b: Head): number {
  return a.rank - b.rank || a.label.localeCompare(b.label, 'en') || (a.key < b.key ? -1 : 1);
}

/** Whether an entry holds all the words, wherever in what is known of it. */
function holdsAll(filter: string): (item: Item) => boolean {
  const words = filter.toLowerCase().split(/\s+/).filter(Boolean);
  if (words.length === 0) return () => true;
  return ({ entry, checked: { project }, pathway = '', rule = '', organisations }) => {
    const bodies = organisations.flatMap((name) => [name, project.organisations.get(name)?.label ?? '']);
    const label = project.pathways.get(pathway)?.label ?? '';
    const known = [entry.kind, entry.text, entry.beside, pathway, label, rule, ruleTitles.get(rule) ?? '', ...bodies];
    const text = known.join('\n').toLowerCase();
    return words.every((word) => text.includes(word));
  };
}
