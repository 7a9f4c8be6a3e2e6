import type { Report } from './report.ts';

/** `From main, 3 November 2026, to the files as they are now.` */
export function betweenLine({ before, after, beside }: Report): string {
  if (beside) return `${before.name} beside ${after.name}.`;
  const from = before.commit === undefined ? before.name : `${before.name},`;
  return `From ${from} to ${after.name}.`;
}

/** What to say where nothing differs in meaning: whether the texts do. */
export function unchangedLine({ rewritten, unreadable, beside }: Report): string {
  if (beside) return 'They differ in nothing.';
  if (unreadable.length > 0) return 'No change in meaning in what could be read.';
  if (rewritten.length === 0) return 'No change in meaning: the texts are the same.';
  return `No change in meaning: ${rewritten.length === 1 ? '1 file is' : `${rewritten.length} files are`} laid out, ordered or commented differently.`;
}

/** All of it in a sentence or two. */
export function headlineOf(report: Report): string {
  const { projects } = report;
  if (projects.length === 0) return unchangedLine(report);
  if (projects.length === 1) return projects[0]!.reading.headline;
  return projects.map(({ title, reading }) => `${title}: ${reading.headline}`).join(' ');
}

/** What a file of the given side could not be understood for, as a sentence. */
export function troubleLine(side: 'before' | 'after', message: string, where: string): string {
  return `${side === 'before' ? 'Before' : 'After'}, ${where} cannot be understood whole: ${message}`;
}
