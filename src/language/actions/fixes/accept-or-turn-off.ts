import type { Finding } from '../../../rules/finding.ts';
import { type Action, type Family, inFile, QUICK_FIX, type Request } from '../action.ts';
import { CARET, change } from '../change.ts';
import { blockOf, elementsAround } from '../elements.ts';
import { insertFacts, takesFact } from '../insert.ts';
import { declareAtTop } from '../lines.ts';
import { sheetOf } from '../sheet.ts';

/**
 * What somebody does who lives with a finding: accepts it where it stands, or turns its rule off for the whole project.
 * Either wants a reason, and the caret waits for it. Who accepts it and until when is for the author to add.
 */
export const acceptOrTurnOff: Family = (request) => {
  const byRule = new Map(request.findings.filter(isOfRule).map((finding) => [ruleOf(finding), finding]));
  const all = [...byRule];
  return [
    ...all.flatMap(([rule, finding]) => accepting(request, rule, finding)),
    ...all.flatMap(([rule, finding]) => turningOff(request, rule, finding)),
  ];
};

/** What cannot be read and what nobody declares is put right, and not lived with. */
function isOfRule({ rule }: Finding): boolean {
  return rule !== 'syntax-error' && rule !== 'unknown-name';
}

/** A rule that failed is told of under another name than its own. */
function ruleOf({ rule, element }: Finding): string {
  return rule === 'rule-failed' ? (element ?? rule) : rule;
}

/** An acceptance without its reason is itself found wanting, and nobody accepts that. */
function accepting(request: Request, rule: string, finding: Finding): readonly Action[] {
  if (finding.rule === 'rule-failed' || rule === 'invalid-acceptance') return [];
  const element = elementsAround(request.file, finding.place).findLast((one) => takesFact(blockOf(one), 'accept'));
  if (!element || element.accepts.some((acceptance) => acceptance.rule === rule)) return [];
  const line = `accept ${rule} because "${CARET}"`;
  const changes = insertFacts(sheetOf(request.file), element.place, blockOf(element), [line]);
  return [action(`Accept with a reason… (${rule})`, finding, inFile(request.file.uri, changes))];
}

function turningOff(request: Request, rule: string, finding: Finding): readonly Action[] {
  const line = `rule ${rule} off because "${CARET}"`;
  return [action(`Turn off for this project… (${rule})`, finding, setInProject(request, rule, line))];
}

function action(title: string, finding: Finding, changes: Action['changes']): Action {
  return { title, kind: QUICK_FIX, changes, findings: [finding] };
}

/** Writes what the project says of a rule: in place of what it said before, else among its facts. */
function setInProject(request: Request, rule: string, line: string): Action['changes'] {
  const { project, files } = request.checked;
  const { declaration } = project;
  const file = files.find(({ uri }) => uri === declaration?.place.file);
  if (!declaration || !file) return declaring(request, line);
  const sheet = sheetOf(file);
  const said = declaration.rules.findLast((setting) => setting.rule === rule);
  if (said) return inFile(file.uri, [change(sheet.startOf(said.place), sheet.endOf(said.place), line)]);
  return inFile(file.uri, insertFacts(sheet, declaration.place, 'Project', [line]));
}

/**
 * A project that no file declares yet is declared in a file of its own, in the folder whose files belong together
 * already: elsewhere it would take some of them apart. A text that stands alone declares it itself.
 */
function declaring({ checked, file }: Request, line: string): Action['changes'] {
  const uri = `${checked.folder}/project.pathway`;
  const written = checked.own.length === 1 ? file : checked.own.find((one) => one.uri === uri);
  const sheet = sheetOf(written ?? file);
  const declared = [`project ${nameOf(checked.project.name)} {`, `${sheet.step}${line}`, '}'];
  const whole = declared.join(written ? '\n' : sheet.lineEnd);
  return inFile(written?.uri ?? uri, [
    written ? declareAtTop(sheet, 'project', whole) : change(0, 0, whole + sheet.lineEnd),
  ]);
}

/** The folder's name as the language writes names. */
function nameOf(folder: string): string {
  const words = folder.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
  const name = words.join('-').replace(/^[\p{N}-]+/u, '');
  return name === '' ? 'pathways' : name;
}
