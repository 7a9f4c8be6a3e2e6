import { describe, expect, it } from 'vitest';
import type { MarkupContent } from 'vscode-languageserver-types';
import { hoverAt } from '../../../src/language/features/hover.ts';
import { county, numberFound, placeOf, read } from './reading.ts';

const told = (text: string) => {
  const { checked, file } = read(text);
  return (piece: string, after = ''): string | undefined =>
    (hoverAt(checked, file, placeOf(text, piece, after))?.contents as MarkupContent | undefined)?.value;
};
const at = told(county);

describe('a stage', () => {
  it('shows its facts, and what it takes from its pathway', () => {
    const [facts] = at('intake', '  stage intake')!.split('\n\n**');
    expect(facts).toBe(`**Intake** · stage of North pathway

- **Enters:** Self-referral
- **Setting:** Drop-in centre (Mill Street, 2 sites)
- **Provider:** Example Trust (lead)
- **Commissioner:** Old CCG
- **Activity:** 1,200 referrals for 2025/26
- **Cost:** £1.2m budget for 2025/26 funded by Example ICB
- **Governance:** Oversight Board *(from the pathway)*`);
  });

  it('shows open questions, with whom to ask, and what was found', () => {
    const text = at('support', '  stage support "');
    expect(text).toContain('- **Cost:** *unknown*\n- **Training:** *none*: No programme');
    expect(text).toContain('**1 open question**\n\n- Cost: ask Example Trust by 2026-10; Part of a larger contract');
    expect(text).toMatch(/\*\*\d+ findings\*\*\n\n- Warning: Stage 'support' has no provider recorded/);
  });

  it('is the same wherever it is named', () => {
    expect(at('intake', 'transition step from')).toBe(at('intake', '  stage intake'));
  });

  it('may have nothing but what its pathway says', () => {
    const text =
      'organisation a "A"\npathway p {\n  provider a\n  commissioner a\n  governance none because "New"\n  stage s\n}\n';
    expect(told(text)('s', 'stage s')).toContain(
      `- **Provider:** A *(from the pathway)*
- **Commissioner:** A *(from the pathway)*
- **Governance:** *none*: New *(from the pathway)*`,
    );
  });

  it('says which board it keeps from its pathway beside an agreement of its own', () => {
    const text =
      'board b "Board"\nagreement g "Joint" is partnership\npathway p {\n  governance board b\n  stage s {\n    governance agreement g\n  }\n}\n';
    expect(told(text)('s', 'stage s')).toContain('- **Governance:** Joint; Board *(from the pathway)*');
  });

  it('may be shared', () => {
    expect(at('crisis-suite')).toContain('**Crisis suite** · shared stage, described in South pathway');
    expect(told('pathway p {\n  uses stage a of b as c\n}\n')('c', 'as')).toContain('It cannot be found there.');
  });
});

describe('the register', () => {
  it('an organisation: its roles and where, and whom it took over from', () => {
    expect(at('icb', 'organisation icb')).toBe(`**Example ICB** · Integrated care board

- **Covers:** North County
- **Took over from:** Old CCG
- **Owns:** North pathway
- **Funds:** 1 stage: Intake (North pathway)
- **Commissions:** 1 stage: Support (North pathway)
- **Sits on:** County Board
- **Chairs:** Oversight Board
- **Is party to:** Sharing agreement`);
    expect(at('old', 'organisation old')).toContain('- **Succeeded by:** Example ICB from 2022-07-01');
  });

  it('a board: its members, and the chain it reports along, even in a circle', () => {
    expect(at('oversight', 'board oversight')).toContain(
      '- **Members:** Example Trust\n- **Reports to:** County Board',
    );
    expect(at('county-board')).toContain('- **Reports to:** nobody: it is the top');
    const circle = told('board a {\n  reports to b\n}\nboard b {\n  reports to a\n}\n');
    expect(circle('a', 'board a')).toContain('- **Reports to:** b');
  });

  it('an agreement, a source, a footprint, a system and information', () => {
    expect(at('sharing', 'agreement sharing')).toContain(
      '- **Parties:** Example ICB; Example Trust\n- **Valid:** from 2025-04 to 2028-03',
    );
    expect(at('review', 'source')).toContain('- **Published:** 2025-11\n- **Cited:** in 1 place');
    expect(at('north', 'footprint north')).toContain('- **Within:** Example Country');
    expect(at('records')).toContain('- **Named:** in 1 place');
    expect(at('form', 'information form')).toBe(`**Referral form** · referral, information

- **Contains:** Health data (special category)
- **Sent along:** Step up
- **May be sent under:** Sharing agreement`);
  });
});

describe('a term', () => {
  it('shows its description, when it retired and what it became', () => {
    expect(at('drop-in', 'setting drop-in')).toBe('**Drop-in centre** · setting\n\nOpen every day');
    expect(at('body')).toContain('- **Retired:** after 2020\n- **Now:** Integrated care board');
  });

  it('may be built in', () => {
    expect(at('ccg')).toContain('**Clinical commissioning group** · kind of organisation or footprint, built in');
    expect(at('ccg')).toContain('- **Retired:** after 2022-06-30\n- **Now:** Integrated care board');
  });
});

describe('pathways and specifications', () => {
  it('a pathway: its counts, its status and its totals', () => {
    const { checked } = read(county);
    const warnings = numberFound(checked, 'north-hj', 'warning');
    const notes = numberFound(checked, 'north-hj', 'info');
    expect(at('north-hj')).toContain(`- **Covers:** 2 of 3 required stages, 1 omitted
- **Has:** 3 stages (1 shared), 2 transitions
- **Cost of the stages:** £1.2m for 2025/26 (1 of 2 stages has a cost)
- **Found:** ${warnings} warnings, ${notes} notes, 1 open question, 1 accepted`);
  });

  it('a specification: what it requires, and who realises each', () => {
    expect(at('standard-offer')).toContain(`**3 required stages**

- First contact: Intake (North pathway)
- Support: Support (North pathway)
- Ward: omitted in North pathway`);
    expect(at('intake', 'require stage')).toContain('- **Requires:** cost\n- **Realised by:** Intake (North pathway)');
  });

  it('a transition: what is sent; one without a name at its keyword', () => {
    expect(at('step', 'transition step')).toContain(
      '- **Sent:** Referral form from Example Trust to Example ICB using Shared records under Sharing agreement',
    );
    expect(at('transition', 'transition from intake')).toContain(
      '**intake → crisis** · transition from Intake to Crisis suite (South pathway)',
    );
  });
});

describe('words of the language', () => {
  it('a fact: what it means, its forms and an example', () => {
    expect(at('provider', 'provider trust')).toContain('**provider**\n\nWho delivers it.');
    expect(at('provider', 'provider trust')).toContain('provider <organisation> as lead\n');
    expect(at('unknown', 'cost unknown')).toContain('an open question');
  });

  it('the same word means one thing in one block and another in the next', () => {
    expect(at('covers', 'covers north')).toContain('area');
    expect(at('covers', 'covers form')).toContain('Information that may be sent');
  });

  it('a rule: its page, without the long examples', () => {
    for (const rule of ['missing-activity', 'missing-cost']) {
      expect(at(rule)).toContain('**Why**');
      expect(at(rule)).toContain('**How to fix**');
      expect(at(rule)).not.toContain('**Bad**');
    }
  });

  it('nothing is said of texts, comments, numbers and names that are not known', () => {
    const text = '# a provider\npathway p "provider" {\n  ages 10 to 18\n  owner nobody\n}\n';
    for (const piece of ['provider', '"provider', '10', 'nobody']) expect(told(text)(piece)).toBeUndefined();
  });
});

it('a broken text, and one from Windows, still answer', () => {
  const broken = told('pathway p {\n  stage a {\n    provider\n    cost unknown ask\n  stage b {\n');
  expect(broken('cost')).toContain('What it costs.');
  expect(broken('b', 'stage b')).toContain('**b** · stage of p');
  const windows = told(county.replaceAll('\n', '\r\n'));
  expect(windows('intake', '  stage intake')).toBe(at('intake', '  stage intake'));
});

it('what authors write is shown as they wrote it', () => {
  const text = told('organisation a "A *b* [c](d) <e> | f"\n');
  expect(text('a', 'organisation a')).toContain('**A \\*b\\* \\[c\\](d) \\<e\\> \\| f**');
});
