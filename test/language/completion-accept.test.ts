import { describe, expect, it } from 'vitest';
import { type CompletionItem, InsertTextFormat } from 'vscode-languageserver-types';
import { completionsAt } from '../../src/language/completion.ts';
import { readPathwayFile } from '../../src/language/file-store.ts';
import { Workspace } from '../../src/language/workspace.ts';
import { accept } from '../support/accept.ts';

const register = `
source review "Review"
footprint county "County" is region
footprint north "North" is ltp within county
organisation icb "Example ICB" is icb
organisation trust "Example Trust" is nhs-provider
system record
information form is referral
information check is assessment
agreement sharing is information-sharing
board oversight
vocabulary terms {
  level high "High" order 1 scheme steps
  field rooms is number on stage
  field visit is date on stage
  field rent is money on stage
  field method is text on pathway
}
specification spec for county {
  require stage one
  require stage two
}
pathway other {
  stage ward
  stage home
}
`;

/** A text with the caret in each kind of block. */
const blocks: Readonly<Record<string, string>> = {
  File: '|',
  Project: 'project p {\n  |\n}\n',
  Source: 'source s {\n  |\n}\n',
  Footprint: 'footprint f {\n  |\n}\n',
  Organisation: 'organisation o {\n  |\n}\n',
  System: 'system s {\n  |\n}\n',
  Information: 'information i {\n  |\n}\n',
  Agreement: 'agreement a {\n  |\n}\n',
  Board: 'board b {\n  |\n}\n',
  Vocabulary: 'vocabulary v {\n  |\n}\n',
  Specification: 'specification s {\n  require stage a\n  require stage b\n  |\n}\n',
  RequiredStage: 'specification s {\n  require stage a {\n    |\n  }\n}\n',
  RequiredTransition: 'specification s {\n  require stage a\n  require transition from a to a {\n    |\n  }\n}\n',
  Pathway: 'pathway p realises spec in north {\n  stage a\n  stage b\n  action first\n  |\n}\n',
  Stage: 'pathway p realises spec {\n  action first\n  stage a {\n    |\n  }\n}\n',
  Transition: 'pathway p {\n  stage a\n  transition from a to a {\n    |\n  }\n}\n',
  Flow: 'pathway p {\n  stage a\n  flow from a to a {\n    |\n  }\n}\n',
  Issue: 'pathway p {\n  stage a\n  action first\n  gap g {\n    |\n  }\n}\n',
  Action: 'pathway p {\n  stage a\n  action first {\n    |\n  }\n}\n',
  Outcome: 'pathway p {\n  outcome o {\n    |\n  }\n}\n',
  View: 'view v of other {\n  |\n}\n',
  Scenario: 'scenario s changes other {\n  |\n}\n',
};

const uri = 'file:///p/a.pathway';

function suggest(text: string, around: string): readonly CompletionItem[] {
  const workspace = new Workspace('file:///p');
  workspace.set('file:///p/register.pathway', around);
  const [before = ''] = text.split('|');
  workspace.set(uri, text.replace('|', ''));
  const checked = workspace.projectOf(uri, '2016-06-30')!;
  const lines = before.split('\n');
  const context = { ...checked, file: workspace.get(uri)!, today: '2016-06-30' };
  return completionsAt(context, lines.length - 1, lines.at(-1)!.length).items;
}

const errorsIn = (text: string): readonly string[] =>
  readPathwayFile(uri, text.replace('|', '')).problems.map(({ message, place }) => `${place.line + 1} ${message}`);

/** Accepts the first of what is offered again and again, until nothing has to follow; the text, and what was accepted. */
function goOn(text: string, item: CompletionItem, around: string): string {
  let [after, last] = [accept(text, item), item];
  for (let step = 0; last.command && step < 8; step++) {
    const next = suggest(after, around)[0];
    if (!next) return after;
    [after, last] = [accept(after, next), next];
  }
  return after;
}

describe('what is accepted is well-formed', () => {
  for (const [block, text] of Object.entries(blocks)) {
    it(`at the start of a line of ${block}, and all that follows`, () => {
      const items = suggest(text, register);
      expect(items.length).toBeGreaterThan(4);
      const broken = items.flatMap((item) => {
        const after = accept(text, item);
        const ways = item.command
          ? suggest(after, register).map((next) => goOn(after, next, register))
          : [goOn(text, item, register)];
        expect(ways.length, `what follows ${item.label}`).toBeGreaterThan(item.label === 'tag' ? -1 : 0);
        return ways.filter((way) => errorsIn(way).length > 0).map((way) => `${way}\n${errorsIn(way)}`);
      });
      expect(broken).toEqual([]);
    });

    it(`at the start of a line of ${block}, in a project of its own`, () => {
      const items = suggest(text, '').filter(({ insertTextFormat }) => insertTextFormat === InsertTextFormat.Snippet);
      const broken = items.filter((item) => errorsIn(accept(text, item)).length > 0).map(({ label }) => label);
      expect(broken).toEqual([]);
    });
  }

  it('tells every word that may begin a line in a sentence', () => {
    const silent = Object.values(blocks).flatMap((text) =>
      suggest(text, register).flatMap(({ label, documentation }) =>
        /^[A-Z].*\.$/.test(`${documentation}`) ? [] : [label],
      ),
    );
    expect(silent).toEqual([]);
  });
});
