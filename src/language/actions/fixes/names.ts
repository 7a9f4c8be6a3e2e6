import type { Declaration } from '../../../model/elements.ts';
import type { Ref, TermKind } from '../../../model/facts.ts';
import { nearest } from '../../../model/nearest.ts';
import { fileName } from '../../../rules/words.ts';
import type { PathwayFile } from '../../file-store.ts';
import { kindNames, registers, termKinds } from '../../names.ts';
import type { ScopedRef } from '../../reading/reader.ts';
import { type Action, type Family, inFile, QUICK_FIX, type Request } from '../action.ts';
import { type Change, change } from '../change.ts';
import { declarationAround, samePlace } from '../elements.ts';
import { insertBlock } from '../insert.ts';
import { declareAtTop } from '../lines.ts';
import { type Sheet, sheetOf } from '../sheet.ts';

/** A name that is not known: the names that were probably meant, then declaring it where its kind belongs. */
export const names: Family = (request) =>
  request.findings
    .filter(({ rule }) => rule === 'unknown-name')
    .flatMap((finding): readonly Action[] => {
      const scoped = request.file.reading.refs.find(({ ref }) => samePlace(ref.place, finding.place));
      if (!scoped) return [];
      const { ref, in: scope } = scoped;
      const sheet = sheetOf(request.file);
      const meant = nearest(ref.name, request.checked.names.of(ref.to, scope).keys()).map(
        (name, index): Action => ({
          title: `Did you mean '${name}'?`,
          kind: QUICK_FIX,
          changes: inFile(request.file.uri, [change(sheet.startOf(ref.place), endOfSpaced(sheet, ref, name), name)]),
          findings: [finding],
          ...(index === 0 && { preferred: true as const }),
        }),
      );
      const declared = declare(request, scoped);
      if (!declared) return meant;
      return [...meant, { ...declared, findings: [finding], ...(meant.length === 0 && { preferred: true as const }) }];
    });

/** Where the name as it is written ends: `north trust` is all of `north-trust`. */
function endOfSpaced(sheet: Sheet, { name, place }: Ref, meant: string): number {
  const end = sheet.endOf(place);
  const rest = meant.startsWith(`${name}-`) ? meant.slice(name.length) : '';
  const behind = /^(?:[ \t]+[^\s"#{}]+)*/.exec(sheet.text.slice(end, sheet.lineEndAt(end)))![0];
  const words = [...behind.matchAll(/[ \t]+[^\s"#{}]+/g)].map(({ index, 0: word }) => index + word.length);
  const length = words.find((at) => behind.slice(0, at).replaceAll(/[ \t]+/g, '-') === rest);
  return end + (length ?? 0);
}

/** How a name is declared; nothing for transitions and flows, whose ends nobody has stated. */
function declare(request: Request, { ref, in: scope }: ScopedRef): Action | undefined {
  const { file, checked } = request;
  const kind = ref.to === 'pathway-or-scenario' ? 'pathway' : ref.to;
  const offer = (there: PathwayFile, where: string, changes: readonly Change[]): Action => {
    const called = kind === 'stage-transition-or-flow' ? 'stage' : kindNames[kind];
    const place = there === file ? where : `${where} in ${fileName(there.uri)}`;
    const title = `Declare ${called} '${ref.name}'${place === '' ? '' : ` ${place.trim()}`}`;
    return { title, kind: QUICK_FIX, changes: inFile(there.uri, changes) };
  };
  if (registers.has(kind)) {
    const there = homeOf(request, (declaration) => (declaration.kind === kind ? 1 : 0));
    return offer(there, there === file ? 'in this file' : '', [
      declareAtTop(sheetOf(there), kind, `${kind} ${ref.name}`),
    ]);
  }
  if (termKinds.some((term) => term === kind)) return declareTerm(request, kind as TermKind, ref.name, offer);
  if (kind === 'stage' || kind === 'stage-transition-or-flow' || kind === 'action') {
    const word = kind === 'action' ? 'action' : 'stage';
    const here = declarationAround(file, ref.place.line, ref.place.character);
    const pathway = here?.kind === 'pathway' && here.name === scope ? here : checked.project.pathways.get(scope ?? '');
    const there = checked.own.find(({ uri }) => uri === pathway?.place.file);
    if (!pathway || !there) return undefined;
    const like = word === 'action' ? ['action', 'milestone'] : ['stage'];
    const changes = insertBlock(sheetOf(there), pathway.place, [`${word} ${ref.name}`], like);
    return offer(there, `in pathway '${pathway.name}'`, changes);
  }
  if (kind !== 'required-stage') return undefined;
  const realised = checked.project.pathways.get(scope ?? '')?.realises?.name ?? scope ?? '';
  const specification = checked.project.specifications.get(realised);
  const there = checked.own.find(({ uri }) => uri === specification?.place.file);
  if (!specification || !there) return undefined;
  const changes = insertBlock(sheetOf(there), specification.place, [`require stage ${ref.name}`], ['require']);
  return offer(there, `in specification '${specification.name}'`, changes);
}

function declareTerm(
  request: Request,
  kind: TermKind,
  name: string,
  offer: (there: PathwayFile, where: string, changes: readonly Change[]) => Action,
): Action {
  const termsIn = (declaration: Declaration): number =>
    declaration.kind === 'vocabulary' ? 1 + declaration.terms.filter((term) => term.of === kind).length : 0;
  const there = homeOf(request, termsIn);
  const vocabulary = there.reading.model.declarations
    .filter((declaration) => declaration.kind === 'vocabulary')
    .toSorted((a, b) => termsIn(b) - termsIn(a))[0];
  if (vocabulary) {
    const changes = insertBlock(sheetOf(there), vocabulary.place, [`${kind} ${name}`], [kind]);
    return offer(there, `in vocabulary '${vocabulary.name}'`, changes);
  }
  const block = `vocabulary local {\n${sheetOf(there).step}${kind} ${name}\n}`;
  return offer(there, "in a vocabulary of the project's own", [declareAtTop(sheetOf(there), 'vocabulary', block)]);
}

/** The file of the project that declares most of a kind; this one, where none does. */
function homeOf({ checked, file }: Request, count: (declaration: Declaration) => number): PathwayFile {
  const counted = checked.own.map((one) => ({
    one,
    many: one.reading.model.declarations.reduce((sum, declaration) => sum + count(declaration), 0),
  }));
  const best = counted.toSorted((a, b) => b.many - a.many || Number(b.one === file) - Number(a.one === file))[0];
  return best && best.many > 0 ? best.one : file;
}
