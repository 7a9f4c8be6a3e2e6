import { randomBytes, randomUUID } from 'node:crypto';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { ExportFormat } from '../../export/formats.ts';
import { exportInQuery } from '../../protocol/exports.ts';
import { lookInQuery } from '../../protocol/looks.ts';
import { contentSecurityPolicy, pageHtml } from '../../protocol/page.ts';
import { UsageError } from '../io.ts';
import { assetPaths, type OutFolder } from './assets.ts';
import { refusal } from './guard.ts';
import type { Asking, Live } from './live.ts';

export interface Listening {
  readonly address: string;
  close(): Promise<void>;
}

/** Answers the browsers of this machine, and nobody else. */
export async function listen(live: Live, out: OutFolder, wantedPort: number): Promise<Listening> {
  const server = createServer((request, response) => answer(request, response, live, out));
  await start(server, wantedPort);
  const { port } = server.address() as AddressInfo;
  return {
    address: `http://127.0.0.1:${port}/`,
    close: () =>
      new Promise((closed) => {
        server.close(() => closed());
        server.closeAllConnections();
      }),
  };
}

function start(server: Server, port: number): Promise<void> {
  return new Promise((started, failed) => {
    server.once('error', (error: NodeJS.ErrnoException) => failed(new UsageError(whyNot(error, port))));
    server.listen(port, '127.0.0.1', () => started());
  });
}

function whyNot(error: NodeJS.ErrnoException, port: number): string {
  const instead = 'choose another one, or leave --port out to take any that is free';
  if (error.code === 'EADDRINUSE') return `Port ${port} is in use by another program: ${instead}.`;
  if (error.code === 'EACCES') return `Port ${port} may not be used without special rights: ${instead}.`;
  return `The page cannot be shown on port ${port}: ${error.message}`;
}

function answer(request: IncomingMessage, response: ServerResponse, live: Live, out: OutFolder): void {
  for (const [name, value] of Object.entries(securityHeaders)) response.setHeader(name, value);
  const refused = refusal(request, request.socket.localPort ?? 0);
  if (refused) return send(response, refused.status, 'text/plain; charset=utf-8', `${refused.reason}\n`);
  const url = URL.canParse(request.url ?? '', 'http://127.0.0.1')
    ? new URL(request.url ?? '', 'http://127.0.0.1')
    : undefined;
  const asset = out.assets.get(url?.pathname ?? '');
  if (asset) return send(response, 200, asset.type, asset.body);
  switch (url?.pathname) {
    case '/':
      return sendPage(response);
    case '/events':
      return sendEvents(request, response, live, url.searchParams);
    case '/source':
      return sendExcerpt(response, live, url.searchParams);
    case '/export':
      return void sendExport(response, live, url.searchParams);
    case '/view':
      return sendView(response, live, url.searchParams);
    default:
      return send(response, 404, 'text/plain; charset=utf-8', 'There is nothing here: the page is at /.\n');
  }
}

const securityHeaders = {
  'Cache-Control': 'no-store',
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Resource-Policy': 'same-origin',
  'Referrer-Policy': 'no-referrer',
  'X-Content-Type-Options': 'nosniff',
  'X-Frame-Options': 'DENY',
};

function send(response: ServerResponse, status: number, type: string, body: string | Buffer): void {
  response.writeHead(status, { 'Content-Type': type, 'Content-Length': Buffer.byteLength(body) });
  response.end(body);
}

function sendPage(response: ServerResponse): void {
  const parts = {
    scriptUri: assetPaths.script,
    styleUri: assetPaths.style,
    fontUris: { regular: assetPaths.regular, semibold: assetPaths.semibold },
    cspSource: "'self'",
    nonce: randomBytes(16).toString('hex'),
    host: 'http',
  } as const;
  response.setHeader('Content-Security-Policy', `${contentSecurityPolicy(parts)}; frame-ancestors 'none'`);
  send(response, 200, 'text/html; charset=utf-8', pageHtml(parts));
}

/** Often enough that nothing on the way takes the silence for the end. */
const keepAlive = 20_000;

/** Everything that one page is told, for as long as it is open. `pathway` names what it wants to see, the rest how. */
function sendEvents(request: IncomingMessage, response: ServerResponse, live: Live, query: URLSearchParams): void {
  response.writeHead(200, { 'Content-Type': 'text/event-stream; charset=utf-8' });
  response.write('retry: 500\n\n');
  if (request.method === 'HEAD') {
    response.end();
    return;
  }
  const leave = live.join(askingIn(query), (json) => response.write(`data: ${json}\n\n`));
  const beat = setInterval(() => response.write(':\n\n'), keepAlive);
  beat.unref();
  response.on('close', () => {
    clearInterval(beat);
    leave();
  });
}

function askingIn(query: URLSearchParams): Asking {
  return {
    name: query.get('pathway') ?? undefined,
    within: query.get('in') ?? undefined,
    look: lookInQuery(query),
    reader: query.get('reader') ?? randomUUID(),
    again: query.get('again') === 'yes',
  };
}

function sendExcerpt(response: ServerResponse, live: Live, query: URLSearchParams): void {
  const number = (name: string): number => Number.parseInt(query.get(name) ?? '', 10);
  const excerpt = live.excerpt(query.get('file') ?? '', number('line'), number('endLine'));
  if (excerpt) send(response, 200, 'application/json; charset=utf-8', JSON.stringify(excerpt));
  else send(response, 404, 'text/plain; charset=utf-8', 'There is no such place in the pathways shown here.\n');
}

/** A picture as a file, and in a header what somebody should know of it. */
async function sendExport(response: ServerResponse, live: Live, query: URLSearchParams): Promise<void> {
  const wish = exportInQuery(query);
  if (!wish) return send(response, 404, plainText, 'There is no such kind of file.\n');
  try {
    const file = await live.export(askingIn(query), wish);
    if (!file) return send(response, 404, plainText, 'There is no such pathway here.\n');
    response.setHeader('X-Notes', encodeURIComponent(JSON.stringify(file.notes)));
    response.setHeader('Content-Disposition', `attachment; filename*=UTF-8''${encodeURIComponent(file.name)}`);
    send(response, 200, types[wish.format], Buffer.from(file.content, file.encoding === 'text' ? 'utf8' : 'base64'));
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    send(response, 500, plainText, `The file could not be made: ${reason}\n`);
  }
}

/** The lines that would keep what is seen as a view. */
function sendView(response: ServerResponse, live: Live, query: URLSearchParams): void {
  const { name, within, look } = askingIn(query);
  const edit = live.edit({ name, within }, { wish: 'view', look, label: query.get('label') ?? '' });
  if (!edit) return send(response, 404, plainText, 'There is no such pathway here.\n');
  send(response, 200, 'application/json; charset=utf-8', JSON.stringify(edit));
}

const types: Readonly<Record<ExportFormat, string>> = {
  svg: 'image/svg+xml',
  png: 'image/png',
  pdf: 'application/pdf',
  mermaid: 'text/plain; charset=utf-8',
  drawio: 'application/xml; charset=utf-8',
  bpmn: 'application/xml; charset=utf-8',
};

const plainText = 'text/plain; charset=utf-8';
