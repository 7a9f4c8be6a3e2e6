import type { TextEdit } from 'vscode-languageserver-types';
import type { RefKind } from '../../model/facts.ts';
import { kindNames } from '../names.ts';
import { writeText } from '../text.ts';
import { scopeOf } from './blocks.ts';
import { type CompletionContext, CompletionItemKind, type Offer, ranks } from './offer.ts';
import type { Site } from './site.ts';

const atTop: readonly RefKind[] = [
  ...(['source', 'footprint', 'organisation', 'system', 'information', 'agreement', 'board'] as const),
  ...(['specification', 'pathway'] as const),
];
const terms: readonly RefKind[] = ['kind', 'setting', 'level', 'movement', 'basis', 'domain', 'cohort', 'data'];

/** Declares what was typed, where nothing has that name: the name goes here, its declaration further down. */
export function declareOffer(typed: string, kind: RefKind, context: CompletionContext, site: Site): Offer | undefined {
  const name = nameFrom(typed);
  if (name === undefined) return undefined;
  const label = name === typed ? '' : ` ${writeText(typed)}`;
  const edit = editFor(kind, `${name}${label}`, context, site);
  if (!edit) return undefined;
  const what = kindNames[kind];
  const article = kind === 'information' ? 'new' : 'a new';
  return {
    label: `Declare '${typed}' as ${article} ${what}`,
    kind: CompletionItemKind.Event,
    rank: ranks.declare,
    insert: name,
    filter: typed,
    documentation: `Nothing is called that yet. This writes it here, and declares the ${what} in this file.`,
    edits: [edit],
  };
}

/** `Example Trust` becomes `example-trust`; a name stays what it is. */
function nameFrom(typed: string): string | undefined {
  if (/^\p{L}[\p{L}\p{N}_]*(?:-[\p{L}\p{N}_]+)*$/u.test(typed)) return typed;
  const name = typed
    .toLowerCase()
    .replace(/['’]/g, '')
    .replace(/[^\p{L}\p{N}_]+/gu, '-')
    .replace(/^[^\p{L}]+|-+$/gu, '');
  return name === '' ? undefined : name;
}

function editFor(kind: RefKind, declared: string, context: CompletionContext, site: Site): TextEdit | undefined {
  const { file } = context;
  if (atTop.includes(kind)) {
    const same = file.reading.model.declarations.findLast(
      (one) => one.kind === kind && one.place.endLine < lineOf(site),
    );
    return same ? below(same.place.endLine, `${kind} ${declared}`, site) : atEnd(`${kind} ${declared}`, site);
  }
  if (terms.includes(kind)) return termEdit(kind, declared, context, site);
  const scope = scopeOf(site.frames);
  if (kind === 'required-stage') {
    const specification = file.reading.model.declarations.find(
      (one) => one.kind === 'specification' && one.name === scope,
    );
    const last = specification?.kind === 'specification' ? specification.stages.at(-1) : undefined;
    return last && below(last.place.endLine, `  require stage ${declared}`, site);
  }
  const pathway = file.reading.model.declarations.find((one) => one.kind === 'pathway' && one.name === scope);
  if (pathway?.kind !== 'pathway') return undefined;
  if (kind === 'action') {
    const last = pathway.actions.at(-1);
    return last
      ? below(last.place.endLine, `  action ${declared}`, site)
      : insideEnd(pathway.place.endLine, `action ${declared}`, site);
  }
  const last = pathway.stages.at(-1);
  return kind === 'stage' && last ? below(last.place.endLine, `  stage ${declared}`, site) : undefined;
}

function termEdit(kind: RefKind, declared: string, { file, project }: CompletionContext, site: Site): TextEdit {
  const own = file.reading.model.declarations.findLast((one) => one.kind === 'vocabulary');
  const last = own?.kind === 'vocabulary' ? own.terms.at(-1) : undefined;
  const under = last && below(last.place.endLine, `  ${kind} ${declared}`, site);
  if (under) return under;
  const taken = new Set(project.files.flatMap(({ declarations }) => declarations.map(({ name }) => name)));
  let name = 'local-terms';
  for (let count = 2; taken.has(name); count++) name = `local-terms-${count}`;
  return atEnd(`vocabulary ${name} {\n  ${kind} ${declared}\n}`, site);
}

/** A line of its own below a line. Nothing where that is not below the caret's own line or above it. */
function below(line: number, text: string, site: Site): TextEdit | undefined {
  if (line === lineOf(site) || line + 1 >= lineCount(site)) return undefined;
  const start = { line: line + 1, character: 0 };
  return { range: { start, end: start }, newText: inEol(`${text}\n`, site) };
}

/** Before the line of a closing brace. */
function insideEnd(line: number, text: string, site: Site): TextEdit | undefined {
  const before = site.text.split('\n')[line]?.trim() === '}' && line > lineOf(site);
  const start = { line, character: 0 };
  return before ? { range: { start, end: start }, newText: inEol(`  ${text}\n`, site) } : undefined;
}

function atEnd(text: string, site: Site): TextEdit {
  const lines = site.text.split('\n');
  const last = lines.at(-1)!;
  const start = { line: lines.length - 1, character: last.length };
  const gap = last.trim() === '' ? '\n' : '\n\n';
  return { range: { start, end: start }, newText: inEol(`${gap}${text}\n`, site) };
}

const lineOf = (site: Site): number => site.rangeFrom(site.start).start.line;
const lineCount = ({ text }: Site): number => text.split('\n').length;
const inEol = (text: string, site: Site): string => (site.text.includes('\r\n') ? text.replaceAll('\n', '\r\n') : text);
