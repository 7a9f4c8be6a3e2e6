import type { SceneEdge, Sending, StageNode, TerminalNode } from '../diagram/scene.ts';

/** A line of a stage in words alone, for formats that have no signs of ours. */
export interface StageLine {
  readonly text: string;
  readonly state: 'plain' | 'unknown' | 'none' | 'missing';
}

/** What a stage's card says below its label. */
export function stageLines(stage: StageNode): readonly StageLine[] {
  const facts = stage.lines.map((line): StageLine => {
    const text = line.state === 'recorded' ? `${line.fact} ${line.text}` : line.text;
    if (line.state === 'unknown' || line.state === 'broken') return { text: `? ${text}`, state: 'unknown' };
    return { text, state: line.state === 'none' || line.state === 'missing' ? line.state : 'plain' };
  });
  const figures = (stage.figures ?? []).map(({ text, state }): StageLine => {
    if (state === 'unknown') return { text: `? ${text}`, state };
    return { text, state: state === 'none' || state === 'missing' ? state : 'plain' };
  });
  const chips = stage.chips.map(({ text, state }) => (state === 'unknown' ? `? ${text}` : text)).join(' · ');
  const found = findings(stage);
  return [
    ...facts,
    ...figures,
    ...(chips === '' ? [] : [{ text: chips, state: 'plain' as const }]),
    ...(found === '' ? [] : [{ text: found, state: 'plain' as const }]),
  ];
}

/** What an arrow says: its label, then what is sent. */
export function edgeLines(edge: SceneEdge): readonly string[] {
  const sent = edge.sendings.map(sendingWords);
  const found = findings(edge);
  return [...(edge.label === '' ? [] : [edge.label]), ...sent, ...(found === '' ? [] : [found])];
}

function sendingWords(sending: Sending): string {
  switch (sending.state) {
    case 'sent':
      return `sends ${sending.information}${sending.system === undefined ? '' : ` by ${sending.system}`}`;
    case 'unknown':
      return '? unknown what is sent';
    case 'none':
      return 'nothing is sent';
    case 'missing':
      return 'not recorded what is sent';
  }
}

/** What a way in or out, another pathway or a broken reference says; never empty. */
export function terminalWords({ sort, label }: TerminalNode): string {
  if (sort === 'missing') return `? ${label}`;
  return label === '' ? { entry: 'way in', exit: 'way out', pathway: 'another pathway' }[sort] : label;
}

const called = { error: ['error', 'errors'], warning: ['warning', 'warnings'], info: ['note', 'notes'] } as const;

/** `2 findings, an error among them`. */
function findings({ badge, questions }: Pick<StageNode, 'badge' | 'questions'>): string {
  const grave =
    badge === undefined
      ? []
      : [
          badge.count === 1
            ? `1 ${called[badge.severity][0]}`
            : `${badge.count} findings, up to ${called[badge.severity][1]}`,
        ];
  const open = questions === 0 ? [] : [questions === 1 ? '1 open question' : `${questions} open questions`];
  return [...grave, ...open].join(', ');
}
