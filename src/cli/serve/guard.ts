import type { IncomingMessage } from 'node:http';

/** Why a request is not answered. */
export interface Refusal {
  readonly status: 403 | 405;
  readonly reason: string;
}

/**
 * Lets only this machine's own page through. A page of somebody else's that has its name lead to 127.0.0.1 still sends
 * its own name as the host; one that asks from elsewhere sends its origin.
 */
export function refusal(request: IncomingMessage, port: number): Refusal | undefined {
  const { host, origin } = request.headers;
  if (!isOwnHost(host, port)) {
    return { status: 403, reason: `This page is only to be had at http://127.0.0.1:${port}/.` };
  }
  if (origin !== undefined && !isOwnOrigin(origin, port)) {
    return { status: 403, reason: 'Other web sites may not ask this page for anything.' };
  }
  // A link from elsewhere may lead to the page itself, but may not load anything of it.
  const site = request.headers['sec-fetch-site'];
  if (
    site !== undefined &&
    site !== 'same-origin' &&
    site !== 'none' &&
    request.headers['sec-fetch-mode'] !== 'navigate'
  ) {
    return { status: 403, reason: 'Other web sites may not ask this page for anything.' };
  }
  if (request.method !== 'GET' && request.method !== 'HEAD')
    return { status: 405, reason: 'This page can only be read.' };
  return undefined;
}

const names = ['127.0.0.1', 'localhost', '[::1]'];

function isOwnHost(host: string | undefined, port: number): boolean {
  const lower = host?.toLowerCase();
  return names.some((name) => lower === `${name}:${port}` || (port === 80 && lower === name));
}

function isOwnOrigin(origin: string, port: number): boolean {
  return origin.startsWith('http://') && isOwnHost(origin.slice('http://'.length), port);
}
