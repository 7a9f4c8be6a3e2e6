import { describe, expect, it } from 'vitest';
import { at } from './acting.ts';

/** Organisations and boards that the texts below speak of. */
const register = {
  uri: 'file:///project/register.pathway',
  text: `organisation icb is icb
organisation trust is nhs-provider
organisation charity is voluntary
board oversight {
  member icb
  top
}
`,
};

/** The titles without those for living with a finding and for moving a declaration, which are always there. */
const mending = (titles: readonly string[]) =>
  titles.filter((title) => !/^(?:Accept|Turn off|Move|Declare a source)/.test(title));

describe('a board', () => {
  const governed = 'pathway p {\n  governance board planning\n}\n';

  it('gets a line for a member, with the caret behind the word, where its members belong', () => {
    const { actions, take } = at(`board |planning {\n  chair icb\n  top # for now\n}\n${governed}`, [register]);
    const title = "Write 'member' and name an organisation on the board";
    expect(take(title)).toBe(`board planning {\n  chair icb\n  member \n  top # for now\n}\n${governed}`);
    const { changes, preferred } = actions.find((action) => action.title === title)!;
    const [change] = changes.get('file:///project/it.pathway')!;
    expect(preferred).toBe(true);
    expect(change!.holes).toEqual([{ at: '  member '.length, length: 0 }]);
  });

  it('may report to any board that does not report to it, or to nobody; neither is guessed', () => {
    const { actions, titles, take } = at(
      `board |planning {\n  member icb\n}\nboard group {\n  member icb\n  reports to planning\n}\n${governed}`,
      [register],
    );
    expect(mending(titles)).toEqual(["Write 'reports to oversight'", "Write 'top': it reports to nobody"]);
    expect(actions.some(({ preferred }) => preferred)).toBe(false);
    expect(take("Write 'reports to oversight'")).toContain('  member icb\n  reports to oversight\n}\n');
  });

  it('loses the line that closes a loop, with a comment behind it and the line end of the file', () => {
    const text = 'board a {\n  reports to b\n}\nboard b {\n  member icb\n  |reports  to a # really?\n}\n';
    const { take } = at(text.replaceAll('\n', '\r\n'), [register]);
    expect(take("Take out 'reports to a'")).toBe(
      'board a {\n  reports to b\n}\nboard b {\n  member icb\n}\n'.replaceAll('\n', '\r\n'),
    );
  });
});

describe('an agreement that has ended', () => {
  const agreement = {
    uri: 'file:///project/agreements.pathway',
    text: 'agreement joint {\n  party icb\n  valid 2020 to 2022\n}\n',
  };
  const text = 'pathway p {\n  stage a {\n    enters\n    |governance agreement joint\n    leaves\n  }\n}\n';

  it('is asked about beside its dates, in its own file, or becomes a gap of the stage that rests on it', () => {
    const { titles, take } = at(text, [register, agreement]);
    const ask = "Write 'valid unknown' in agreement 'joint' and say why";
    expect(mending(titles)).toEqual(expect.arrayContaining(["Raise a gap about 'a'", ask]));
    expect(take(ask, agreement.uri)).toBe(
      'agreement joint {\n  party icb\n  valid 2020 to 2022\n  valid unknown because ""\n}\n',
    );
    expect(take("Raise a gap about 'a'")).toContain('    leaves\n\n    gap agreement ""\n  }\n');
  });
});

describe('a lawful basis', () => {
  const information = 'information notes is record containing health-data and offence-data\n';
  const agreement = (lines: string) =>
    `${information}agreement |joint is information-sharing {\n  party icb\n  covers notes\n${lines}  valid 2025 to 2027\n}\n`;

  it('and a condition are asked for together or one by one', () => {
    const { titles, take } = at(agreement(''), [register]);
    const all = "Write 'lawful-basis unknown' and 'condition unknown' and say why";
    expect(mending(titles)).toEqual([
      all,
      "Write 'lawful-basis unknown' and say why",
      "Write 'condition unknown' and say why",
    ]);
    expect(take(all)).toContain(
      '  covers notes\n  lawful-basis unknown because ""\n  condition unknown because ""\n  valid 2025',
    );
  });

  it('that does not exist makes room for a question', () => {
    const lines = '  lawful-basis "Article 6(1)(z)" according to paper\n  condition "Article 10"\n';
    const { take } = at(agreement(lines).replace('|', '').replace('"Article 6', '|"Article 6'), [
      register,
      { uri: 'file:///project/paper.pathway', text: 'source paper\n' },
    ]);
    const text = take("Write 'lawful-basis unknown' instead, and say why");
    expect(text).toContain('  covers notes\n  lawful-basis unknown because ""\n  condition "Article 10"\n');
  });

  it('without a condition for offences is asked about beside the condition that there is', () => {
    const { take } = at(agreement('  lawful-basis "Article 6(1)(e)"\n  condition "Article 9(2)(h)"\n'), [register]);
    expect(take("Write 'condition unknown' and say why")).toContain(
      '  condition "Article 9(2)(h)"\n  condition unknown because ""\n',
    );
  });
});

describe('an agreement that does not fit', () => {
  const agreements = {
    uri: 'file:///project/agreements.pathway',
    text: `information notes
agreement narrow {
  party trust
  valid 2025 to 2027
}
agreement wide {
  party trust
  party charity
  covers notes
  valid 2025 to 2027
}
`,
  };

  it('is replaced by one that does, or becomes a gap; no party is added', () => {
    const text =
      'pathway p {\n  stage a\n  stage b\n  transition t from a to b {\n    send notes from trust to charity under |narrow when "before"\n  }\n}\n';
    const { titles, take } = at(text, [register, agreements]);
    expect(mending(titles).filter((title) => /wide|gap|narrow/.test(title))).toEqual([
      "Write 'under wide' instead",
      "Raise a gap about 't'",
    ]);
    expect(take("Write 'under wide' instead")).toContain('from trust to charity under wide when "before"\n');
  });
});

describe('information', () => {
  it('that nobody uses is sent along where the author picks, in whatever file, or taken out', () => {
    const pathway = {
      uri: 'file:///project/p.pathway',
      text: 'pathway p {\n  stage a\n  stage b\n  transition t from a to b {\n    movement referral\n    agreement none\n  }\n}\n',
    };
    const { titles, take } = at('information |notes\ninformation letter\n', [pathway]);
    expect(mending(titles)).toEqual(["Write 'send notes' in transition 't'", "Take out 'notes'"]);
    expect(take("Write 'send notes' in transition 't'", pathway.uri)).toContain(
      '    movement referral\n    send notes\n    agreement none\n',
    );
    expect(take("Take out 'notes'")).toBe('information letter\n');
  });

  it('that an agreement covers is not taken out', () => {
    const text = 'information |notes\nagreement joint {\n  covers notes\n  valid 2025\n}\npathway p {\n  stage a\n}\n';
    expect(mending(at(text).titles).filter((title) => title.startsWith('Take out'))).toEqual([]);
  });

  it('from an assessment is sent by a transition that says what it sends', () => {
    const text = `information notes
information letter
pathway p {
  stage a {
    assessment |notes
  }
  stage b
  stage c
  transition t from a to b {
    send letter
  }
  transition u from a to c {
    send none because "On foot"
  }
}
`;
    const { actions, take } = at(text);
    const title = "Write 'send notes' in transition 't'";
    expect(actions.find(({ preferred }) => preferred)?.title).toBe(title);
    expect(take(title)).toContain('    send letter\n    send notes\n');
  });
});

describe('a sender that is not at the stage', () => {
  const text = `information notes
pathway p {
  stage a {
    provider trust
    partner icb
  }
  stage b
  transition t from a to b {
    send notes from |charity
  }
}
`;

  it('is replaced by one that is, or becomes a partner; neither is guessed', () => {
    const { actions, take } = at(text, [register]);
    const own = actions.filter(({ findings = [] }) => findings.some(({ rule }) => rule === 'sender-not-at-stage'));
    expect(mending(own.map(({ title }) => title))).toEqual([
      "Write 'from trust' instead",
      "Write 'from icb' instead",
      "Write 'partner charity' in stage 'a'",
    ]);
    expect(own.some(({ preferred }) => preferred)).toBe(false);
    expect(take("Write 'from trust' instead")).toContain('    send notes from trust\n');
    expect(take("Write 'partner charity' in stage 'a'")).toContain('    partner icb\n    partner charity\n');
  });
});

describe('what looks like data about a person', () => {
  const title = 'Delete what looks like data about a person';

  it.each([
    ['pathway p {\n  note "Seen |999 000 0018 twice"\n}\n', 'pathway p {\n  note "Seen twice"\n}\n'],
    ['pathway p {\n  note "|9990000018"\n}\n', 'pathway p {\n  note ""\n}\n'],
    ['# Ask |999-000-0018.\nsource s\n', '# Ask .\nsource s\n'],
    [
      'source s {\n  note """\n    born on |3 April 2009,\n    """\n}\n',
      'source s {\n  note """\n    born on ,\n    """\n}\n',
    ],
  ])('is deleted from a text or a comment: %j', (text, deleted) => {
    expect(at(text).take(title)).toBe(deleted);
  });

  it('is left to the author where its line would not be read any more', () => {
    expect(at('system client-|9990000018\n').titles).not.toContain(title);
  });
});

describe('a small number', () => {
  it.each([
    ['activity 3 people for 2025/26', 'activity fewer than 5 people for 2025/26'],
    ['activity about 1 person measuring "Girls" from x', 'activity fewer than 5 people measuring "Girls" from x'],
    ['activity up  to 4 children per year', 'activity fewer than 5 children per year'],
    ['activity fewer than 2 service-users', 'activity fewer than 5 service-users'],
  ])('becomes fewer than five: %s', (line, written) => {
    const { actions, take } = at(`footprint x\npathway p {\n  |${line}\n}\n`);
    const { title, preferred } = actions.find((action) => action.title.startsWith("Write 'fewer than 5 "))!;
    expect(preferred).toBe(true);
    expect(take(title)).toBe(`footprint x\npathway p {\n  ${written}\n}\n`);
  });
});
