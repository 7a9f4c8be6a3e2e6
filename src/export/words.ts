import type { SceneEdge, Sending, StageNode, SummaryNode, TerminalNode } from '../diagram/scene.ts';

/** A line of a stage in words alone, for formats that have no signs of ours. */
export interface StageLine {
  readonly text: string;
  readonly state: 'plain' | 'unknown' | 'none' | 'missing';
}

/** What a card says below its label: a stage's, or one that sums something up. */
export function stageLines(card: StageNode | SummaryNode): readonly StageLine[] {
  const lines = card.kind === 'stage' ? factLines(card) : summaryLines(card);
  const chips = card.chips.map(({ text, state }) => (state === 'unknown' ? `? ${text}` : text)).join(' · ');
  const found = findingWords(card);
  return [
    ...lines,
    ...(chips === '' ? [] : [{ text: chips, state: 'plain' as const }]),
    ...(found === '' ? [] : [{ text: found, state: 'plain' as const }]),
  ];
}

const marks = { realised: '✓ ', varies: '~ ', question: '? ', broken: '? ', gap: '' } as const;

function summaryLines({ lines }: SummaryNode): readonly StageLine[] {
  return lines.map(({ sign, heading, text, state }) => ({
    text: `${sign ? marks[sign] : ''}${heading === undefined ? '' : `${heading} `}${text}`,
    state:
      state === 'broken' ? 'unknown' : state === 'unknown' || state === 'none' || state === 'missing' ? state : 'plain',
  }));
}

function factLines(stage: StageNode): readonly StageLine[] {
  const facts = stage.lines.map((line): StageLine => {
    const text = line.state === 'recorded' ? `${line.fact} ${line.text}` : line.text;
    if (line.state === 'unknown' || line.state === 'broken') return { text: `? ${text}`, state: 'unknown' };
    return { text, state: line.state === 'none' || line.state === 'missing' ? line.state : 'plain' };
  });
  const figures = (stage.figures ?? []).map(({ text, state }): StageLine => {
    if (state === 'unknown') return { text: `? ${text}`, state };
    return { text, state: state === 'none' || state === 'missing' ? state : 'plain' };
  });
  return [...facts, ...figures];
}

/** What an arrow says: its label, then what is sent; in brief, since arrows are short. */
export function edgeLines(edge: SceneEdge): readonly string[] {
  return [...(edge.label === '' ? [] : [edge.label]), ...edge.sendings.map(sendingWords)];
}

function sendingWords(sending: Sending): string {
  switch (sending.state) {
    case 'sent':
      return [sending.information, ...(sending.system === undefined ? [] : [sending.system])].join(' · ');
    case 'unknown':
      return 'sent: ? unknown';
    case 'none':
      return 'sent: nothing';
    case 'missing':
      return 'sent: not recorded';
  }
}

/** What a way in or out, another pathway or a broken reference says; never empty. */
export function terminalWords({ sort, label }: TerminalNode): string {
  if (sort === 'missing') return `? ${label}`;
  return label === ''
    ? { entry: 'way in', exit: 'way out', pathway: 'another pathway', hidden: 'a stage left out' }[sort]
    : label;
}

const called = {
  error: ['1 error', 'an error'],
  warning: ['1 warning', 'a warning'],
  info: ['1 note', 'a note'],
} as const;

/** `2 findings, the gravest an error; 1 open question`. */
export function findingWords({ badge, questions }: Pick<StageNode, 'badge' | 'questions'>): string {
  const [one, gravest] = called[badge?.severity ?? 'info'];
  const found =
    badge === undefined ? [] : [badge.count === 1 ? one : `${badge.count} findings, the gravest ${gravest}`];
  const open = questions === 0 ? [] : [questions === 1 ? '1 open question' : `${questions} open questions`];
  return [...found, ...open].join('; ');
}
