import type { Look } from '../../diagram/look.ts';
import type { Subject } from '../../diagram/subjects.ts';
import { viewsOf } from '../../diagram/views/choices.ts';
import { nearest } from '../../model/nearest.ts';
import type { Project } from '../../model/project.ts';
import { UsageError } from '../io.ts';

/** How a picture is to look, as the command line says it. */
export interface LookCommand extends Omit<Look, 'badges' | 'heat' | 'weight' | 'folded'> {
  readonly badge?: Look['badges'];
  readonly shade?: Look['heat'];
  readonly width?: Look['weight'];
}

/** The look that the options ask for. Throws where the subject has no such view. */
export function lookOf(project: Project, subject: Subject, command: LookCommand): Look {
  const { view, lanes, colour, show, hide, direction, difference } = command;
  if (view !== undefined) demandView(project, subject, view);
  if (difference && subject.kind !== 'scenario') {
    throw new UsageError(
      `'${subject.name}' is no scenario: --difference draws a scenario beside the pathway that it changes.`,
    );
  }
  return {
    ...(view !== undefined && { view }),
    ...(lanes && { lanes }),
    ...(colour && { colour }),
    ...(command.badge && { badges: command.badge }),
    ...(show && { show }),
    ...(hide && { hide }),
    ...(command.only && { only: command.only }),
    ...(direction && { direction }),
    ...(command.shade && { heat: command.shade }),
    ...(command.width && { weight: command.width }),
    ...(difference && { difference }),
  };
}

function demandView(project: Project, subject: Subject, view: string): void {
  const views = viewsOf(project, subject);
  if (views.some(({ name }) => name === view)) return;
  if (views.length === 0) throw new UsageError(`'${subject.name}' has no views: leave --view out.`);
  const names = views.map(({ name }) => name);
  const [guess] = nearest(view, names, 1);
  const hint = guess === undefined ? '' : ` Did you mean '${guess}'?`;
  throw new UsageError(
    `'${subject.name}' has no view '${view}'.${hint} These are there:\n${viewList(project, subject)}`,
  );
}

/** The views of a subject, a line each. */
export function viewList(project: Project, subject: Subject): string {
  return viewsOf(project, subject)
    .map(({ name, label, builtIn }) => `    ${name}  ${label}${builtIn ? '' : ' (declared)'}`)
    .join('\n');
}
