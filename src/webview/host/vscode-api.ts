/** What VS Code gives a page to talk through and to keep things in. */
export interface VsCodeApi {
  postMessage(message: unknown): void;
  getState(): unknown;
  setState(state: unknown): void;
}

declare function acquireVsCodeApi(): VsCodeApi;

/** VS Code gives it once to a page. */
export function vsCodeApi(): VsCodeApi {
  return acquireVsCodeApi();
}
