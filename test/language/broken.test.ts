import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { loadProject } from '../../src/language/load.ts';
import { elementsIn } from '../../src/model/walk.ts';
import { runRules } from '../../src/rules/engine.ts';

const samples = new URL('../contract/samples/', import.meta.url);
const read = (name: string): string => readFileSync(new URL(name, samples), 'utf8');
const around = ['registry.pathway', 'specs/west-midlands-hj.pathway', 'project.pathway'].map((name) => ({
  uri: `file:///p/${name}`,
  text: read(name),
}));
const whole = read('footprints/black-country.pathway');

/** What is said of a text, as `line:character what is marked | message`, before any rule is asked. */
function errorsOf(text: string): string[] {
  const uri = 'file:///p/broken.pathway';
  const lines = text.split('\n');
  return loadProject([...around, { uri, text }])
    .findings.filter(({ place }) => place.file === uri)
    .map(({ place, message }) => {
      const marked = lines[place.line]!.slice(
        place.character,
        place.endLine === place.line ? place.endCharacter : undefined,
      );
      return `${place.line + 1} ${marked} | ${message}`;
    });
}

/** The rules' findings of a text, without where they stand. */
function findingsOf(text: string): string[] {
  const uri = 'file:///p/broken.pathway';
  const { project } = loadProject([...around, { uri, text }]);
  return runRules(project, { asOf: '2016-06-30' })
    .filter(({ place }) => place.file === uri)
    .map(({ rule, element }) => `${rule} ${element}`);
}

/** The names of all that a text declares. */
function namesIn(text: string): string[] {
  const uri = 'file:///p/broken.pathway';
  const file = loadProject([...around, { uri, text }]).project.files.find((one) => one.file === uri)!;
  return file.declarations.flatMap((declaration) => [...elementsIn(declaration)].map(({ name }) => name));
}

/** Leaves out the first line after a mark that is exactly the given one. */
function without(text: string, mark: string, line: string): string {
  const at = text.indexOf(`\n${line}\n`, text.indexOf(mark));
  return text.slice(0, at) + text.slice(at + line.length + 1);
}

const slips: readonly { readonly slip: string; readonly text: string; readonly error: string }[] = [
  {
    slip: 'a stage without its closing brace',
    text: without(whole, 'stage early-help', '  }'),
    error: `62 medium | Stage 'early-help' (line 54) is not closed: add '}' on a line of its own after this one.`,
  },
  {
    slip: 'a transition without its closing brace',
    text: without(whole, 'transition diversion', '  }'),
    error: `99 unknown | Transition 'diversion' (line 97) is not closed: add '}' on a line of its own after this one.`,
  },
  {
    slip: 'a pathway without its closing brace, before another block',
    text: without(whole, 'accept undated-action', '}'),
    error: `135 2016-12 | Pathway 'bc-hj' (line 4) is not closed: add '}' on a line of its own after this one.`,
  },
  {
    slip: 'a file that ends too soon',
    text: whole.trimEnd().slice(0, -1),
    error: `142 cost | View 'who-commissions' (line 138) is not closed: add '}' on a line of its own after this one.`,
  },
  {
    slip: 'a label without quotes',
    text: whole.replace('"Universal and targeted support" {', 'Universal and targeted support {'),
    error:
      `54 Universal and targeted support | A text stands between double quotes, "like this": ` +
      `put quotes around 'Universal and targeted support'.`,
  },
  {
    slip: 'a reason without quotes',
    text: whole.replace('because "pilot timetable not published"', 'because pilot timetable not published'),
    error:
      `135 pilot timetable not published | A text stands between double quotes, "like this": ` +
      `put quotes around 'pilot timetable not published'.`,
  },
  {
    slip: 'a stage without its opening brace',
    text: whole.replace('"Universal and targeted support" {', '"Universal and targeted support"'),
    error: `54 "Universal and targeted support" | Stage 'early-help' (line 54) has no opening brace: add '{' at the end of this line.`,
  },
  {
    slip: 'a closing brace too many',
    text: whole.replace('    partner childrens-society\n', '    partner childrens-society\n    }\n'),
    error: `60 } | This closing brace closes nothing: take it out, or add the '{' that it belongs to.`,
  },
  {
    slip: 'a text without its closing quote, before a brace',
    text: whole.replace('"Universal and targeted support" {', '"Universal and targeted support {'),
    error: '54 "Universal and targeted support | This text has no closing quote: add " at its end.',
  },
  {
    slip: 'curly quotes',
    text: whole.replace('"Community CAMHS"', '“Community CAMHS”'),
    error: '65 “Community CAMHS” | Texts stand between straight double quotes, "like this": replace the curly ones.',
  },
];

describe('a slip in braces or quotes is one error, and the rest of the file is understood as before', () => {
  for (const { slip, text, error } of slips) {
    it(slip, () => {
      expect(text).not.toBe(whole);
      expect(errorsOf(text)).toEqual([error]);
      expect(findingsOf(text)).toEqual(findingsOf(whole));
    });
  }
});

it('a fact whose keyword is misspelt is still taken for what was meant', () => {
  const text = whole.replace('governance agreement prison', 'govrnance agreement prison');
  expect(text).not.toBe(whole);
  expect(findingsOf(text)).toEqual(findingsOf(whole));
  // Not that 'unknown' is no name for an agreement, which a line far below would be without the blocks around it.
  expect(errorsOf(text)).toEqual(["48 govrnance | 'govrnance' is not known in a stage. Did you mean 'governance'?"]);
});

const lines: readonly { readonly slip: string; readonly from: string; readonly to: string; readonly error: string }[] =
  [
    {
      slip: 'a misspelt keyword',
      from: 'partner childrens-society',
      to: 'partnr childrens-society',
      error: "59 partnr | 'partnr' is not known in a stage. Did you mean 'partner'?",
    },
    {
      slip: 'a word that is not among the choices',
      from: 'status draft as of 2016',
      to: 'status drafted as of 2016',
      error:
        "5 drafted | After 'status' comes 'draft', 'proposed', 'current' or 'closed', not 'drafted'. Did you mean 'draft'?",
    },
    {
      slip: 'a half-typed fact, which does not swallow the next line',
      from: 'provider unknown\n    partner childrens-society',
      to: 'provider\n    partner childrens-society',
      error: "58 provider | After 'provider' comes a name, 'unknown', 'none' or 'not-applicable'.",
    },
    {
      slip: 'years that look like a month',
      from: 'due unknown ask wolverhampton-ccg by 2016-10',
      to: 'due 2015-17',
      error:
        "130 2015-17 | '2015-17' is not a month. If you mean the years 2015 to 2017, write '2015 to 2017'; if you mean a financial year, write '2015/16'.",
    },
    {
      slip: 'a range with a dash',
      from: 'ages 0 to 21',
      to: 'ages 0-21',
      error: "8 - | '-' means nothing here: a range is written with 'to', as in 'ages 10 to 18'.",
    },
    {
      slip: 'a list with a comma',
      from: 'level tier-1\n    level tier-2',
      to: 'level tier-1, tier-2',
      error: "56 , | ',' means nothing here: write each fact on a line of its own.",
    },
    {
      slip: 'two values for one fact',
      from: 'level tier-1\n    level tier-2',
      to: 'level tier-1 tier-2',
      error: "56 tier-2 | 'tier-2' is too much on this line: each fact stands on a line of its own, after its keyword.",
    },
    {
      slip: 'an absence where none can be',
      from: 'setting place-of-safety',
      to: 'setting unknown',
      error: "80 unknown | 'setting' can't be 'unknown': give its value, or leave the line out until it is known.",
    },
    {
      slip: 'money without its sign',
      from: 'cost £75k grant',
      to: 'cost 75000 grant',
      error:
        "129 75000 | After 'cost' comes an amount of money such as £75k, 'unknown', 'none' or 'not-applicable', not '75000'. Did you mean '£75000'?",
    },
    {
      slip: 'separators in the wrong places',
      from: 'cost £75k grant',
      to: 'cost £12,00 grant',
      error: "129 £12,00 | '£12,00' has a comma out of place: write £12.00 or £1,200.",
    },
    {
      slip: 'a name that nothing declares',
      from: 'partner bcp-ft',
      to: 'partner bcpft',
      error: "69 bcpft | Organisation 'bcpft' is not known here. Did you mean 'bcp-ft'?",
    },
    {
      slip: 'a name of another kind',
      from: 'partner bcp-ft',
      to: 'partner systmone',
      error: "69 systmone | 'systmone' is a system, and an organisation is wanted here.",
    },
    {
      slip: 'a stage that is not there',
      from: 'to inpatient-camhs { movement step-up }',
      to: 'to inpatient-cahms { movement step-up }',
      error: "111 inpatient-cahms | Stage 'inpatient-cahms' is not known here. Did you mean 'inpatient-camhs'?",
    },
  ];

describe('a slip in a line is one error at the word in question', () => {
  for (const { slip, from, to, error } of lines) {
    it(slip, () => {
      const text = whole.replace(from, to);
      expect(text).not.toBe(whole);
      expect(errorsOf(text)).toEqual([error]);
      expect(namesIn(text)).toEqual(namesIn(whole));
    });
  }
});

describe('files that are hardly begun', () => {
  const begun: Record<string, string[]> = {
    '': [],
    '\n\n# only a comment': [],
    'pathway \n': ["1 pathway | After 'pathway' comes a name."],
    'pathway unknown "x" {\n}\n': [
      "1 unknown | 'unknown' can't be a name: it says that something is not there. Choose another name.",
    ],
    'stage x { }\n': ["1 stage | 'stage' can't stand at the top level of a file: put it into a pathway."],
    'nonsense\n': [
      "1 nonsense | 'nonsense' can't stand at the top level of a file. Each line starts with a word such as project, source, footprint, organisation or system.",
    ],
  };
  for (const [text, errors] of Object.entries(begun)) {
    it(JSON.stringify(text), () => expect(errorsOf(text)).toEqual(errors));
  }
});

describe('a name that is not known is the one root cause', () => {
  it('says nothing of the stages of a pathway that is not there', () => {
    const text = 'pathway p {\n  stage a\n  transition from a to b of elsewhere\n  uses stage c of nowhere\n}\n';
    expect(errorsOf(text)).toEqual([
      "3 elsewhere | Pathway 'elsewhere' is not known here: declare it with 'pathway elsewhere \"…\"', or correct its name.",
      "4 nowhere | Pathway 'nowhere' is not known here: declare it with 'pathway nowhere \"…\"', or correct its name.",
    ]);
  });

  it('does not take a line that cannot be read for a gap', () => {
    const broken = whole.replace('provider unknown because "deliverer not named in sources"', 'provider 5');
    expect(findingsOf(broken)).not.toContain('missing-provider first-contact');
  });
});

it('does not guess a name that is only of the same family', () => {
  const text =
    'organisation riverside-charity\npathway p {\n  provider riverside-hospital\n  provider riverside-charty\n}\n';
  expect(errorsOf(text)).toEqual([
    "3 riverside-hospital | Organisation 'riverside-hospital' is not known here: declare it with 'organisation riverside-hospital \"…\"', or correct its name.",
    "4 riverside-charty | Organisation 'riverside-charty' is not known here. Did you mean 'riverside-charity'?",
  ]);
});
