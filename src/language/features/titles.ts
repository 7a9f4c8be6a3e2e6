import { SymbolKind } from 'vscode-languageserver-types';
import type { End, UsedStage } from '../../model/elements.ts';
import type { Ref } from '../../model/facts.ts';
import type { Project } from '../../model/project.ts';
import type { AnyElement } from '../../model/walk.ts';
import { kindInWords } from '../../rules/words.ts';
import { symbolOf } from '../symbols.ts';

/** What lists call an element: its label or text where it has one, else its name, else where it leads from and to. */
export function titleOf(project: Project, element: AnyElement, scope: string): string {
  if (element.kind === 'used-stage') return usedTitle(project, element) || unnamed(element);
  const own = textOf(element) || (isNameless(element) ? '' : element.name);
  if (own) return own;
  if (element.kind === 'transition' || element.kind === 'flow') {
    return `${endTitle(project, element.from, scope)} to ${endTitle(project, element.to, scope)}`;
  }
  if (element.kind === 'required-transition') {
    return `${refTitle(project, element.from, scope) || '…'} to ${refTitle(project, element.to, scope) || '…'}`;
  }
  return unnamed(element);
}

/** The element's name as it stands in the text; nothing where it has none, or none that the title does not say. */
export function nameBeside(title: string, element: AnyElement): string {
  return isNameless(element) || element.name === title ? '' : element.name;
}

/** The label or text that an author gave, on one line. */
function textOf(element: AnyElement): string {
  const text = 'text' in element && element.text !== element.name ? element.text : element.label;
  return text?.replace(/\s+/g, ' ').trim() ?? '';
}

/** Whether the model made the name up. */
function isNameless(element: AnyElement): boolean {
  if (element.kind === 'transition' || element.kind === 'flow') return !element.named;
  return element.kind === 'required-transition';
}

function unnamed(element: AnyElement): string {
  return `(${kindInWords(element)} without a name)`;
}

function endTitle(project: Project, { stage, pathway }: End, scope: string): string {
  const there = pathway && refTitle(project, pathway, scope);
  if (!stage) return there || '…';
  const title = refTitle(project, stage, pathway?.name ?? scope);
  return there ? `${title}, ${there}` : title;
}

/** What a name refers to, by its title; the name itself where nothing is called so. */
function refTitle(project: Project, ref: Ref, scope: string): string {
  const element = symbolOf(project, { ref, in: scope })?.element;
  if (!element) return ref.name;
  return element.kind === 'used-stage' ? usedTitle(project, element) : titleOf(project, element, scope);
}

/** A used stage is called what the pathway that describes it calls it. */
function usedTitle(project: Project, { stage, pathway }: UsedStage): string {
  const element = symbolOf(project, { ref: stage, in: pathway.name })?.element;
  return element?.kind === 'stage' ? titleOf(project, element, pathway.name) : stage.name;
}

/** The signs that editors put beside names. They know programs and not pathways: what matters is to tell kinds apart. */
export function symbolKind(element: AnyElement): SymbolKind {
  return symbolKinds[element.kind];
}

const symbolKinds: { readonly [K in AnyElement['kind']]: SymbolKind } = {
  project: SymbolKind.Package,
  source: SymbolKind.File,
  footprint: SymbolKind.Namespace,
  organisation: SymbolKind.Object,
  system: SymbolKind.Property,
  information: SymbolKind.Struct,
  agreement: SymbolKind.Key,
  board: SymbolKind.Array,
  vocabulary: SymbolKind.Enum,
  term: SymbolKind.EnumMember,
  field: SymbolKind.Field,
  specification: SymbolKind.Interface,
  'required-stage': SymbolKind.Class,
  'required-transition': SymbolKind.Event,
  pathway: SymbolKind.Module,
  stage: SymbolKind.Class,
  'used-stage': SymbolKind.Class,
  transition: SymbolKind.Event,
  flow: SymbolKind.Operator,
  gap: SymbolKind.Boolean,
  risk: SymbolKind.Boolean,
  challenge: SymbolKind.Boolean,
  strength: SymbolKind.Boolean,
  need: SymbolKind.Boolean,
  action: SymbolKind.Method,
  milestone: SymbolKind.Method,
  outcome: SymbolKind.Constant,
  indicator: SymbolKind.Number,
  view: SymbolKind.Variable,
  scenario: SymbolKind.Constructor,
};
