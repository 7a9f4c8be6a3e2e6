import { describe, expect, it } from 'vitest';
import { TextDocument } from 'vscode-languageserver-textdocument';
import type { TextEdit, WorkspaceEdit } from 'vscode-languageserver-types';
import { formatText } from '../../src/language/format/format.ts';
import { Workspace } from '../../src/language/workspace.ts';
import type { Edit, EditResult, Offer, OffersResult, Wish } from '../../src/protocol/edits.ts';
import { entryKey } from '../../src/protocol/preview.ts';
import { offersFor } from '../../src/server/edits/offers.ts';
import { editFor } from '../../src/server/edits/wishes.ts';
import { TODAY } from '../support/fixture.ts';

const folder = 'file:///project';
const home = `${folder}/care.pathway`;
const register = `${folder}/register.pathway`;
const organisations = 'organisation trust "Trust" is nhs-provider\n';
const care = `pathway care "Care" {
  stage first "First contact" {
    provider trust
  }

  stage team "Team"  # the large one
  uses stage ward of other
  transition onward from first to team
}

pathway other {
  stage ward
}
`;

describe('a stage that is added after another', () => {
  const wish = { wish: 'stage', after: 'first', label: 'Crisis "A&E" team' } as const;

  it('stands behind it, is led to, and asks what is not known', () => {
    const text = new Desk(care).written(wish);
    expect(text).toContain(`  stage crisis-a-e-team "Crisis \\"A&E\\" team" {
    provider unknown because ""
    commissioner unknown because ""
  }

  stage team "Team"  # the large one`);
    expect(text).toContain(`  transition from first to crisis-a-e-team {
    criteria unknown because ""
    send unknown because ""
  }`);
    expect(new Desk(text).problems()).toEqual([]);
    expect(formatText(text)).toEqual({ text });
  });

  it('has a name that nothing else has, in every script, and one where the label has none', () => {
    const name = (label: string): string | undefined =>
      /stage (\S+) ".*" \{\n {4}provider unknown/.exec(new Desk(care).written({ ...wish, label }))?.[1];
    expect(name('Team')).toBe('team-2');
    expect(name('Équipe périnatale')).toBe('équipe-périnatale');
    expect(name('1. Kontakt')).toBe('stage-1-kontakt');
    expect(name('???')).toBe('stage');
    expect(name('unknown')).toBe('stage-unknown');
    expect(name('عيادة')).toBe('عيادة');
  });

  it('does not ask what the pathway says of all its stages', () => {
    const text = new Desk(care.replace('"Care" {', '"Care" {\n  commissioner trust')).written(wish);
    expect(text).toContain('crisis-a-e-team "Crisis \\"A&E\\" team" {\n    provider unknown because ""\n  }');
  });

  it('can follow one that is shared, and one whose block is on one line', () => {
    const shared = new Desk(care).written({ ...wish, after: 'ward' });
    expect(shared).toContain('transition from ward to crisis-a-e-team {');
    const line = new Desk('pathway care { stage first }\n').written(wish);
    expect(new Desk(line).problems()).toEqual([]);
    expect(line).toContain('transition from first to crisis-a-e-team');
    const last = new Desk('pathway care {\n  stage first\n}\n').written(wish);
    expect(last.indexOf('stage crisis')).toBeLessThan(last.indexOf('transition from'));
    expect(formatText(last)).toEqual({ text: last });
  });

  it('is refused where the text is broken, where the stage is gone, and in a scenario', () => {
    const broken = new Desk(care.replace('provider trust', 'provide trust'));
    expect(broken.edit(wish)).toEqual({ refused: expect.stringContaining('Put them right first') });
    expect(new Desk(care).edit({ ...wish, after: 'gone' })).toEqual({ refused: expect.stringContaining('no longer') });
    expect(new Desk(care).edit(wish, 'gone')).toEqual({ refused: expect.stringContaining('no longer') });
    const scenario = `${care}\nscenario fewer changes care {\n  remove stage team\n}\n`;
    expect(new Desk(scenario).edit(wish, 'fewer')).toEqual({ refused: expect.stringContaining('by hand') });
  });
});

it('a transition is added between two stages, and asks what is not known', () => {
  const text = new Desk(care).written({ wish: 'transition', from: 'team', to: 'ward' });
  expect(text).toContain(
    '  transition from team to ward {\n    criteria unknown because ""\n    send unknown because ""\n  }',
  );
  expect(new Desk(text).problems()).toEqual([]);
});

describe('a view that is saved', () => {
  const look = { view: 'who-does-what', lanes: 'provider', direction: 'down', heat: 'cost' } as const;
  const wish = { wish: 'view', look, label: 'Who does what' } as const;

  it('shows the same, is in canonical form, and stands at the end of the file of its pathway', () => {
    const text = new Desk(care).written(wish);
    expect(text.startsWith(care)).toBe(true);
    expect(text.slice(care.length)).toMatch(
      /^\nview who-does-what "Who does what" of care \{\n {2}lanes by provider\n/,
    );
    expect(text).toContain('  show shading-by-cost\n');
    expect(text).toContain('  direction down\n}\n');
    expect(formatText(text)).toEqual({ text });
    expect(new Desk(text).problems()).toEqual([]);
  });

  it('stands beside the other views of its pathway, under a name of its own', () => {
    const others = `${organisations}\nview who-does-what of care\nview elsewhere of other\n`;
    const edit = new Desk(care, others).edit(wish) as Edit;
    expect(edit.file).toBe(register);
    expect(applied(others, edit)).toContain('view who-does-what-2 "Who does what" of care {');
    expect(edit.text).toMatch(/^view who-does-what-2 /);
  });
});

describe('what is offered at an element', () => {
  it('is writing, renaming, fixing and living with its findings, in this order', () => {
    const { offers, note } = new Desk(care).offers('stage:team');
    expect(note).toBeUndefined();
    expect(offers.slice(0, 3).map(({ title, asks }) => [title, asks])).toEqual([
      ['Add a stage after this…', 'label'],
      ['Add a transition to…', 'stage'],
      ['Rename…', undefined],
    ]);
    const kinds = offers.map(({ kind }) => kind);
    expect([...new Set(kinds)]).toEqual(['write', 'rename', 'fix', 'live-with']);
    expect(new Set(offers.map(({ title }) => title)).size).toBe(offers.length);
    expect(offers[2]?.rename).toMatchObject({ file: home, line: 5, character: 8 });
  });

  it('is what the editor offers there, and does the same', () => {
    const desk = new Desk(care);
    const fix = offerOf(desk.offers('stage:team'), "Say that the provider of 'team' is unknown, and why");
    const unknown = fix ?? desk.offers('stage:team').offers.find(({ title }) => /unknown/i.test(title))!;
    expect(applied(care, unknown.edit!)).toContain('provider unknown because ""');
    const accept = desk.offers('stage:team').offers.find(({ kind }) => kind === 'live-with')!;
    expect(applied(care, accept.edit!)).toMatch(/ {4}accept [\w-]+ because ""/);
  });

  it('at an arrow is a stage in between, and no new name for one that has none', () => {
    const titles = (text: string, id: string) => new Desk(text).offers(id).offers.map(({ title }) => title);
    expect(titles(care, 'transition:onward')).toEqual(
      expect.arrayContaining(["Put a stage between 'first' and 'team'", 'Rename…']),
    );
    const unnamed = care.replace('transition onward', 'transition');
    expect(titles(unnamed, 'transition:first to team')).not.toContain('Rename…');
    expect(titles(unnamed, 'transition:first to team')).toContain("Put a stage between 'first' and 'team'");
  });

  it('is nothing at what is only drawn, or gone', () => {
    for (const id of ['terminal:entry:first', 'stage:gone', 'nonsense', 'link:x']) {
      expect(new Desk(care).offers(id)).toEqual({ offers: [] });
    }
  });

  it('in a broken text is what mends it, with a note', () => {
    const { offers, note } = new Desk(care.replace('provider trust', 'provide trust')).offers('stage:first');
    expect(note).toContain('Put them right first');
    expect(offers.filter(({ kind }) => kind === 'write')).toEqual([]);
    expect(offers.map(({ title }) => title)).toEqual(expect.arrayContaining([expect.stringContaining("'provider'")]));
  });

  it('carries the versions of the texts that it was made for', () => {
    const { offers } = new Desk(care).offers('stage:team');
    for (const { edit } of offers) {
      if (edit)
        for (const [uri, version] of Object.entries(edit.versions)) expect(version).toBe(uri === home ? 7 : null);
    }
    expect(offers.some(({ edit }) => edit !== undefined)).toBe(true);
  });
});

function offerOf({ offers }: OffersResult, title: string): Offer | undefined {
  return offers.find((offer) => offer.title === title);
}

/** A project of a pathway and a register; the pathway's file is open in its seventh version. */
class Desk {
  readonly #workspace = new Workspace(folder);
  readonly #text: string;

  constructor(text: string, others = organisations) {
    this.#text = text;
    this.#workspace.set(home, text);
    this.#workspace.set(register, others);
  }

  problems(): readonly string[] {
    const wrong = ['syntax-error', 'unknown-name', 'duplicate-name'];
    return this.#projects.flatMap(({ findings }) =>
      findings.filter(({ rule }) => wrong.includes(rule)).map(({ message }) => message),
    );
  }

  offers(id: string): OffersResult {
    return offersFor(this.#projects, { key: key('care'), id }, this.#writing);
  }

  edit(wish: Wish, name = 'care'): EditResult {
    return editFor(this.#projects, { key: key(name), wish }, this.#writing);
  }

  /** The pathway's file after a wish. */
  written(wish: Wish): string {
    const result = this.edit(wish);
    if ('refused' in result) throw new Error(result.refused);
    return applied(this.#text, result);
  }

  get #projects() {
    return this.#workspace.projects(TODAY);
  }

  get #writing() {
    const texts = {
      at: () => undefined,
      projects: () => this.#projects,
      version: (uri: string) => (uri === home ? 7 : undefined),
      today: () => TODAY,
    };
    return { texts, snippets: false, makesFiles: true };
  }
}

function key(name: string): string {
  return entryKey({ project: folder, name });
}

function applied(text: string, { changes, file }: Edit): string {
  const edits = (changes as WorkspaceEdit).changes?.[file] as TextEdit[];
  return TextDocument.applyEdits(TextDocument.create(file, 'pathway', 1, text), edits);
}
