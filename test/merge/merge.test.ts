import { describe, expect, it } from 'vitest';
import { mergeTexts } from '../../src/merge/merge.ts';

const base = `# Agreed in May
pathway hj "Health and justice" {
  status current
  owner icb

  stage intake "First contact" {
    enters "Self-referral"
    setting community
    provider charity
    cost unknown ask icb  # they promised it
  }

  # The heart of it
  stage clinic "Clinic" {
    setting community
    provider trust
    cost £75k actual for 2025/26
    activity 300 people for 2025/26
    note """
      Open on
        weekdays
      """
  }

  transition from intake to clinic {
    criteria "Needs more than advice"
    send chat
  }
}
`;

const labels = { ours: 'ours', theirs: 'theirs' };
const put = (old: string, now: string, text = base): string => {
  expect(text).toContain(old);
  return text.replace(old, () => now);
};
const merge = (ours: string, theirs: string, from = base) => mergeTexts({ base: from, ours, theirs }, labels);
function clean(ours: string, theirs: string, from = base): string {
  const { text, undecided, by } = merge(ours, theirs, from);
  expect([by, undecided, text.includes('<<<<')]).toEqual(['facts', 0, false]);
  return text;
}

describe('what two people changed at different facts', () => {
  it('of one stage, beside each other', () => {
    const ours = put('cost £75k actual for 2025/26', 'cost £80k actual for 2025/26');
    const theirs = put('activity 300 people', 'activity 320 people');
    expect(clean(ours, theirs)).toBe(put('activity 300 people', 'activity 320 people', ours));
  });

  it('two new facts at one place', () => {
    const ours = put('    provider trust\n', '    provider trust\n    commissioner icb\n');
    const theirs = put(
      '    provider trust\n',
      '    provider trust\n    # a second one\n    provider charity as "Advice"\n',
    );
    expect(clean(ours, theirs)).toBe(
      put(
        '    commissioner icb\n',
        '    commissioner icb\n    # a second one\n    provider charity as "Advice"\n',
        ours,
      ),
    );
  });

  it('two new stages at one place', () => {
    const stage = (name: string) => `\n  stage ${name} {\n    setting community\n  }\n`;
    const before = '\n  transition from intake';
    const ours = put(before, stage('aftercare') + before);
    const theirs = put(before, stage('home') + before);
    expect(clean(ours, theirs)).toBe(put(before, stage('aftercare') + stage('home') + before));
  });

  it('a stage under another name, and a fact in it', () => {
    const ours = put('stage clinic "Clinic"', 'stage centre "Clinic"').replace('intake to clinic', 'intake to centre');
    const theirs = put('cost £75k', 'cost £80k').replace('send chat', 'send chat when "before"');
    expect(clean(ours, theirs)).toBe(
      ours.replace('cost £75k', 'cost £80k').replace('send chat', 'send chat when "before"'),
    );
    expect(clean(theirs, ours)).toBe(clean(ours, theirs));
  });

  it('the label of a stage, and what it realises', () => {
    const ours = put('stage clinic "Clinic"', 'stage clinic "The clinic"');
    const theirs = put('stage clinic "Clinic"', 'stage clinic "Clinic" realises care');
    expect(clean(ours, theirs)).toContain('  stage clinic "The clinic" realises care {\n');
  });

  it('the order of declarations, and a fact', () => {
    const [intake] = /\n {2}stage intake[\s\S]*?\n {2}}\n/.exec(base)!;
    const ours = put('\n  transition', `${intake}\n  transition`, put(intake, ''));
    const theirs = put('cost unknown ask icb', 'cost £5k');
    expect(clean(ours, theirs)).toBe(put('cost unknown ask icb', 'cost £5k', ours));
    expect(clean(theirs, ours)).toBe(theirs);
  });

  it('the layout, and a fact', () => {
    const ours = put(
      '    setting community\n    provider trust',
      '\tsetting   community\n\n provider trust',
    ).replaceAll('\n', '\r\n');
    const theirs = put('provider trust', 'provider charity').replace('weekdays', 'Mondays');
    expect(clean(ours, theirs)).toBe(ours.replace('provider trust', 'provider charity').replace('weekdays', 'Mondays'));
  });

  it('a stage that was moved to another pathway, and a fact in it', () => {
    const two = `${base}\npathway other {\n  status draft\n}\n`;
    const [intake] = /\n {2}stage intake[\s\S]*?\n {2}}\n/.exec(base)!;
    const ours = put('  status draft\n', `  status draft\n${intake}`, put(intake, '', two));
    const theirs = put('cost unknown ask icb', 'cost £5k', two);
    expect(clean(ours, theirs, two)).toBe(put('cost unknown ask icb', 'cost £5k', ours));
    expect(clean(theirs, ours, two)).toBe(clean(ours, theirs, two));
  });

  it('facts of a block on one line', () => {
    const small = 'system a\nboard b "B" { chair icb  top }\nsystem c\n';
    const theirs = put('chair icb', 'chair trust', small);
    const elsewhere = put('system c', 'system d', small);
    expect(clean(elsewhere, theirs, small)).toBe(put('chair icb', 'chair trust', elsewhere));
    expect(clean(put('chair icb', 'chair icb  member x', small), theirs, small)).toBe(
      'system a\nboard b "B" {\n  chair trust\n  member x\n  top\n}\nsystem c\n',
    );
    expect(clean(elsewhere, put('top', 'meets "Monthly"', small), small)).toBe(
      put('top', 'meets "Monthly"', elsewhere),
    );
  });

  it('a block that a declaration had not', () => {
    const small = 'system a "A"  # ours\nsystem b\n';
    const theirs = 'system a "A" {\n  note "N"\n}  # ours\nsystem b\n';
    expect(clean(put('system b', 'system c', small), theirs, small)).toBe(put('system b', 'system c', theirs));
    expect(clean(put('"A"', '"One"', small), theirs, small)).toBe(put('"A"', '"One"', theirs));
  });
});

describe('comments', () => {
  it('arrive, above and beside', () => {
    const theirs = put('    provider trust', '    # By contract\n    provider trust  # since May')
      .replace('# Agreed in May', '# Agreed in June')
      .replace('send chat\n', 'send chat\n    # the end of it\n');
    const ours = put('provider trust', 'provider charity');
    expect(clean(ours, theirs)).toBe(put('provider trust', 'provider charity', theirs));
  });

  it('of both are kept', () => {
    const ours = put('# they promised it', '# in July').replace('# The heart of it', '# The middle');
    const theirs = put('# they promised it', '# in August').replace('# The heart of it', '# The heart');
    const result = clean(ours, theirs);
    expect(result).toBe(
      ours
        .replace('    cost unknown', '    # in August\n    cost unknown')
        .replace('  # The middle\n', '  # The heart\n  # The middle\n'),
    );
  });
});

describe('what both changed', () => {
  it('is shown as that fact', () => {
    const ours = put('cost £75k', 'cost £80k').replace('activity 300', 'activity 310');
    const theirs = put('cost £75k', 'cost £90k').replace('provider charity', 'provider trust');
    const { text, undecided, conflicts } = merge(ours, theirs);
    expect(text).toBe(
      put(
        '    cost £75k actual for 2025/26\n    activity 300',
        '<<<<<<< ours\n    cost £80k actual for 2025/26\n=======\n    cost £90k actual for 2025/26\n>>>>>>> theirs\n    activity 310',
      ).replace('provider charity', 'provider trust'),
    );
    expect(undecided).toBe(1);
    expect(conflicts).toEqual([
      {
        kind: 'both',
        within: ['pathway hj', 'stage clinic'],
        what: 'cost',
        ours: 'cost £80k actual for 2025/26',
        theirs: 'cost £90k actual for 2025/26',
      },
    ]);
  });

  it('is shown with what it was, where that is wanted', () => {
    const texts = { base, ours: put('cost £75k', 'cost £80k'), theirs: put('cost £75k', 'cost £90k') };
    const { text } = mergeTexts(texts, { ...labels, base: 'base', markerSize: 9 });
    expect(text).toContain('\n||||||||| base\n    cost £75k actual for 2025/26\n=========\n');
  });

  it('is a conflict where one took out what the other changed', () => {
    const ours = put('    cost £75k actual for 2025/26\n', '');
    const theirs = put('cost £75k', 'cost £90k');
    const shown = '=======\n    cost £90k actual for 2025/26\n>>>>>>> theirs\n';
    const { text, conflicts } = merge(ours, theirs);
    expect(text).toBe(put('    activity 300', `<<<<<<< ours\n${shown}    activity 300`, ours));
    expect(conflicts).toMatchObject([{ kind: 'ours-removed', what: 'cost' }]);
    const other = merge(theirs, ours);
    expect(other.text).toContain('<<<<<<< ours\n    cost £90k actual for 2025/26\n=======\n>>>>>>> theirs\n');
  });

  it('is a conflict where one took out the stage that the other changed', () => {
    const [intake] = /\n {2}stage intake[\s\S]*?\n {2}}\n/.exec(base)!;
    const ours = put('provider charity', 'provider trust');
    const { text, conflicts } = merge(ours, put(intake, ''));
    expect(text).toContain('<<<<<<< ours\n\n  stage intake');
    expect(conflicts).toEqual([{ kind: 'theirs-removed', within: ['pathway hj'], what: 'stage intake' }]);
  });

  it('never has a brace between its markers', () => {
    const ours = put('stage clinic "Clinic"', 'stage clinic "A clinic"').replace('cost £75k', 'cost £80k');
    const { text } = merge(ours, put('stage clinic "Clinic"', 'stage clinic "The clinic"'));
    expect(text).toBe(
      ours.replace(
        '  stage clinic "A clinic" {\n',
        '<<<<<<< ours\n  stage clinic "A clinic"\n=======\n  stage clinic "The clinic"\n>>>>>>> theirs\n  {\n',
      ),
    );
  });

  it('is the same change', () => {
    const both = put('cost £75k', 'cost £80k');
    expect(clean(put('owner icb', 'owner trust', both), both)).toBe(put('owner icb', 'owner trust', both));
  });
});

it('brings a text that cannot be understood together line by line', () => {
  const ours = put('provider charity', 'provider');
  const theirs = put('criteria "Needs', 'criteria "Wants');
  expect(merge(ours, theirs)).toEqual({
    text: put('criteria "Needs', 'criteria "Wants', ours),
    undecided: 0,
    conflicts: [],
    by: 'lines',
  });
  expect(merge(ours, put('provider charity', 'provider x'))).toMatchObject({ undecided: 1, by: 'lines' });
});

it('does not take a new stage for one that was taken out', () => {
  const [intake] = /\n {2}stage intake[\s\S]*?\n {2}}\n/.exec(base)!;
  const ours = put(intake, '\n  stage custody {\n    level tier-3\n  }\n');
  const { text, conflicts } = merge(ours, put('cost unknown ask icb', 'cost £5k'));
  expect(conflicts).toMatchObject([{ kind: 'ours-removed', what: 'stage intake' }]);
  expect(text).toContain('\n  stage custody {\n    level tier-3\n  }\n');
});
