import type { Block, Data, Pathway } from './data.ts';
import { standing, statusOf, valuesOf } from './data.ts';
import { everyIssue, issueRow, nameIn, type Owner, words } from './findings.ts';
import type { Names, WantedRow } from './words.ts';
import { inPathway } from './words.ts';

/** The gaps that are raised, with what is confirmed to be absent there, then what else is confirmed to be absent. */
export function gaps(data: Data, names: Names): readonly WantedRow[] {
  const raised = everyIssue(data).filter(({ issue }) => issue.kind === 'gap');
  const told = new Map(raised.map(({ issue }) => [issue, [] as string[]]));
  const alone: WantedRow[] = [];
  // What is closed lacks nothing today.
  for (const pathway of data.pathways.filter((one) => statusOf(one) !== 'closed'))
    for (const owner of [
      pathway,
      ...pathway.stages.filter((stage) => statusOf(pathway, stage) !== 'closed'),
      ...[...pathway.transitions, ...pathway.flows],
    ])
      for (const [name, lines] of Object.entries(owner.facts ?? {})) {
        if (standing(lines) !== 'none') continue;
        const because = lines.find(({ state }) => state === 'none')?.because;
        const why = because === undefined ? '' : `: ${because}`;
        const about = raised.filter((one) => one.pathway === pathway && isAbout(one, owner));
        for (const { issue, owner: raisedIn } of about) {
          const places = new Set([
            ...(raisedIn === pathway ? [] : [nameIn(names, pathway, raisedIn)]),
            ...valuesOf<string>(issue, 'affects').map((one) => names.affected(pathway, one)),
          ]).size;
          told.get(issue)!.push(`No ${words(name)}${places > 1 ? ` (${nameIn(names, pathway, owner)})` : ''}${why}`);
        }
        if (about.length === 0)
          alone.push({
            ...inPathway(names, pathway),
            kind: 'Confirmed absent',
            what: `No ${words(name)}${why}`,
            affects: nameIn(names, pathway, owner),
          });
      }
  const rows = raised.map(({ pathway, owner, issue }) => ({
    ...issueRow(names, pathway, owner, issue),
    absent: told.get(issue)!.join('; '),
  }));
  return [...rows, ...alone];
}

/** Whether an open gap is raised in the element, or names it; one of the pathway that names nothing is about that. */
function isAbout(
  { pathway, owner, issue }: { readonly pathway: Pathway; readonly owner: Owner; readonly issue: Block },
  element: Owner,
): boolean {
  if (valuesOf<string>(issue, 'status').includes('closed')) return false;
  const affected = valuesOf<string>(issue, 'affects');
  if (element === pathway) return owner === pathway && affected.length === 0;
  return owner === element || affected.includes(element.name);
}
