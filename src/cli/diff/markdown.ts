import type { ReadingEntry, ReadingGroup } from '../../changes/reading.ts';
import type { Io } from '../io.ts';
import { codeSpan, plainWords, ROOM } from '../markdown.ts';
import { shownUri } from '../open.ts';
import { besidesOf, signOf, whereOf } from './entries.ts';
import { mermaidIn } from './pictures.ts';
import type { Compared, Report } from './report.ts';
import { betweenLine, troubleLine, unchangedLine } from './words.ts';

/** Signs that a reader knows without a legend; the sentence says the same. */
const signs = { '+': '➕', '-': '➖', '~': '✏️', '!': '⚠️', '✓': '✅', '•': 'ℹ️' } as const;

/** Room that is kept for what comes below the sentences. */
const TAIL = 400;

/** Sentences, a table of what follows and a picture of what has changed: for the summary of a job, or as a comment. */
export async function markdownOf(report: Report, io: Io): Promise<string> {
  const head = [
    '### What has changed in the care pathways',
    ...(report.projects.length === 0 ? [`**${plainWords(unchangedLine(report))}**`] : []),
    ...report.unreadable.map((sentence) => `⚠️ ${plainWords(sentence)}`),
  ];
  const foot = plainWords(betweenLine(report));
  const sections = report.projects.flatMap((compared) => sectionsOf(compared, report.projects.length > 1, io));
  const { kept, left } = withinRoom(sections, ROOM - head.join('\n\n').length - foot.length - TAIL);
  const more =
    left === 0
      ? []
      : [`${left === 1 ? 'One more is' : `${left} more are`} left out here: run \`pathway diff\` to see all.`];
  const text = [...head, ...kept, ...more].join('\n\n');
  const pictures = await picturesWithin(report, ROOM - text.length - foot.length - TAIL);
  return `${[text, ...pictures, foot].join('\n\n')}\n`;
}

/** A heading and what stands below it, of which as much is kept as there is room for. */
interface Section {
  readonly head: string;
  readonly items: readonly string[];
}

function sectionsOf(compared: Compared, several: boolean, io: Io): readonly Section[] {
  const { title, reading, comparison } = compared;
  const name = several ? [`#### ${plainWords(title)}`] : [];
  const troubles = comparison.troubles.map(
    ({ side, message, place }) =>
      `⚠️ ${plainWords(troubleLine(side, message, `${shownUri(place.file, io)}:${place.line + 1}`))}`,
  );
  return [
    { head: [...name, `**${plainWords(reading.headline)}**`, ...troubles].join('\n\n'), items: [] },
    ...reading.groups.map((group) => sectionOf(group, several ? '#####' : '####', compared, io)),
  ];
}

/** What follows is a table; what has changed a list. */
function sectionOf({ heading, entries }: ReadingGroup, level: string, compared: Compared, io: Io): Section {
  const head = `${level} ${plainWords(heading)}`;
  if (entries.some(({ change }) => change !== undefined))
    return { head, items: entries.map((one) => item(one, compared, io)) };
  return { head: `${head}\n\n| | What | Where |\n|---|---|---|`, items: entries.map((one) => row(one, compared, io)) };
}

function item(entry: ReadingEntry, compared: Compared, io: Io): string {
  const where = whereOf(entry, compared, io);
  const said = `- ${signs[signOf(entry)]} ${plainWords(entry.sentence)}${where === undefined ? '' : ` ${codeSpan(where)}`}`;
  return [said, ...besidesOf(entry).map((line) => `  - ${plainWords(line)}`)].join('\n');
}

function row(entry: ReadingEntry, compared: Compared, io: Io): string {
  const where = whereOf(entry, compared, io);
  const tone = { worse: 'worse', better: 'better', open: '', plain: '' }[entry.tone];
  const sign = tone === '' ? signs[signOf(entry)] : `${signs[signOf(entry)]} ${tone}`;
  return `| ${sign} | ${[entry.sentence, ...besidesOf(entry)].map(plainWords).join('<br>')} | ${where === undefined ? '' : codeSpan(where)} |`;
}

function withinRoom(
  sections: readonly Section[],
  room: number,
): { readonly kept: readonly string[]; readonly left: number } {
  let length = 0;
  let left = 0;
  const kept: string[] = [];
  for (const { head, items } of sections) {
    length += head.length + 2;
    const fitting = items.filter((one) => {
      if (length + one.length + 1 > room) return false;
      length += one.length + 1;
      return true;
    });
    left += items.length - fitting.length;
    if (length > room || (fitting.length === 0 && items.length > 0)) continue;
    const gap = head.endsWith('|') ? '\n' : '\n\n';
    kept.push(fitting.length === 0 ? head : `${head}${gap}${fitting.join('\n')}`);
  }
  return { kept, left };
}

/** As many pictures of what has changed as there is room for. Everything that they show is said in words above. */
async function picturesWithin(report: Report, room: number): Promise<readonly string[]> {
  const pictures: string[] = [];
  let length = 0;
  for (const compared of report.projects) {
    for (const { label, mermaid } of mermaidIn(compared, report)) {
      const block = `<details><summary>Picture of what has changed</summary>\n\n**${plainWords(label)}**\n\n\`\`\`mermaid\n${mermaid}\`\`\`\n\n</details>`;
      if (length + block.length > room) continue;
      length += block.length + 2;
      pictures.push(block);
    }
  }
  return pictures;
}
