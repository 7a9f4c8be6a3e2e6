import type { Placed } from '../diagram/placed.ts';
import type { PageState, ToHost, ToPage } from '../protocol/preview.ts';
import { HttpHost } from './host/http.ts';
import { VsCodeHost } from './host/vscode.ts';
import type { Viewport } from './viewport.ts';

/** What the page remembers while it is away. */
export interface Memory extends PageState {
  readonly panelOpen?: boolean;
  readonly theme?: string;
  /** Whether pathways are shown as tables. */
  readonly table?: boolean;
  /** Per pathway, by key: where one looked, and what was selected. */
  readonly views?: Readonly<Record<string, View>>;
}

export interface View {
  /** Absent while the whole picture is fitted to the window. */
  readonly viewport?: Viewport;
  readonly element?: string;
}

/** Whoever shows the page: VS Code, or `pathway serve`. */
export interface Host {
  readonly kind: 'vscode' | 'http';
  post(message: ToHost): void;
  /** `connected` is told when nobody answers any more, and when somebody does again. */
  listen(listeners: Listeners): void;
  recall(): Memory;
  remember(memory: Memory): void;
  /** Shows the list of all pathways from now on. */
  showList?(): void;
}

export interface Listeners {
  readonly message: (message: ToPage<Placed>) => void;
  readonly connected?: (connected: boolean) => void;
}

export function currentHost(): Host {
  return document.documentElement.dataset['host'] === 'vscode' ? new VsCodeHost() : new HttpHost();
}
