import type { Declaration } from '../../model/elements.ts';
import { nearest } from '../../model/nearest.ts';
import type { Project } from '../../model/project.ts';
import { todayOf } from '../../model/status.ts';
import { ownDeclarations } from '../../model/walk.ts';
import { acceptanceOf, acceptedIn, isExpired, type Scoped } from '../acceptances.ts';
import type { AcceptanceContext, AcceptanceRule, Report } from '../rule.ts';

/**
 * Of an acceptance the first of these is said: that no rule is called so, that it gives no reason, that it has run out,
 * that nothing is there to excuse. Whether it is needed is known only of rules that have run.
 */
export const invalidAcceptance: AcceptanceRule = {
  name: 'invalid-acceptance',
  title: 'Acceptance problem',
  family: 'findings',
  severity: 'warning',
  default: 'on',
  about: 'acceptances',
  *check(project, context): Iterable<Report> {
    yield* checkSettings(project, context);
    const used = new Set(context.used);
    const own: (readonly [Declaration, Scoped])[] = [];
    for (const declaration of ownDeclarations(project)) {
      for (const scoped of acceptedIn(declaration)) {
        if (scoped.acceptance.rule === invalidAcceptance.name) own.push([declaration, scoped]);
        else yield* checkOne(declaration, scoped, { ...context, used }, used);
      }
    }
    // Acceptances of this very rule come last, when it is known which of its findings they excuse.
    for (const [declaration, scoped] of own) yield* checkOne(declaration, scoped, { ...context, used }, used);
  },
};

function* checkSettings({ declaration }: Project, { known }: AcceptanceContext): Iterable<Report> {
  for (const { rule, set, because, place } of declaration?.rules ?? []) {
    const at = { at: place, element: declaration!.name };
    if (!known.has(rule)) yield { ...at, message: unknownRule(rule, known) };
    else if (set === 'off' && because === undefined) {
      const message = `Rule '${rule}' is turned off without a reason: add 'because' and say why.`;
      yield { ...at, message, severity: 'error' };
    }
  }
}

function* checkOne(
  declaration: Declaration,
  { acceptance, element }: Scoped,
  context: AcceptanceContext,
  used: Set<unknown>,
): Iterable<Report> {
  const today = declaration.kind === 'pathway' ? todayOf(declaration, context.today) : context.today;
  const problem = problemOf(acceptance, context, today);
  if (problem === undefined) return;
  const excused = acceptanceOf(declaration, invalidAcceptance.name, acceptance.place, today);
  if (excused !== undefined) used.add(excused);
  yield { at: acceptance.place, element, ...problem };
}

function problemOf(
  acceptance: Scoped['acceptance'],
  { used, ran, known }: AcceptanceContext,
  today: string,
): Pick<Report, 'message' | 'severity'> | undefined {
  const { rule, because, until } = acceptance;
  if (!known.has(rule)) return { message: unknownRule(rule, known) };
  if (because === undefined) {
    return { message: `The acceptance of '${rule}' gives no reason: add 'because' and say why.`, severity: 'error' };
  }
  if (isExpired(acceptance, today)) {
    const end = `The acceptance of '${rule}' held until ${until!.text}`;
    return { message: `${end}: take it out, or give it a later date if it goes on.` };
  }
  if (used.has(acceptance) || !ran.has(rule)) return undefined;
  return { message: `There is nothing here that the acceptance of '${rule}' excuses: take it out.`, severity: 'info' };
}

function unknownRule(rule: string, known: ReadonlySet<string>): string {
  const [meant] = nearest(rule, known, 1);
  const advice = 'correct the name, or take this line out';
  return `There is no rule called '${rule}'${meant === undefined ? `: ${advice}.` : `. Did you mean '${meant}'?`}`;
}
