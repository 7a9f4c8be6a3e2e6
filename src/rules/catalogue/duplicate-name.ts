import type { Pathway, Specification } from '../../model/elements.ts';
import { type AnyElement, elementsIn, ownDeclarations } from '../../model/walk.ts';
import type { PathwayRule, Report } from '../rule.ts';
import { fileName, kindInWords } from '../words.ts';

/**
 * Each kind has its own names. The library is left out, since a project may put its own in the place of a library's.
 * What a pathway holds is named within that pathway: two footprints may well use the same names.
 */
export const duplicateName: PathwayRule = {
  name: 'duplicate-name',
  title: 'Name used twice',
  family: 'names',
  severity: 'error',
  default: 'on',
  about: 'pathway',
  check: (pathway) => repeated(insideOf(pathway)),
  *checkRest(project): Iterable<Report> {
    const declared = ownDeclarations(project);
    const terms = declared.flatMap((one) => (one.kind === 'vocabulary' ? [...one.terms, ...one.fieldDefinitions] : []));
    yield* repeated([...declared, ...terms]);
    for (const one of declared) if (one.kind === 'specification') yield* repeated(insideOf(one));
  },
};

function insideOf(element: Pathway | Specification): readonly AnyElement[] {
  return elementsIn(element).filter((inner) => inner !== element && inner.kind !== 'indicator' && isNamed(inner));
}

/** The set of names that the element's name must be alone in. */
function setOf(element: AnyElement): string {
  switch (element.kind) {
    case 'stage':
    case 'used-stage':
    case 'transition':
    case 'flow':
      return 'stage, transition or flow';
    case 'milestone':
      return 'action';
    case 'term':
      return `term ${element.of}`;
    default:
      return element.kind;
  }
}

/**
 * Transitions and flows may go without a name; the model then makes one up, which clashes with nothing. One whose ends
 * cannot be read may have meant an end by its name: its line is all there is to mend.
 */
function isNamed(element: AnyElement): boolean {
  if (element.kind === 'required-transition') return false;
  if (element.kind !== 'transition' && element.kind !== 'flow') return true;
  return element.named && (element.from.stage !== undefined || element.from.pathway !== undefined);
}

function* repeated(elements: readonly AnyElement[]): Iterable<Report> {
  const firsts = new Map<string, AnyElement>();
  for (const element of elements) {
    const key = `${setOf(element)}\n${element.name}`;
    const first = firsts.get(key);
    if (first === undefined) firsts.set(key, element);
    else yield clash(element, first);
  }
}

function clash(element: AnyElement, first: AnyElement): Report {
  const where = `${fileName(first.namePlace.file)}, line ${first.namePlace.line + 1}`;
  return {
    at: element.namePlace,
    message: `'${element.name}' is already ${kindInWords(first)} in ${where}: rename one of the two, or delete one.`,
    element: element.name,
    related: [{ message: `The first '${element.name}' is declared here.`, place: first.namePlace }],
  };
}
