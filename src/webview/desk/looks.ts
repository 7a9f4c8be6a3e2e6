import type { Look } from '../../diagram/look.ts';
import { type Wanted, wantedOf } from '../../diagram/views/wanted.ts';
import type { ViewWord } from '../../model/view-words.ts';
import type { ViewEntry } from '../../protocol/preview.ts';

/** The parts of a look that are chosen from a list. */
export type Choice = 'lanes' | 'colour' | 'direction' | 'weight' | 'heat';

/** What is chosen of each part, whether the look says it or the view that it starts from. */
export function chosenIn(look: Look, views: readonly ViewEntry[]): Readonly<Record<Choice, string>> {
  const { lanes = 'none', colour = 'none', direction, weight, heat = 'none' } = wantedOf(look, views);
  return { lanes, colour, direction, weight: weight ? 'activity' : 'none', heat };
}

/** The look with one part chosen anew. What is as the view has it is not said. */
export function choose(look: Look, views: readonly ViewEntry[], choice: Choice, value: string): Look {
  const { [choice]: _before, ...rest } = look;
  const asTheViewHasIt = chosenIn(rest, views)[choice] === value;
  return asTheViewHasIt ? rest : ({ ...rest, [choice]: value } as Look);
}

/** The look with something shown, or not shown. What is as the view has it is not said. */
export function showWord(look: Look, views: readonly ViewEntry[], word: ViewWord, on: boolean): Look {
  const { show: _show, hide: _hide, badges: _badges, ...rest } = look;
  const shown = new Set(wantedOf(look, views).shows);
  if (on) shown.add(word);
  else shown.delete(word);
  const usual = shownIn(rest, views);
  const hide = [...usual].filter((one) => !shown.has(one));
  // Without information there are no flows, unless they are asked for.
  const keepsFlows = hide.includes('information') && shown.has('flows');
  const show = [...shown].filter((one) => !usual.has(one) || (one === 'flows' && keepsFlows));
  return { ...rest, ...(show.length > 0 && { show }), ...(hide.length > 0 && { hide }) };
}

function shownIn(look: Look, views: readonly ViewEntry[]): Wanted['shows'] {
  return wantedOf(look, views).shows;
}

/** The look in which a scenario is compared with the pathway that it changes, or is not. */
export function compare(look: Look, on: boolean): Look {
  const { difference: _before, ...rest } = look;
  return on ? { ...rest, difference: true } : rest;
}

/** Whether somebody has changed more than which view it is. Folded lanes are a matter of the moment. */
export function isChanged({ view: _view, folded: _folded, ...rest }: Look): boolean {
  return Object.keys(rest).length > 0;
}
