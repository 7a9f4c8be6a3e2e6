import type { ServerCapabilities } from 'vscode-languageserver';
import type { Feature } from './feature.ts';
import { actions } from './features/actions.ts';
import { completion } from './features/completion.ts';
import { formatting } from './features/formatting.ts';
import { navigation, renaming } from './features/navigation.ts';

/** Everything that the language server can do beside telling of problems and drawing. */
export const features: readonly Feature[] = [actions, completion, formatting, navigation, renaming];

/** What all of them together tell the editor. */
export function capabilitiesOf(all: readonly Feature[]): ServerCapabilities {
  return Object.assign({}, ...all.map(({ capabilities }) => capabilities)) as ServerCapabilities;
}
