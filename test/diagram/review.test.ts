import { describe, expect, test } from 'vitest';
import { faultsOf, qualityOf } from '../../src/diagram/overlaps.ts';
import { drawnIdOf, layoutReview } from '../../src/diagram/review.ts';
import { drawingOf, subjectsOf } from '../../src/diagram/subjects.ts';
import { reviewOf, sideOf } from './review.ts';
import { expectStill } from './still.ts';

const before = `
organisation x "X Trust" is nhs-provider
organisation y "Y Trust" is nhs-provider
information chat "CHAT" containing health
pathway p "The pathway" {
  stage a "First contact" { enters "By phone"  enters "By letter"  provider x  cost £500k for 2025/26 }
  stage b "Team" { provider x  level tier-3  ages 10 to 18  cost £90k for 2025/26  wait 4 weeks }
  stage c "Ward" { provider y  leaves "Home" }
  stage d "Court" { provider y }
  transition on from a to b { send chat }
  transition from b to c { send chat }
  transition away from b to d
}`;

const after = `
organisation x "X Trust" is nhs-provider
organisation y "Y Trust" is nhs-provider
information chat "CHAT" containing health
pathway p "The pathway" {
  stage a "First contact" { enters "By letter"  provider x  cost £540k for 2025/26 }
  stage new-team "New team" { provider x  level tier-3  ages 10 to 18  cost £90k for 2025/26  wait 4 weeks }
  stage c "Ward" { provider x  leaves "Home" }
  stage e "School" { provider y }
  transition on from a to new-team { send none }
  transition from new-team to c { send chat }
  transition away from new-team to e
}`;

describe('a review', () => {
  test('says in the picture what the sentences say', () => {
    const { scenes } = reviewOf(before, after);
    const marks = [...scenes.difference.nodes, ...scenes.difference.edges].flatMap((one) =>
      'change' in one && one.change && one.kind !== 'link'
        ? [[one.id, one.change, ...('changes' in one ? (one.changes ?? []) : [])].join(' | ')]
        : [],
    );
    expect(marks).toEqual([
      'was:terminal:enters:a:1 | removed',
      "stage:a | changed | enters − 'By phone' | cost £500,000 for 2025/26, now £540,000 for 2025/26",
      'stage:new-team | changed | was called Team',
      'stage:c | changed | provider Y Trust, now X Trust',
      'stage:d | removed',
      'stage:e | added',
      'transition:on | changed | send CHAT, now none',
      'was:transition:away | removed | leads elsewhere now',
      "transition:away | changed | to 'Court', now 'School'",
    ]);
  });

  test.each([{}, { lanes: 'provider' as const }, { direction: 'down' as const }])(
    'moves nothing, drawn with %j',
    async (look) => {
      const { scenes } = reviewOf(before, after, { look });
      const pages = await layoutReview(scenes);
      expectStill(pages);
      for (const page of [pages.before, pages.difference, pages.after]) expect(faultsOf(qualityOf(page))).toBe(0);
    },
  );

  test('cuts nothing short of what an arrow was and is, where four lines hold it', async () => {
    const pathway = (criteria: string, send: string): string =>
      `information i "First screening"  organisation y "The Lighthouse Project" is voluntary
       agreement z "Marshland sharing agreement" is information-sharing
       pathway p { stage a  stage b  transition t from a to b { criteria "${criteria}"  send i to y ${send} } }`;
    const { scenes } = reviewOf(
      pathway('Needs more than school can give', 'under z'),
      pathway('Needs more than school gives', ''),
    );
    const { difference } = await layoutReview(scenes);
    const texts = difference.edges.find(({ kind }) => kind === 'transition')?.label?.texts ?? [];
    const said = texts.map(({ runs }) => runs.map(({ text }) => text).join('')).join(' ');
    expect(said).toContain("criteria 'Needs more than school can give', now 'Needs more than school gives'");
    expect(said).toContain(
      'send First screening to The Lighthouse Project: no longer under Marshland sharing agreement',
    );
  });

  test('finds each change in the picture', () => {
    const { comparison, pairs } = reviewOf(before, after);
    const drawn = comparison.changes.map((change) => drawnIdOf(change, comparison, pairs));
    expect(drawn.map((at) => at?.subject)).toEqual(drawn.map(() => 'p'));
    expect(new Set(drawn.map((at) => at?.drawn))).toEqual(
      new Set(['transition:on', 'stage:a', 'stage:new-team', 'stage:c', 'stage:d', 'stage:e', 'transition:away']),
    );
  });

  test('is of all that came where the pathway is new, and of all that went where it is gone', async () => {
    const none = before.slice(0, before.indexOf('pathway'));
    for (const [was, is, change] of [
      [none, after, 'added'],
      [after, none, 'removed'],
    ] as const) {
      const { scenes } = reviewOf(was, is);
      const drawn = [...scenes.difference.nodes, ...scenes.difference.edges];
      expect(new Set(drawn.map((one) => one.change))).toEqual(new Set([change]));
      const [there, absent] = change === 'added' ? [scenes.after, scenes.before] : [scenes.before, scenes.after];
      expect(there.nodes.map(({ id }) => id)).toEqual(scenes.difference.nodes.map(({ id }) => id));
      expect([...absent.nodes, ...absent.edges]).toEqual([]);
      expect(absent.title.shown).toEqual([change === 'added' ? 'Not there yet' : 'No longer there']);
      expectStill(await layoutReview(scenes));
    }
  });

  test('folds what no change touches', async () => {
    const line = (from: number, to: number) => `transition from s${from} to s${to}`;
    const text = (facts: string) => `pathway p {
      ${[1, 2, 3, 4, 5, 6, 7].map((n) => `stage s${n} "Stage ${n}" { enters ${n === 6 ? facts : ''} }`).join('\n')}
      stage alone "Alone"
      ${[1, 2, 3, 4, 5, 6].map((n) => line(n, n + 1)).join('\n')} ${line(3, 1)} ${line(4, 5)}
    }`;
    const { scenes } = reviewOf(text(''), text('"By letter" cost £5'), { onlyChanges: true });
    const stages = scenes.difference.nodes.filter(({ kind }) => kind === 'stage');
    expect(stages.map(({ label }) => label)).toEqual(['4 unchanged stages', 'Stage 5', 'Stage 6', 'Stage 7', 'Alone']);
    expect(stages[0]).toMatchObject({
      id: 'folded:stage:s1',
      holds: 4,
      lines: [
        { text: 'Stage 1, Stage 2, Stage 3 and Stage 4' },
        { text: '4 arrows between them, 4 other arrows in and out' },
      ],
    });
    expect(stages[4]).toMatchObject({ lines: [], recedes: true });
    expect(scenes.difference.edges.map(({ from, to, label }) => [from, to, label])).toContainEqual([
      'folded:stage:s1',
      'stage:s5',
      '2 transitions',
    ]);
    expectStill(await layoutReview(scenes));
  });

  test('says so where nothing that is drawn has changed', () => {
    const { scenes } = reviewOf(before, before.replaceAll('\n  ', '\n\n      '));
    expect(scenes.difference.title.shown).toEqual(['What has changed', 'nothing is different']);
  });
});

describe('an ordinary picture', () => {
  const since = (base: string | undefined, whole = false) => {
    const [was, is] = [base === undefined ? undefined : sideOf(base), sideOf(after)];
    const subject = subjectsOf(is.project)[0]!;
    const old = was && { project: was.project, pathway: [...was.project.pathways.values()][0]! };
    const base_ = { project: is.project, ...old, called: 'the last commit', whole };
    return drawingOf(is.project, subject, [], { since: base_ });
  };

  test('marks what is not as it was, where it stands, and counts what has gone', () => {
    const scene = since(before);
    const drawn = [...scene.nodes, ...scene.edges].filter(({ change }) => change);
    expect(drawn.map(({ id, change }) => `${id} ${change}`)).toEqual([
      'stage:a changed',
      'stage:new-team changed',
      'stage:c changed',
      'stage:e added',
      'transition:on changed',
      'transition:away changed',
    ]);
    expect(scene.title.shown).toEqual([
      'Changed since the last commit',
      '1 stage added',
      '1 stage taken away',
      '3 stages changed',
      '2 transitions changed',
    ]);
    expect(drawn[0]!.hover).toContain('now £540,000 for 2025/26');
    const plain = drawingOf(sideOf(after).project, subjectsOf(sideOf(after).project)[0]!, []);
    expect(scene.nodes.map(({ id }) => id)).toEqual(plain.nodes.map(({ id }) => id));
  });

  test('shows what has gone where that is asked for', () => {
    const { nodes } = since(before, true);
    expect(nodes.find(({ id }) => id === 'stage:d')!.change).toBe('removed');
  });

  test('is new where there was none', () => {
    const { nodes, edges } = since(undefined);
    expect(new Set([...nodes, ...edges].map(({ change }) => change))).toEqual(new Set(['added']));
  });
});
