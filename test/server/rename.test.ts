import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Range } from 'vscode-languageserver-protocol/node';
import { loadProject } from '../../src/language/load.ts';
import { elementsIn } from '../../src/model/walk.ts';
import { samples } from '../support/command.ts';
import { findingsOf } from '../support/fixture.ts';
import { at, change, client, open, rename, texts, twoPathways, uriOf, type Where, withTexts } from './texts.ts';

withTexts();

/** Why something is refused, as the editor is told. */
async function refusal(answer: Promise<unknown>): Promise<string> {
  const error = await answer.then(
    (value) => ({ message: `not refused: ${JSON.stringify(value)}` }),
    (reason: { readonly message: string }) => reason,
  );
  return error.message;
}

const prepare = (where: Where): Promise<{ range: Range; placeholder: string }> =>
  client.request('textDocument/prepareRename', where);

describe('rename', () => {
  it('changes the name everywhere and leaves labels as they are', async () => {
    await open({
      'p.pathway':
        'pathway p "p and a" {\n  stage a "a" { note "about a" }\n  stage b\n  transition from a to b "a to b" # a to b\n  risk r { affects a }\n  overlaps "x" at a\n}\n',
      'q.pathway': 'pathway q {\n  stage a\n  uses stage a of p as z\n  transition from a to a of p\n}\n',
      's.pathway': 'scenario s changes p {\n  in stage a set cost £1\n  remove stage a\n}\nview v of p\n',
    });
    expect(await rename(at('p.pathway', 'stage |a'), 'start')).toEqual({
      'p.pathway':
        'pathway p "p and a" {\n  stage start "a" { note "about a" }\n  stage b\n  transition from start to b "a to b" # a to b\n  risk r { affects start }\n  overlaps "x" at start\n}\n',
      'q.pathway': 'pathway q {\n  stage a\n  uses stage start of p as z\n  transition from a to start of p\n}\n',
      's.pathway': 'scenario s changes p {\n  in stage start set cost £1\n  remove stage start\n}\nview v of p\n',
    });
    expect(await rename(at('s.pathway', 'view v of |p'), 'way')).toEqual({
      'p.pathway': texts.get('p.pathway')!.replace('pathway p', 'pathway way'),
      'q.pathway': 'pathway q {\n  stage a\n  uses stage a of way as z\n  transition from a to a of way\n}\n',
      's.pathway': 'scenario s changes way {\n  in stage a set cost £1\n  remove stage a\n}\nview v of way\n',
    });
  });

  it('changes a used stage with the stage, or only the name that it has here', async () => {
    await open(twoPathways);
    const all = await rename(at('q.pathway', 'a to |b'), 'end');
    expect(all['p.pathway']).toContain('stage end {');
    expect(all['q.pathway']).toContain('uses stage end of p\n');
    expect(all['q.pathway']).toContain('transition from a to end\n');
    expect(await rename(at('q.pathway', 'as |first'), 'one')).toEqual({
      'q.pathway': texts.get('q.pathway')!.replace('as first', 'as one').replace('from first', 'from one'),
    });
  });

  it('of one of two that have the same name changes that one alone', async () => {
    await open({ 'p.pathway': 'pathway p {\n  stage a\n  stage a\n  stage b\n  transition from a to b\n}\n' });
    expect(await rename(at('p.pathway', 'stage |a', 1), 'c')).toEqual({
      'p.pathway': 'pathway p {\n  stage a\n  stage c\n  stage b\n  transition from a to b\n}\n',
    });
    expect(await rename(at('p.pathway', 'from |a'), 'c')).toEqual({
      'p.pathway': 'pathway p {\n  stage c\n  stage a\n  stage b\n  transition from c to b\n}\n',
    });
  });

  const specified = {
    'spec.pathway':
      'specification reg {\n  require stage sarc-care "SARC"\n  require stage home\n  require transition from sarc-care to home\n}\n',
    'p.pathway':
      'pathway p realises reg {\n  stage sarc-care "Sexual assault care" {\n    setting sarc\n  }\n  stage home\n  transition from sarc-care to home\n}\n',
    'q.pathway':
      'pathway q realises reg {\n  uses stage sarc-care of p\n  stage here realises home\n  transition from sarc-care to here\n  omits transition from sarc-care to home because "no"\n}\npathway r realises reg {\n  omits sarc-care because "none near"\n  stage x realises sarc-care\n}\n',
  };

  it('of a stage that realises a required stage by its name keeps what it realises', async () => {
    await open(specified);
    const changed = await rename(at('p.pathway', 'from sarc|-care'), 'centre');
    expect(changed).toEqual({
      'p.pathway':
        'pathway p realises reg {\n  stage centre "Sexual assault care" realises sarc-care {\n    setting sarc\n  }\n  stage home\n  transition from centre to home\n}\n',
      'q.pathway': texts.get('q.pathway')!.replace('uses stage sarc-care of p', 'uses stage centre of p as sarc-care'),
    });
    expect((await rename(at('p.pathway', 'stage ho|me'), 'house'))['p.pathway']).toContain(
      'stage house realises home\n  transition from sarc-care to house\n',
    );
    await change(changed);
    expect(await rename(at('p.pathway', 'stage cen|tre'), 'sarc-care')).toEqual({
      'p.pathway': specified['p.pathway'],
      'q.pathway': specified['q.pathway'],
    });
  });

  it('of a required stage changes what names it, and keeps who realises it', async () => {
    await open(specified);
    const changed = await rename(at('q.pathway', 'omits sarc|-care'), 'centre');
    expect(changed).toEqual({
      'spec.pathway': specified['spec.pathway'].replaceAll('sarc-care', 'centre'),
      'p.pathway': specified['p.pathway'].replace('care"', 'care" realises centre'),
      'q.pathway':
        'pathway q realises reg {\n  uses stage sarc-care of p as centre\n  stage here realises home\n  transition from centre to here\n  omits transition from centre to home because "no"\n}\npathway r realises reg {\n  omits centre because "none near"\n  stage x realises centre\n}\n',
    });
    await change(changed);
    expect(await rename(at('spec.pathway', 'stage cen|tre'), 'sarc-care')).toEqual(specified);
  });

  it('of a required stage refuses the name of a stage that would then realise it', async () => {
    await open({ ...specified, 's.pathway': 'scenario s changes p {\n  add stage extra\n}\n' });
    expect(await refusal(rename(at('spec.pathway', 'stage sarc|-care'), 'extra'))).toBe(
      "There is already a stage called 'extra' in scenario 's', which would then realise this required stage.",
    );
    expect(await refusal(rename(at('spec.pathway', 'stage sarc|-care'), 'home'))).toBe(
      "There is already a required stage called 'home' in specification 'reg'.",
    );
    await change({ 'q.pathway': 'pathway q realises reg {\n  uses stage x of p as sarc-care\n}\n' });
    expect(await refusal(rename(at('q.pathway', 'as sarc|-care'), 'centre'))).toBe(
      "As 'sarc-care' this used stage realises the required stage of that name, and it has no other way to say so. Rename the required stage instead.",
    );
  });

  it('refuses a name that is taken, and says by what', async () => {
    await open({ ...twoPathways, 'z.pathway': 'specification z\nvocabulary own {\n  setting hub\n}\nsystem x\n' });
    expect(await refusal(rename(at('p.pathway', 'stage |a'), 'b'))).toBe(
      "There is already a stage called 'b' in pathway 'p'.",
    );
    expect(await refusal(rename(at('p.pathway', 'stage |a'), 't'))).toBe(
      "There is already a transition called 't' in pathway 'p'.",
    );
    expect(await refusal(rename(at('p.pathway', 'stage |b'), 'first'))).toBe(
      "There is already a used stage called 'first' in pathway 'q'.",
    );
    expect(await refusal(rename(at('p.pathway', 'stage |b'), 'c'))).toBe(
      "There is already a stage called 'c' in scenario 's'.",
    );
    expect(await refusal(rename(at('p.pathway', 'pathway |p'), 'q'))).toBe(
      "There is already a pathway called 'q' in q.pathway, line 1.",
    );
    expect(await refusal(rename(at('z.pathway', 'setting |hub'), 'community'))).toBe(
      "There is already a setting called 'community' in the built-in library.",
    );
    // Another kind has names of its own.
    expect(await rename(at('z.pathway', 'system |x'), 'p')).toEqual({
      'z.pathway': texts.get('z.pathway')!.replace('system x', 'system p'),
    });
  });

  it('refuses what is no name, and takes a keyword where it can be read as a name', async () => {
    await open({
      ...twoPathways,
      'o.pathway': 'organisation other\nsystem odd\npathway o {\n  stage a {\n    provider\n      other\n  }\n}\n',
    });
    const renamed = (name: string): Promise<unknown> => rename(at('p.pathway', 'stage |a'), name);
    for (const name of ['two words', '2nd', '', 'a-', '"x"', 'a.b', '#x']) {
      expect(await refusal(renamed(name))).toMatch(/cannot be a name\. A name starts with a letter/);
    }
    for (const name of ['none', 'unknown', 'not-applicable']) {
      expect(await refusal(renamed(name))).toMatch(/cannot be a name, because it says that something is missing/);
    }
    expect((await rename(at('p.pathway', 'stage |a'), 'referral'))['p.pathway']).toContain('from referral to b');
    expect(await refusal(rename(at('o.pathway', 'organisation |other'), 'cost'))).toBe(
      "'cost' is also a word of the language, and would be misread in o.pathway. Choose another name.",
    );
    expect(await rename(at('p.pathway', 'stage |a'), 'a')).toEqual({});
  });

  it('offers the name before it asks, and says why there is nothing to rename', async () => {
    await open({
      'p.pathway':
        'pathway p "label" { # comment\n  stage referral {\n    setting community\n    provider unknown\n    owner lost\n    tag pilot\n  }\n\n}\n',
    });
    expect(await prepare(at('p.pathway', 'stage ref|erral'))).toEqual({
      range: { start: { line: 1, character: 8 }, end: { line: 1, character: 16 } },
      placeholder: 'referral',
    });
    const why = (marked: string): Promise<string> => refusal(prepare(at('p.pathway', marked)));
    expect(await why('set|ting')).toBe(
      "'setting' is a word of the language and cannot be renamed. Put the caret on a name.",
    );
    expect(await why('unk|nown')).toBe("'unknown' is a word of the language and cannot be renamed.");
    expect(await why('"la|bel"')).toBe('This is a text: type the change. Only names can be renamed.');
    expect(await why('# com|ment')).toBe('This is a comment: type the change. Only names can be renamed.');
    expect(await why('com|munity')).toBe(
      "'community' is a setting of the built-in library, which cannot be changed. Declare one of your own in a vocabulary, and name that here.",
    );
    expect(await why('pil|ot')).toBe("'pilot' is declared nowhere, so there is nothing to rename: type the change.");
    expect(await why('\n\n|}')).toBe('There is no name here. Put the caret on a name to rename it.');
    expect(
      await refusal(
        client.request('textDocument/prepareRename', {
          textDocument: { uri: 'care-pathways-library:/england.pathway' },
          position: { line: 0, character: 0 },
        }),
      ),
    ).toBe('This is the built-in library, which cannot be changed.');
  });

  it('says that an unknown name has to be declared first', async () => {
    await open({ 'p.pathway': 'pathway p {\n  owner lost\n}\n' });
    expect(await refusal(prepare(at('p.pathway', 'owner lo|st')))).toBe(
      "There is no organisation called 'lost', so there is nothing to rename: declare it, or correct its name.",
    );
  });

  it('leaves a line alone that was broken off, and says when an error stands in the way', async () => {
    const broken = 'specification s { require stage a }\npathway p realises s {\n  uses stage a of\n}\n';
    await open({ 'p.pathway': broken });
    expect(await rename(at('p.pathway', 'require stage |a'), 'b')).toEqual({
      'p.pathway': broken.replace('stage a }', 'stage b }'),
    });
    await change({ 'p.pathway': 'specification s { require stage a }\npathway p realises s {\n  stage a "open\n}\n' });
    expect(await refusal(rename(at('p.pathway', 'require stage |a'), 'b'))).toBe(
      "The label of stage 'a' cannot be read. Correct it first, then rename.",
    );
  });

  it('takes a name that was written with spaces whole, and so puts it right', async () => {
    await open({
      'p.pathway': 'pathway p {\n  stage early help "Early help"\n  stage b\n  transition from early-help to b\n}\n',
    });
    expect(await rename(at('p.pathway', 'early| help'), 'help')).toEqual({
      'p.pathway': 'pathway p {\n  stage help "Early help"\n  stage b\n  transition from help to b\n}\n',
    });
  });

  it('keeps Windows line ends and what is broken around', async () => {
    await open({
      'p.pathway':
        'pathway p {\r\n  stage a {\r\n    provider\r\n  }\r\n  stage b\r\n  transition from a to b\r\n  nonsense here\r\n}\r\n',
    });
    expect(await rename(at('p.pathway', 'from |a'), 'start')).toEqual({
      'p.pathway':
        'pathway p {\r\n  stage start {\r\n    provider\r\n  }\r\n  stage b\r\n  transition from start to b\r\n  nonsense here\r\n}\r\n',
    });
  });

  it('of anything in the samples finds the same, and back again gives the same text', {
    timeout: 240_000,
  }, async () => {
    const names = readdirSync(samples, { recursive: true, encoding: 'utf8' }).filter((name) =>
      name.endsWith('.pathway'),
    );
    const before = Object.fromEntries(names.map((name) => [name, readFileSync(join(samples, name), 'utf8')]));
    await open(before);
    const found = told(texts);
    const elements = loadProject([...texts].map(([name, text]) => ({ uri: name, text })))
      .project.files.filter(({ library }) => !library)
      .flatMap(({ declarations }) => declarations.flatMap((declaration) => [...elementsIn(declaration)]));
    // Transitions without a name, and used stages without one of their own, have nothing that could be renamed.
    const named = elements.filter(({ name, namePlace, kind }) => {
      const line = before[namePlace.file]!.split('\n')[namePlace.line]!;
      return kind !== 'required-transition' && line.startsWith(name, namePlace.character);
    });
    expect(named.length).toBeGreaterThan(90);
    for (const { name, namePlace } of named) {
      const place = {
        textDocument: { uri: uriOf(namePlace.file) },
        position: { line: namePlace.line, character: namePlace.character },
      };
      const changed = await rename(place, 'quite-fresh');
      expect(Object.keys(changed), name).not.toEqual([]);
      await change(changed);
      const after = told(texts);
      expect(
        after.filter((one) => one.startsWith('unknown-name')),
        name,
      ).toEqual([]);
      expect(after, name).toEqual(found);
      await change(await rename(place, name));
      expect(Object.fromEntries(texts), name).toEqual(before);
    }
  });
});

/** What is found in the texts: which rule, how grave, in which line. */
function told(files: ReadonlyMap<string, string>): string[] {
  const findings = findingsOf([...files].map(([uri, text]) => ({ uri, text })));
  return findings.map(({ rule, severity, place }) => `${rule} ${severity} ${place.file}:${place.line + 1}`).toSorted();
}
