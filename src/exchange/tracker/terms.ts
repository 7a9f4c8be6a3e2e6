import { libraryFiles } from '../../language/workspace.ts';
import type { TermKind } from '../../model/facts.ts';
import { folded, Names } from './names.ts';

/** What analysts write for the settings of the built-in library, besides their titles and names. */
const SETTINGS: Readonly<Record<string, RegExp>> = {
  stc: /^secure training cent(?:re|er)s?$/,
  sch: /^(?:secure )?childrens homes?(?: secure)?$/,
  yoi: /^(?:young|youth) offenders? institut(?:ion|e)s?$/,
  prison: /^(?:prisons?|adult prisons?|hmp)$/,
  irc: /^immigration (?:removal|detention) cent(?:re|er)s?$/,
  'police-custody': /^(?:police )?custody(?: suites?)?$|^police (?:station|cell)s?$/,
  court: /^(?:youth |magistrates |crown )?courts?$/,
  sarc: /^sexual assault (?:referral )?cent(?:re|er)s?$/,
  'place-of-safety': /^(?:s ?136 |section 136 )?(?:place of safety|suite)(?: s ?136)?$|^health based place of safety$/,
  inpatient: /^(?:in ?patients?|hospital|ward|inpatient (?:unit|ward)|day unit)$/,
  community: /^(?:in the )?community(?: based| setting| clinics?| teams?)?$/,
  'school-site': /^(?:in )?schools?(?: based| site)?$|^childrens cent(?:re|er)s?$/,
};

/** The setting that a place is one of by its own words, which then stand beside it: `setting community "Clinic"`. */
export function widerSetting(place: string): string | undefined {
  return /^(?:at |in )?(?:(?:the |an? )?(?:(?:out ?patient|health|local) )?clinics?|(?:own |patients? )?homes?(?: visits?)?)$/.test(
    folded(place),
  )
    ? 'community'
    : undefined;
}

/** A term that the tracker speaks of and the built-in library does not have. */
export interface NewTerm {
  readonly of: TermKind;
  readonly name: string;
  readonly label: string;
}

/** Finds the terms of the library in what cells say, and proposes a term for what is not there. */
export class Terms {
  readonly added: NewTerm[] = [];
  readonly #known = new Map<string, string>();
  readonly #names: ReadonlyMap<TermKind, Names>;

  constructor() {
    const all = libraryFiles().flatMap(({ reading }) =>
      reading.model.declarations.flatMap((one) => (one.kind === 'vocabulary' ? one.terms : [])),
    );
    for (const { of, name, label = name } of all) {
      this.#known.set(`${of} ${folded(name)}`, name);
      this.#known.set(`${of} ${folded(label)}`, name);
    }
    const kinds = [...new Set(all.map(({ of }) => of))];
    this.#names = new Map(
      kinds.map((of) => [of, new Names(all.flatMap((term) => (term.of === of ? [term.name] : [])))] as const),
    );
  }

  find(of: TermKind, text: string): string | undefined {
    const plain = folded(text);
    const known = this.#known.get(`${of} ${plain}`);
    if (known !== undefined || of !== 'setting') return known;
    return Object.entries(SETTINGS).find(([, words]) => words.test(plain))?.[0];
  }

  /** The name of the term that a text stands for; one of its own where there is none. */
  take(of: TermKind, text: string): string {
    const found = this.find(of, text);
    if (found !== undefined) return found;
    const name = this.#names.get(of)!.of(text, of);
    this.#known.set(`${of} ${folded(text)}`, name);
    this.added.push({ of, name, label: text });
    return name;
  }

  /** The terms that a cell names: several, where each of its parts is one that is known or they stand on lines of their own. */
  takeAll(of: TermKind, cell: string): readonly string[] {
    const firm = cell.split(/\s*[;\n|]\s*/).filter((part) => folded(part) !== '');
    return [
      ...new Set(
        firm.flatMap((part) => {
          const loose = part.split(/\s*[,/+&]\s*|\s+and\s+/).filter((one) => folded(one) !== '');
          const all = this.find(of, part) === undefined && loose.every((one) => this.find(of, one) !== undefined);
          return (all ? loose : [part]).map((one) => this.take(of, one));
        }),
      ),
    ];
  }
}

/** The levels that a cell gives in the scheme of tiers: `Tier 2/3`, `T3+`, `3.5`. Nothing where it says more. */
export function tiersIn(cell: string): readonly string[] | undefined {
  const text = cell
    .toLowerCase()
    .replace(/camhs|tiers?|\bt(?=\s?\d)/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();
  const tier = '([1-4])\\s?(\\.5|\\+|plus)?';
  if (!new RegExp(`^${tier}(?:\\s?(?:/|,|&|and|to|-|–|or)\\s?${tier})*$`).test(text)) return undefined;
  const found = [...text.matchAll(new RegExp(tier, 'g'))].map(([, digit, plus]) => ({
    digit: Number(digit),
    plus: plus !== undefined,
  }));
  if (found.some(({ digit, plus }) => plus && digit !== 3)) return undefined;
  const [first, last] = found;
  const range = /(?:to|-|–)/.test(text) && found.length === 2 && !first!.plus && !last!.plus;
  const numbers = range
    ? Array.from({ length: Math.max(0, last!.digit - first!.digit + 1) }, (_, at) => `tier-${first!.digit + at}`)
    : found.map(({ digit, plus }) => `tier-${digit}${plus ? '-plus' : ''}`);
  return numbers.length > 0 ? [...new Set(numbers)] : undefined;
}
