import { describe, expect, it } from 'vitest';
import { noMapping, readMapping } from '../../../src/exchange/tracker/mapping.ts';
import { isSurelyBody } from '../../../src/exchange/tracker/owners.ts';
import { faultsOf, imported, sheetOf, textOf } from './support.ts';

const owned = (owner: string, mapping = noMapping) =>
  imported(
    [
      sheetOf('S', [
        ['Service', 'Provider', 'Risk', 'Owner'],
        ['Clinic', 'Kite', 'Delay', owner],
      ]),
    ],
    mapping,
  );

describe('the owner of a risk or an action', () => {
  it.each([
    ['Wessexshire ICB', ['wessexshire-icb']],
    ['WCC', ['wcc']],
    ['WCC / Kite', ['wcc', 'kite']],
    ['Jo Smith, Wessexshire ICB', ['wessexshire-icb']],
    ['Wessexshire ICB (lead)', ['wessexshire-icb']],
  ])('%s is an organisation, also where no other cell names it', (owner, names) => {
    const made = owned(owner);
    const text = textOf(made);
    expect([made.refusals, faultsOf(made)]).toEqual([[], []]);
    for (const name of names) expect(text).toContain(`      owner ${name}\n`);
    for (const name of names) expect(text).toContain(`organisation ${name} `);
    expect(text).not.toContain('Smith');
  });

  it.each(['Jo Smith', 'JS', 'JANE', 'Jo Smith (ICB)', 'Jo Smith - ICB', 'ICB lead', 'J Smith ICB', 'Jo and ICB'])(
    '%s may be a person, is left out, and that is said',
    (owner) => {
      const made = owned(owner);
      expect(textOf(made)).toContain('owner unknown because "S!D2 may name a person, and is left out"');
      expect(textOf(made)).not.toContain(owner);
      expect(made.bodies).toHaveLength(1);
      expect([made.kept, made.withheld.map(({ cell }) => cell.row)]).toEqual([[], [1]]);
    },
  );

  it('may be said in a mapping, and the name of the cell is then written nowhere', () => {
    const made = owned('JS, Kite', readMapping('same-as:\n  "JS": "Wessexshire County Council"\n'));
    const text = textOf(made);
    expect([made.refusals, made.remarks, made.withheld, faultsOf(made)]).toEqual([[], [], [], []]);
    expect(text).toContain('owner wessexshire-county-council\n      owner kite\n');
    expect(text).not.toContain('JS');
  });

  it.each([
    ['NHS Wessexshire', true],
    ['Lantern Foundation', true],
    ['Youth Justice Board', true],
    ['NHSE', true],
    ['University of Wessex', true],
    ['Director, ICB', false],
    ['Wessexshire ICB Jo Smith', false],
    ['Head of Commissioning', false],
  ])('%s is surely no person: %s', (name, sure) => expect(isSurelyBody(name)).toBe(sure));
});
