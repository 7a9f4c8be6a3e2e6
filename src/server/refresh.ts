import type { Connection } from 'vscode-languageserver';

/** Asks the editor to ask again. One that is just closing does not answer, and need not. */
export function refresh(connection: Connection, method: string): void {
  connection.sendRequest(method).catch(() => undefined);
}
