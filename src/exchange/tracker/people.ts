import { absenceIn } from './absences.ts';
import { soundsLikeBody } from './bodies-in.ts';
import type { GridCell } from './grid.ts';
import { folded } from './names.ts';
import { isSurelyBody } from './owners.ts';

/** What a column says of people whom a service is for. */
export interface AboutPerson {
  /** The first cell that says it. */
  readonly cell: GridCell;
  /** Such as `names of people`. */
  readonly what: string;
  /** Whether its heading leaves no doubt; where it does, a mapping may say that the column is about something else. */
  readonly isSure: boolean;
}

/** Whether a column is about people whom a service is for: by its heading, as long as its cells do not say otherwise. */
export function aboutPerson(heading: string, cells: readonly GridCell[]): AboutPerson | undefined {
  const said = cells.filter(({ text }) => !saysNoPerson(text));
  const titles = [folded(heading.replace(/\(s\)/g, 's')), folded(heading.replace(/\([^)]*\)/g, ''))];
  for (const { what, titled, isOne, isSure } of kinds) {
    const cell = titles.some((title) => titled.test(title)) ? said.find(isOne) : undefined;
    if (cell) return { cell, what, isSure };
  }
  const names = said.filter(({ text }) => isPersonName(text));
  const isNaming = PERSON_ALONE.test(titles[0]!) && names.length * 2 >= said.length;
  return names[0] && isNaming ? { cell: names[0], what: NAMES, isSure: false } : undefined;
}

/** Whether what stands below a heading of contacts or staff can't be the name of one of them, in any of the cells. */
export function namesNobody(cells: readonly GridCell[]): boolean {
  return cells.length > 0 && cells.every(({ text }) => saysNoPerson(text) || COUNT.test(text));
}

/** A heading that says of a name only which part it is: of a contact, where the sheet has contacts. */
export const isPartOfName = (heading: string): boolean => NAME_ALONE.test(folded(heading));

const saysNoPerson = (text: string): boolean =>
  absenceIn(text) !== undefined || NOBODY.test(text.trim()) || isSurelyBody(text.trim());

const NOBODY = /^(?:y|n|yes|no|all|any|various|multiple|several|many|mixed|other|others)\.?$/i;

/** `12`, `0.5 WTE`, `2 x band 6`. Telephone numbers are longer. */
const COUNT =
  /^(?:\d{1,3}(?:,\d{3})+|0|[1-9]\d{0,5})(?:\.\d+)?%?(?:\s*(?:x|k|m|wte|fte|posts?|bands?(?: \d[a-d]?)?|hours?|days?|per|a|week|month|year|contacts?|people)\b)*$/i;

const PERSON =
  '(?:clients?|patients?|service users?|young persons?|young people|yps?|cyp|child(?:ren)?s?|famil(?:y|ies|ys)|offenders?|residents?|prisoners?|detainees?|inmates?|pupils?|students?|persons?|individuals?|participants?|victims?|parents?|carers?|guardians?|mothers?|fathers?)';
const PART = '(?:(?:sur|fore)names?|(?:first|last|given|middle|maiden) names?)';
const NAME = `(?:(?:full |known |preferred |legal )?names?|initials?|${PART})`;
const NUMBER = '(?:no|nos|numbers?)';
const NAMES = 'names of people';

const NAME_ALONE = new RegExp(`^${PART}(?: (?:and )?(?:${PART}|initials?))*$`);

const PERSON_ALONE =
  /^(?:(?:client|patient|service user|young person|yp|child|family|offender|resident|prisoner|detainee|pupil|student|person|participant|victim) ?)+$/;

const hasLetter = ({ text }: GridCell): boolean => /\p{L}/u.test(text);
const hasDigit = ({ text, is }: GridCell): boolean => is !== 'percent' && /\d/.test(text) && !text.includes('%');
/** `A1234BC`, `943 476 5919`; not `c1200`, `300YP`, `1,200 a year` or `20-30`, which count. */
const isCode = ({ text }: GridCell): boolean => {
  const plain = text.trim();
  if (/^\d[\d -]{6,}$/.test(plain)) return true;
  return /^(?=.*[A-Za-z])(?=.*\d)[A-Za-z\d/-]{4,}$/.test(plain) && !/^(?:c\d+|\d+[A-Za-z]+)$/.test(plain);
};
const isDate = (cell: GridCell): boolean => hasDigit(cell) && !/^\d{1,3}$/.test(cell.text.trim());

interface Kind {
  readonly what: string;
  readonly titled: RegExp;
  readonly isOne: (cell: GridCell) => boolean;
  readonly isSure: boolean;
}

const kinds: readonly Kind[] = [
  {
    what: NAMES,
    titled: new RegExp(`^(?:${PERSON} )+${NAME}(?: (?:and )?${NAME})*(?: only)?$`),
    isOne: hasLetter,
    isSure: true,
  },
  { what: NAMES, titled: new RegExp(`^${NAME} of (?:the )?(?:${PERSON} ?)+$`), isOne: hasLetter, isSure: true },
  { what: NAMES, titled: NAME_ALONE, isOne: hasLetter, isSure: true },
  {
    what: 'dates of birth',
    titled: new RegExp(`^(?:${PERSON} )*(?:dob|d o b|date of birth|birth ?date|birthday)$`),
    isOne: isDate,
    isSure: true,
  },
  {
    what: 'numbers of people',
    titled: new RegExp(
      `^(?:${PERSON} )*(?:(?:nhs|nomis|noms|pnc|cro|prison|prisoner|hospital|unique pupil|national insurance|ni|passport) ${NUMBER}|nomis(?: id)?|noms id|pnc(?: id)?|upn|mrn)$`,
    ),
    isOne: isCode,
    isSure: false,
  },
  {
    what: 'numbers of people',
    titled: new RegExp(`^(?:${PERSON} )+(?:${NUMBER}|ref|reference)(?: ${NUMBER})?$`),
    isOne: isCode,
    isSure: false,
  },
  {
    what: 'numbers of people',
    titled: new RegExp(`^(?:${PERSON} )+(?:id|identifier)(?: ${NUMBER})?$`),
    isOne: hasDigit,
    isSure: true,
  },
  {
    what: 'addresses of people',
    titled: new RegExp(
      `^(?:${PERSON} )+(?:home )?(?:address(?:es)?|post ?codes?)$|^(?:address|post ?code) of (?:the )?(?:${PERSON} ?)+$`,
    ),
    isOne: hasLetter,
    isSure: true,
  },
  {
    what: 'addresses of people',
    titled: /^home (?:address(?:es)?|post ?codes?)$/,
    isOne: hasLetter,
    isSure: false,
  },
];

/** Whether a text can be read as the name of a person or its initials, and hardly as anything else. */
function isPersonName(text: string): boolean {
  const plain = text.trim().replace(/^(?:Mr|Mrs|Ms|Miss|Master)\.?\s+/, '');
  if (/^\p{Lu}(?:\.\s?|\s)?\p{Lu}(?:\.\s?\p{Lu})?\.?$/u.test(plain)) return !SHORT.test(plain);
  if (!/^\p{Lu}[\p{L}'’-]+,?\s(?:\p{Lu}\.?\s)?\p{Lu}(?:\.|[\p{L}'’-]*)$/u.test(plain) || soundsLikeBody(plain))
    return false;
  return plain
    .split(/[\s,-]+/)
    .every((word) => !WORDS.has(word.toLowerCase()) && !/shire$/i.test(word) && !isShouted(word));
}

const isShouted = (word: string): boolean => /^\p{Lu}{2,}$/u.test(word);

/** Two letters that are short for something else. */
const SHORT = /^(?:YP|LA|GP|MH|LD|SU|OT|ED|CN|CP|CS|IP|OP|UK|OK|NA|IT|PT|SW|NE|NW|SE|HV|EH|CE|ND|AP)$/;

/** Words of groups, services and places, that stand with capital letters too. */
const WORDS = new Set(
  'young old older adult adults child children childrens people persons women men girls boys care looked after leaver leavers offender offenders early help support service services team school schools centre council north south east west northern southern eastern western central key stage high medium low need needs risk family families single lone parent parents foster fostered adoptive adopted kinship edge under over male female group groups community custody prison remand court ward inpatient outpatient acute crisis new first not mental health learning disability disabilities autism autistic special educational asylum seeking seekers refugee refugees universal targeted specialist complex county city in out of the and with without all each one two three local authority primary secondary protection plan social housing home homes hub unit house area district region aged open closed referred assessed active intensive general only both either youth justice sexual domestic abuse substance misuse drug alcohol black white asian mixed british national international full part time worker workers lead nurse officer teacher manager coordinator practitioner therapist clinician psychologist doctor consultant director mentor coach advocate pupil pupils student students patient patients client clients resident residents prisoner prisoners victim victims carer carers user users premium prolific priority post pre sentence sentenced trial bail licence remanded released resettlement age ages living supported'.split(
    ' ',
  ),
);
