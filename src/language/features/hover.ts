import type { Hover } from 'vscode-languageserver-types';
import { holds } from '../../model/place.ts';
import type { CheckedProject } from '../checker.ts';
import type { PathwayFile } from '../file-store.ts';
import { rulePages } from '../rule-pages.ts';
import { occurrenceAt } from '../symbols.ts';
import { about } from './hover/elements.ts';
import { helpForClause, helpForLine, type KeywordHelp } from './keywords-help.ts';
import { rangeOf } from './ranges.ts';
import { type Position, type Word, wordAt } from './syntax.ts';

/** What a reader is told of the word at a place: of what it names, of a rule, or of a word of the language. */
export function hoverAt(checked: CheckedProject, file: PathwayFile, at: Position): Hover | undefined {
  const named = occurrenceAt(checked, file, at.line, at.character);
  if (named) return hover(about(checked, named.symbol.element, named.symbol.scope), rangeOf(named.place));
  const word = wordAt(file, at);
  if (!word) return undefined;
  const text = aboutUnnamed(checked, file, word) ?? aboutWord(checked, word);
  return text === undefined ? undefined : hover(text, { start: word.start, end: word.end });
}

function hover(value: string, range: Hover['range']): Hover {
  return { contents: { kind: 'markdown', value }, ...(range && { range }) };
}

/** A transition or flow without a name is told of at its keyword. */
function aboutUnnamed(checked: CheckedProject, file: PathwayFile, word: Word): string | undefined {
  if (!word.starts || (word.text !== 'transition' && word.text !== 'flow')) return undefined;
  const pathways = file.reading.model.declarations.filter((declaration) => declaration.kind === 'pathway');
  const pathway = pathways.find(({ place }) => holds(place, word.start.line, word.start.character));
  const link = [...(pathway?.transitions ?? []), ...(pathway?.flows ?? [])].find(
    ({ named, namePlace: { line, character } }) =>
      !named && line === word.start.line && character === word.start.character,
  );
  return link && about(checked, link, pathway?.name);
}

function aboutWord(checked: CheckedProject, word: Word): string | undefined {
  const { text, role, feature, line, block, starts } = word;
  if (role === 'keyword' || role === 'absence') {
    const help = starts ? helpForLine(text, block) : helpForClause(text, line);
    return help && helpInWords(text, help);
  }
  if (role !== 'name') return undefined;
  if (feature === 'rule') return rulePage(text);
  if (line === 'FieldFact' && feature === 'field') {
    const field = checked.project.fields.get(text);
    return field && about(checked, field, undefined);
  }
  const namesFact = feature === 'fact' || feature === 'show' || feature === 'hide';
  const help = namesFact ? helpForLine(text, 'Stage') : undefined;
  return help && helpInWords(text, help);
}

/** What a word of the language means, its forms and an example. */
export function helpInWords(word: string, { means, forms = [], example }: KeywordHelp): string {
  const code = (lines: readonly string[]): string => `\`\`\`pathway\n${lines.join('\n')}\n\`\`\``;
  return [
    `**${word}**`,
    means,
    ...(forms.length > 0 ? [code(forms)] : []),
    ...(example === undefined ? [] : ['For example:', code([example])]),
  ].join('\n\n');
}

/** A rule's page without its examples, which are long. */
export function rulePage(rule: string): string | undefined {
  const page = rulePages[rule];
  if (page === undefined) return undefined;
  const [head = '', ...sections] = page.split(/^## /m);
  const shown = sections.filter((section) => !/^(Bad|Good)\b/.test(section));
  return [head.replace(/^# (.*)$/m, '**$1**'), ...shown.map((section) => section.replace(/^(.*)$/m, '**$1**'))]
    .map((part) => part.trim())
    .join('\n\n');
}
