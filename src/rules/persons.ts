import type { Quantity } from '../model/units/quantity.ts';

/** The least number of people that a published figure may give. */
const SMALLEST = 5;

/** Whether so few people are counted that one of them may be recognised. */
export function isOfFewPersons({ amount, unit }: Quantity): boolean {
  return unit !== undefined && plurals.has(unit) && amount > 0 && amount < SMALLEST;
}

/** A count of few persons as it may be published: `fewer than 5 people`. */
export function publishable({ unit, per }: Quantity): Quantity & { readonly unit: string } {
  const plural = plurals.get(unit ?? '') ?? 'people';
  return { precision: 'fewer than', amount: SMALLEST, unit: plural, ...(per === undefined ? {} : { per }) };
}

const irregular: Readonly<Record<string, string>> = {
  person: 'people',
  child: 'children',
  woman: 'women',
  man: 'men',
  baby: 'babies',
  witness: 'witnesses',
  'young-person': 'young-people',
};

const regular: readonly string[] = [
  ...['adolescent', 'adult', 'boy', 'carer', 'client', 'defendant', 'detainee', 'girl', 'individual', 'infant'],
  ...['inmate', 'mother', 'new-entrant', 'offender', 'parent', 'patient', 'prisoner', 'pupil', 'resident'],
  ...['service-user', 'student', 'suspect', 'survivor', 'teenager', 'user', 'victim', 'youth'],
];

/** Words that count persons, and not what happens to them, each with its plural; a plural is its own. */
const plurals: ReadonlyMap<string, string> = new Map(
  [
    ['persons', 'persons'] as const,
    ...Object.entries(irregular),
    ...regular.map((word) => [word, `${word}s`] as const),
  ].flatMap(([word, plural]) => [[word, plural] as const, [plural, plural] as const]),
);
