import { describe, expect, it } from 'vitest';
import { at, Desk } from './acting.ts';

/** What a line becomes: `|` is where the caret stands. */
const slips: readonly { readonly slip: string; readonly from: string; readonly title: string; readonly to: string }[] =
  [
    { slip: 'a misspelt keyword', from: '  stag| b\n', title: "Did you mean 'stage'?", to: '  stage b\n' },
    {
      slip: 'a word that is not among the choices',
      from: '  status |drafted\n',
      title: "Did you mean 'draft'?",
      to: '  status draft\n',
    },
    {
      slip: 'a text without its closing quote',
      from: '  stage a "|x {\n    purpose "y"\n  }\n',
      title: 'Add the quote that is missing',
      to: '  stage a "x" {\n    purpose "y"\n  }\n',
    },
    {
      slip: 'three quotes that never end',
      from: '  purpose """|x\n',
      title: 'Add the three quotes that are missing',
      to: '  purpose """x"""\n',
    },
    {
      slip: 'a missing closing brace, before a comment at the end of its line',
      from: '  stage a {\n    purpose "x|" # so\n  stage b\n',
      title: "Add the '}' that is missing",
      to: '  stage a {\n    purpose "x" # so\n  }\n  stage b\n',
    },
    {
      slip: 'a missing opening brace',
      from: '  stage a|\n    purpose "x"\n  }\n',
      title: "Add the '{' that is missing",
      to: '  stage a {\n    purpose "x"\n  }\n',
    },
    {
      slip: 'a closing brace too many',
      from: '  stage a {\n    purpose "x"\n    }|\n  }\n',
      title: "Take out this '}'",
      to: '  stage a {\n    purpose "x"\n  }\n',
    },
    { slip: 'curly quotes', from: '  purpose |“x”\n', title: 'Write straight quotes', to: '  purpose "x"\n' },
    { slip: 'single quotes', from: "  purpose |'x'\n", title: 'Write straight quotes', to: '  purpose "x"\n' },
    { slip: 'single curly quotes', from: '  purpose |‘x’\n', title: 'Write straight quotes', to: '  purpose "x"\n' },
    {
      slip: 'a label without quotes',
      from: '  stage a |Early help in the north {\n    leaves\n  }\n',
      title: 'Put quotes around it',
      to: '  stage a "Early help in the north" {\n    leaves\n  }\n',
    },
    {
      slip: 'a label without quotes before the rest of its line',
      from: '  stage a |Early help realises early {\n    leaves\n  }\n',
      title: 'Put quotes around it',
      to: '  stage a "Early help" realises early {\n    leaves\n  }\n',
    },
    {
      slip: 'a text without quotes',
      from: '  purpose |Help them early. according to report\n',
      title: 'Put quotes around it',
      to: '  purpose "Help them early." according to report\n',
    },
    {
      slip: 'a name with a space in it',
      from: '  stage |early help "Early help" { leaves }\n',
      title: "Write 'early-help'",
      to: '  stage early-help "Early help" { leaves }\n',
    },
    {
      slip: 'an amount with a space in it',
      from: '  cost |£ 75k for 2025/26\n',
      title: "Write '£75k'",
      to: '  cost £75k for 2025/26\n',
    },
    {
      slip: 'a comma behind an amount with a space in it',
      from: '  cost |£ 500, estimate\n',
      title: "Write '£500'",
      to: '  cost £500 estimate\n',
    },
    {
      slip: 'a keyword in a name with spaces',
      from: '  stage |drop in centre "Drop-in" { leaves }\n',
      title: "Write 'drop-in-centre'",
      to: '  stage drop-in-centre "Drop-in" { leaves }\n',
    },
    {
      slip: 'a unit with a space in it',
      from: '  stage a { wait 5 |working days }\n',
      title: "Write 'working-days'",
      to: '  stage a { wait 5 working-days }\n',
    },
    {
      slip: 'a letter in an amount',
      from: '  cost |£18Ok for 2025/26\n',
      title: "Did you mean '£180k'?",
      to: '  cost £180k for 2025/26\n',
    },
    {
      slip: 'a short financial year',
      from: '  cost £75k for |25/26\n',
      title: "Write '2025/26'",
      to: '  cost £75k for 2025/26\n',
    },
    {
      slip: 'a short unit of time',
      from: '  stage a { wait 9 |wks }\n',
      title: "Did you mean 'weeks'?",
      to: '  stage a { wait 9 weeks }\n',
    },
    {
      slip: 'a range with a hyphen',
      from: '  ages 0|-21\n',
      title: "Write 'to' between the two numbers",
      to: '  ages 0 to 21\n',
    },
    {
      slip: 'a range with a dash and spaces',
      from: '  ages 0 |– 21\n',
      title: "Write 'to' between the two numbers",
      to: '  ages 0 to 21\n',
    },
    {
      slip: 'a list with commas',
      from: '  stage a {\n    level tier-1|, tier-2, tier-3 # x\n  }\n',
      title: 'Write each on a line of its own',
      to: '  stage a {\n    level tier-1\n    level tier-2\n    level tier-3 # x\n  }\n',
    },
    {
      slip: 'a list with commas on the line of its block',
      from: '  stage a { level tier-1|, tier-2 }\n',
      title: 'Write each on a line of its own',
      to: '  stage a { level tier-1  level tier-2 }\n',
    },
    {
      slip: 'two values for one fact',
      from: '  stage a {\n    level tier-1 |tier-2\n  }\n',
      title: "Write 'level tier-2' on a line of its own",
      to: '  stage a {\n    level tier-1\n    level tier-2\n  }\n',
    },
    { slip: 'a colon', from: '  purpose|: "x"\n', title: "Take out ':'", to: '  purpose "x"\n' },
    { slip: 'two slashes', from: '  |// so\n', title: 'Make it a comment', to: '  # so\n' },
    { slip: 'slashes and stars', from: '  |/* so */\n', title: 'Make it a comment', to: '  # so\n' },
    {
      slip: 'an absence where none can be',
      from: '  cohort |unknown\n',
      title: 'Take out this line',
      to: '',
    },
    {
      slip: 'years that look like a month',
      from: '  action a "x" {\n    due |2015-17\n  }\n',
      title: "Write '2015/16'",
      to: '  action a "x" {\n    due 2015/16\n  }\n',
    },
    {
      slip: 'a fact that was broken off',
      from: '  provider|\n  ages 0 to 21\n',
      title: "Write 'provider unknown' and say why",
      to: '  provider unknown because ""\n  ages 0 to 21\n',
    },
  ];

describe('a slip in the text is put right', () => {
  for (const lineEnd of ['\n', '\r\n']) {
    for (const { slip, from, title, to } of slips) {
      it(`${slip}${lineEnd === '\n' ? '' : ', in a file with long line ends'}`, () => {
        const around = (inner: string): string => `pathway p {\n${inner}}\n`.replaceAll('\n', lineEnd);
        const { take, desk } = at(around(from));
        expect(desk.problems('errors').some((error) => error.startsWith('syntax-error'))).toBe(true);
        const text = take(title);
        expect(text).toBe(around(to));
        const after = new Desk([{ uri: 'file:///project/it.pathway', text }]).problems('errors');
        expect(after.filter((error) => error.startsWith('syntax-error'))).toEqual([]);
      });
    }
  }

  it('with a word for each part of a list', () => {
    const { take } = at('information x containing health-data|, offence-data\n');
    expect(take("Write 'and' between them")).toBe('information x containing health-data and offence-data\n');
  });

  it('one brace after another, where several are missing', () => {
    const { take } = at('pathway p {\n  stage a {\n    purpose "x|"\n');
    const once = take("Add the '}' that is missing");
    expect(once).toBe('pathway p {\n  stage a {\n    purpose "x"\n  }\n');
    expect(at(once.replace('  }\n', '  }|\n')).take("Add the '}' that is missing")).toBe(`${once.slice(0, -1)}\n}\n`);
  });

  it('one slip after another, where a line has two', () => {
    const once = at('pathway p {\n  stage a "A" { cost |£ 75k for 25/26 }\n}\n').take("Write '£75k'");
    expect(once).toBe('pathway p {\n  stage a "A" { cost £75k for 25/26 }\n}\n');
    expect(at(once.replace('25/26', '|25/26')).take("Write '2025/26'")).toBe(once.replace('25/26', '2025/26'));
  });

  it('and nothing is offered that would not help', () => {
    expect(at('pathway p {\n  action a "x" {\n    due |2015-17\n  }\n}\n').titles).toEqual(["Write '2015/16'"]);
    expect(at('pathway |unknown {\n}\n').titles).toEqual([]);
  });
});

describe('a name that is not known', () => {
  const register = { uri: 'file:///project/register.pathway', text: 'organisation bcp-ft\norganisation bcp-gp\n' };

  it('is replaced by one that looks like it, all of them offered', () => {
    const { titles, take } = at('pathway p {\n  owner |bcp-fp\n}\n', [register]);
    expect(titles).toEqual([
      "Did you mean 'bcp-ft'?",
      "Did you mean 'bcp-gp'?",
      "Declare organisation 'bcp-fp' in register.pathway",
    ]);
    expect(take("Did you mean 'bcp-gp'?")).toBe('pathway p {\n  owner bcp-gp\n}\n');
  });

  it('is replaced with the words behind it that belong to the name', () => {
    const { take } = at('pathway p {\n  owner |bcp ft\n}\n', [register]);
    expect(take("Did you mean 'bcp-ft'?")).toBe('pathway p {\n  owner bcp-ft\n}\n');
    const other = at('pathway p {\n  owner |bcp-fp according to ft\n}\n', [register]);
    expect(other.take("Did you mean 'bcp-ft'?")).toBe('pathway p {\n  owner bcp-ft according to ft\n}\n');
  });

  it('is declared in the file that declares most of its kind', () => {
    const text = at('pathway p {\n  owner |zzz\n}\n', [register]).take(
      "Declare organisation 'zzz' in register.pathway",
      register.uri,
    );
    expect(text).toBe('organisation bcp-ft\norganisation bcp-gp\norganisation zzz\n');
  });

  it('is declared before what uses it, where nothing declares its kind', () => {
    const { take } = at('# About p.\npathway p {\n  owner |zzz\n}\n');
    expect(take("Declare organisation 'zzz' in this file")).toBe(
      'organisation zzz\n\n# About p.\npathway p {\n  owner zzz\n}\n',
    );
  });

  const declared: readonly (readonly [string, string, string])[] = [
    [
      'pathway p {\n  stage a\n  transition from a to |b\n}\n',
      "Declare stage 'b' in pathway 'p'",
      'pathway p {\n  stage a\n  stage b\n  transition from a to b\n}\n',
    ],
    [
      'pathway p {\n  gap g "x" {\n    action |b\n  }\n}\n',
      "Declare action 'b' in pathway 'p'",
      'pathway p {\n  gap g "x" {\n    action b\n  }\n\n  action b\n}\n',
    ],
    [
      'specification s\npathway p realises s {\n  stage a realises |b\n}\n',
      "Declare required stage 'b' in specification 's'",
      'specification s {\n  require stage b\n}\npathway p realises s {\n  stage a realises b\n}\n',
    ],
    [
      'vocabulary v {\n  setting clinic "Clinic"\n}\npathway p {\n  stage a {\n    setting |xyzzy\n  }\n}\n',
      "Declare setting 'xyzzy' in vocabulary 'v'",
      'vocabulary v {\n  setting clinic "Clinic"\n  setting xyzzy\n}\npathway p {\n  stage a {\n    setting xyzzy\n  }\n}\n',
    ],
    [
      'pathway p {\n  cohort |xyzzy\n}\n',
      "Declare cohort 'xyzzy' in a vocabulary of the project's own",
      'pathway p {\n  cohort xyzzy\n}\n\nvocabulary local {\n  cohort xyzzy\n}\n',
    ],
  ];
  it.each(declared)('%s', (from, title, to) => {
    const { take } = at(from);
    expect(take(title)).toBe(to);
    expect(new Desk([{ uri: 'file:///project/it.pathway', text: to }]).problems('errors')).toEqual([]);
  });

  it('is not declared where nobody has stated what it would have to say', () => {
    expect(at('pathway p {\n  stage a\n}\nscenario s changes p {\n  remove transition |t\n}\n').titles).toEqual([]);
  });
});

describe('a missing fact is written where it belongs', () => {
  const outer = 'pathway p {\n  commissioner unknown\n  activity unknown\n  cost unknown\n  governance unknown\n';
  const title = "Write 'provider unknown' and say why";
  const written: readonly (readonly [string, string, string])[] = [
    ['without a body', '  stage |a\n', '  stage a {\n    provider unknown because ""\n  }\n'],
    ['before a comment', '  stage |a # so\n', '  stage a { # so\n    provider unknown because ""\n  }\n'],
    ['with an empty body', '  stage |a {\n  }\n', '  stage a {\n    provider unknown because ""\n  }\n'],
    [
      'with all on one line',
      '  stage |a { setting community  leaves }\n',
      '  stage a {\n    setting community\n    provider unknown because ""\n    leaves\n  }\n',
    ],
    [
      'between its neighbours, below a comment that goes on',
      '  stage |a {\n    setting community # one\n                      # two\n\n    wait unknown\n    leaves\n  }\n',
      '  stage a {\n    setting community # one\n                      # two\n    provider unknown because ""\n\n    wait unknown\n    leaves\n  }\n',
    ],
    [
      'apart from a block',
      '  stage |a {\n    gap g "x" {\n      severity high\n    }\n  }\n',
      '  stage a {\n    provider unknown because ""\n\n    gap g "x" {\n      severity high\n    }\n  }\n',
    ],
    [
      'with the indentation of its block',
      '\tstage |a {\n\t\tsetting community\n\t}\n',
      '\tstage a {\n\t\tsetting community\n\t\tprovider unknown because ""\n\t}\n',
    ],
    [
      'with braces in unusual places',
      '  stage |a { setting community\n    leaves }\n',
      '  stage a { setting community\n    provider unknown because ""\n    leaves }\n',
    ],
  ];
  it.each(written)('%s', (_, from, to) => {
    const { take } = at(`${outer}${from}}\n`);
    const text = take(title);
    expect(text).toBe(`${outer}${to}}\n`);
    const after = new Desk([{ uri: 'file:///project/it.pathway', text }]);
    expect(after.problems().filter((problem) => problem.startsWith('missing-provider'))).toEqual([]);
    const asked = after.checked.findings.filter(({ severity }) => severity === 'question');
    expect(asked.flatMap(({ facts }) => facts ?? [])).toContain('provider');
    expect(asked).toHaveLength(text.split(' unknown').length - 1);
  });

  it('not while its brace is missing', () => {
    expect(at('pathway p {\n  stage |a\n    setting community\n  }\n}\n').titles).not.toContain(title);
  });

  it('all of them at once', () => {
    const { take } = at('pathway p {\n  stage |a {\n    wait unknown\n  }\n}\n');
    expect(take("Write 'unknown' for provider, commissioner, activity, cost and governance, and say why")).toContain(
      [
        '    provider unknown because ""',
        '    commissioner unknown because ""',
        '    activity unknown because ""',
        '    cost unknown because ""',
        '    wait unknown',
        '    governance unknown because ""',
        '  }',
      ].join('\n'),
    );
  });

  it('with the bodies of the project that might be meant', () => {
    const text =
      'organisation t "Trust" is nhs-provider\norganisation u is nhs-provider\norganisation c is icb\nboard b\npathway p {\n  stage x {\n    provider u\n  }\n  stage |a\n}\n';
    const { titles, take } = at(text);
    expect(
      titles.filter((one) => /'(provider|commissioner|governance board) [^u]/.test(one) || one.includes("provider u'")),
    ).toEqual([
      "Write 'provider u'",
      "Write 'provider t' (Trust)",
      "Write 'commissioner c'",
      "Write 'governance board b'",
    ]);
    expect(take("Write 'provider u'")).toContain('  stage a {\n    provider u\n  }\n');
  });
});

describe('a repeated line', () => {
  it('is taken out', () => {
    const { take } = at('pathway p {\n  owner unknown\n  ages 0 to 21\n  owner  unknown| # again\n}\n');
    expect(take('Take out this line: it stands above already')).toBe(
      'pathway p {\n  owner unknown\n  ages 0 to 21\n}\n',
    );
  });

  it('is not offered for the first of them, or for another one', () => {
    expect(at('pathway p {\n  owner |unknown\n  owner unknown\n}\n').titles.join()).not.toContain('above already');
  });

  it('goes as a whole block, where two say the same', () => {
    const { take, titles } = at('board b {\n  top\n}\n\nboard |b {\n  top\n}\n\nboard c\n');
    expect(titles.slice(0, 2)).toEqual([
      "Take out this 'b': the other one says the same",
      "Give this 'b' another name",
    ]);
    expect(take("Take out this 'b': the other one says the same")).toBe('board b {\n  top\n}\n\nboard c\n');
  });
});

describe('ages', () => {
  it('that run backwards are turned round', () => {
    expect(at('pathway p {\n  |ages 21 to 0 # all\n}\n').take("Write 'ages 0 to 21'")).toBe(
      'pathway p {\n  ages 0 to 21 # all\n}\n',
    );
  });
});

describe('stages that a specification requires', () => {
  it('are put into the empty pathway, without those that it omits', () => {
    const specification =
      'specification s {\n  require stage a "A \\"1\\""\n  require stage b\n  require stage c\n  require transition from a to b\n  require transition from b to c\n}\n';
    const { take } = at(`${specification}pathway |p realises s {\n  omits c because "x"\n}\n`);
    expect(take("Add the stages that 's' requires")).toBe(
      `${specification}pathway p realises s {\n  omits c because "x"\n\n  stage a "A \\"1\\""\n  stage b\n  transition from a to b\n}\n`,
    );
  });
});

describe('a text that is not saved, empty or quite broken', () => {
  it.each(['', '\n', '{', '}', '"', 'stage', 'pathway', 'pathway p {\n  transition from', '\uFEFFpathway p'])(
    '%j',
    (text) => {
      const desk = new Desk([{ uri: 'untitled:Untitled-1', text }]);
      for (let line = 0; line < 3; line++)
        for (let character = 0; character < 12; character++)
          for (const action of desk.actions(line, character)) expect(desk.after(action).text()).not.toBe(text);
    },
  );
});
