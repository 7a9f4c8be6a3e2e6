import { describe, expect, it } from 'vitest';
import { compareProjects } from '../../src/changes/compare.ts';
import type { CheckedProject } from '../../src/language/checker.ts';
import { Workspace } from '../../src/language/workspace.ts';

/** What is the same object on both sides is not compared again, and nothing is said differently for it. */

const pathway = (name: string, rest = ''): string => `pathway ${name} "${name}" {
  commissioner icb
  stage first "First" {
    enters "Anybody"
    cost £100 budget for 2025/26
    governance board
  }
  stage last "Last" {
    leaves "Done"
  }
${rest}}
`;

const texts: Readonly<Record<string, string>> = {
  'file:///m/project.pathway': 'project m "M"\n',
  'file:///m/register.pathway': 'organisation icb "ICB" is icb\nboard board "Board" {\n  top\n  member icb\n}\n',
  'file:///m/a.pathway': pathway('a', '  transition from first to pathway b stage last\n'),
  'file:///m/b.pathway': pathway('b', '  transition from first to last\n'),
  'file:///m/c.pathway': pathway('c'),
};

function checkedIn(workspace: Workspace, all: Readonly<Record<string, string>>): CheckedProject {
  for (const [uri, text] of Object.entries(all)) workspace.set(uri, text);
  workspace.keep(Object.keys(all));
  return workspace.projects('2026-06-30')[0]!;
}

/** The comparison where both sides were read as one text and its edit, and where each was read by itself. */
function bothWays(edit: Readonly<Record<string, string>>) {
  const after = Object.fromEntries(Object.entries({ ...texts, ...edit }).filter(([, text]) => text !== ''));
  const shared = new Workspace('file:///m');
  const [one, other] = [checkedIn(shared, texts), checkedIn(shared, after)];
  const [apart, alone] = [checkedIn(new Workspace('file:///m'), texts), checkedIn(new Workspace('file:///m'), after)];
  return { shared: compareProjects(one, other), apart: compareProjects(apart, alone) };
}

const replaced = (file: string, from: string, to: string) => {
  const uri = `file:///m/${file}.pathway`;
  return { [uri]: texts[uri]!.replace(from, to) };
};

describe('what was read once for both sides', () => {
  it.each([
    ['a cost', replaced('c', '£100', '£140')],
    ['a transition into another pathway', replaced('a', '  transition from first to pathway b stage last\n', '')],
    ['a transition that another pathway needs', replaced('b', '  transition from first to last\n', '')],
    ['a stage that another pathway leads to', replaced('b', 'stage last', 'stage final')],
    ['the register', replaced('register', '  top\n', '')],
    ['a board that is gone', replaced('register', 'board board "Board" {\n  top\n  member icb\n}\n', '')],
    ['a pathway that is gone', { 'file:///m/b.pathway': '' }],
    ['a pathway of another name', replaced('b', 'pathway b', 'pathway bee')],
    ['nothing', {}],
  ])('says the same of %s', (_, edit) => {
    const { shared, apart } = bothWays(edit);
    expect(shared.consequences).toEqual(apart.consequences);
    // What has not changed itself, but leads to what has, comes last where it was read once.
    const byId = ({ changes }: typeof shared) => changes.toSorted((a, b) => (a.id < b.id ? -1 : 1));
    expect(byId(shared)).toEqual(byId(apart));
    expect(shared.changes.length > 0).toBe(Object.keys(edit).length > 0);
  });
});
