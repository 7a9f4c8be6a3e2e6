import type { ServerCapabilities } from 'vscode-languageserver';
import type { Feature } from './feature.ts';
import { actions } from './features/actions.ts';
import { completion } from './features/completion.ts';
import { edits } from './features/edits.ts';
import { findings } from './features/findings.ts';
import { folding } from './features/folding.ts';
import { formatting } from './features/formatting.ts';
import { hints } from './features/hints.ts';
import { hover } from './features/hover.ts';
import { lenses } from './features/lenses.ts';
import { navigation, renaming } from './features/navigation.ts';
import { report } from './features/report.ts';
import { rules } from './features/rule-pages.ts';
import { semanticTokens } from './features/semantic-tokens.ts';
import { templates } from './features/templates.ts';

/** Everything that the language server can do beside telling of problems and drawing. */
export const features: readonly Feature[] = [
  actions,
  completion,
  edits,
  findings,
  folding,
  formatting,
  hints,
  hover,
  lenses,
  navigation,
  renaming,
  report,
  rules,
  semanticTokens,
  templates,
];

/** What all of them together tell the editor. */
export function capabilitiesOf(all: readonly Feature[]): ServerCapabilities {
  return Object.assign({}, ...all.map(({ capabilities }) => capabilities)) as ServerCapabilities;
}
