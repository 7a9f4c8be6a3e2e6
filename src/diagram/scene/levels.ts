import type { Ref } from '../../model/facts.ts';
import { labelOf, type Project } from '../../model/project.ts';
import { plain } from './words.ts';

/**
 * Levels in a few words. Numbered ones go by their number, which everybody in the field knows, and neighbours are
 * joined: `tier-1` and `tier-2` are `Tier 1–2`. Others go by their label.
 */
export function levelTexts(project: Project, levels: readonly Ref[]): readonly string[] {
  const texts: string[] = [];
  let run: { stem: string; from: number; to: number } | undefined;
  const close = () => {
    if (run) texts.push(`${plain(run.stem)} ${run.from}${run.to > run.from ? `–${run.to}` : ''}`);
    run = undefined;
  };
  for (const level of levels) {
    const numbered = /^(.*?)-?(\d+)$/.exec(level.name);
    const stem = numbered?.[1];
    if (!stem) {
      close();
      texts.push(levelText(project, level));
    } else if (run && run.stem === stem && Number(numbered[2]) === run.to + 1) {
      run.to += 1;
    } else {
      close();
      run = { stem, from: Number(numbered[2]), to: Number(numbered[2]) };
    }
  }
  close();
  return texts;
}

function levelText(project: Project, level: Ref): string {
  const term = project.terms.level.get(level.name);
  return term?.label === undefined ? plain(level.name) : labelOf(term);
}
