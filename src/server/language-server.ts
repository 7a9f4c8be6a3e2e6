import {
  type CancellationToken,
  type Connection,
  FileChangeType,
  type InitializeResult,
  LSPErrorCodes,
  ResponseError,
  TextDocumentSyncKind,
  TextDocuments,
} from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import type { CheckedProject } from '../language/checker.ts';
import { folderOf, isBelow } from '../language/discovery.ts';
import type { PathwayFile } from '../language/file-store.ts';
import { LIBRARY, Workspace } from '../language/workspace.ts';
import { EXPORT, type ExportParams, type ExportResult } from '../protocol/exports.ts';
import type { PathwayEntry } from '../protocol/preview.ts';
import * as requests from '../protocol/requests.ts';
import * as reviewing from '../protocol/review.ts';
import type { Finding } from '../rules/finding.ts';
import { toDiagnostics } from './diagnostics.ts';
import { caretAt } from './drawn.ts';
import { type Exporter, exportFor } from './exporter.ts';
import type { Editor, Texts } from './feature.ts';
import { pagesFor } from './features/rule-pages.ts';
import { capabilitiesOf, features } from './features.ts';
import type { Layouter } from './layouter.ts';
import { Pictures, pathwayEntries } from './pictures.ts';
import { Reviews } from './reviews.ts';

/** What the server needs of the world that it runs in. */
export interface Ports {
  readonly layouter: Layouter;
  readonly exporter: Exporter;
  /** Every pathway file at or below a folder, as URIs; none where the folder cannot be read. */
  filesBelow(folder: string): readonly string[];
  /** A file's text; nothing where it cannot be read. */
  read(uri: string): string | undefined;
  /** Today, as YYYY-MM-DD. */
  today(): string;
}

/** Serves one editor. All answers come from the texts as they are at that moment, in whatever order they are asked for. */
export class LanguageServer {
  readonly #connection: Connection;
  readonly #ports: Ports;
  readonly #documents = new TextDocuments(TextDocument);
  readonly #pictures: Pictures;
  readonly #reviews: Reviews;
  /** By folder: the opened ones, and one for each folder of a file outside of them. */
  readonly #workspaces = new Map<string, Workspace>();
  /** By file: the lists of findings that the editor was told of, one for each project that sees the file. */
  readonly #published = new Map<string, readonly (readonly Finding[])[]>();
  #pending: ReturnType<typeof setTimeout> | undefined;
  #version = 0;
  #editor: Editor = { capabilities: {} };

  constructor(connection: Connection, ports: Ports) {
    this.#connection = connection;
    this.#ports = ports;
    this.#pictures = new Pictures(ports.layouter);
    this.#reviews = new Reviews(ports.layouter, {
      workspaces: () => [...this.#workspaces.values()],
      read: (uri) => ports.read(uri),
      today: () => ports.today(),
    });
    connection.onInitialize(({ workspaceFolders, rootUri, capabilities: known, initializationOptions }) => {
      this.#editor = { capabilities: known, initializationOptions };
      const folders = workspaceFolders?.map(({ uri }) => uri) ?? (rootUri ? [rootUri] : []);
      for (const folder of folders) this.#open(trimmed(folder));
      return capabilities;
    });
    connection.onInitialized(() => this.#changed());
    connection.onShutdown(() => this.#stop());
    this.#followTexts();
    this.#answer();
    this.#documents.listen(connection);
  }

  #followTexts(): void {
    this.#documents.onDidChangeContent(({ document }) => {
      if (!isPathway(document.uri)) return;
      this.#workspaceOf(document.uri).set(document.uri, document.getText());
      this.#changed();
    });
    this.#documents.onDidClose(({ document }) => this.#fromDisk(document.uri));
    this.#connection.onDidChangeWatchedFiles(({ changes }) => {
      for (const { uri, type } of changes) {
        if (this.#documents.get(uri)) continue;
        if (type === FileChangeType.Deleted) this.#gone(uri);
        else this.#fromDisk(uri);
      }
    });
    this.#connection.onNotification('workspace/didChangeWorkspaceFolders', ({ event }) => {
      for (const { uri } of event.removed) this.#workspaces.delete(trimmed(uri));
      for (const { uri } of event.added) this.#open(trimmed(uri));
      for (const document of this.#documents.all()) {
        if (isPathway(document.uri)) this.#workspaceOf(document.uri).set(document.uri, document.getText());
      }
      this.#changed();
    });
  }

  #answer(): void {
    const texts: Texts = {
      at: (uri) => this.#at(uri),
      projects: () => this.#projects(),
      version: (uri) => this.#documents.get(uri)?.version,
      today: () => this.#ports.today(),
    };
    for (const feature of features) feature.register(this.#connection, texts, () => this.#editor);
    this.#connection.onRequest(requests.PATHWAYS, (): readonly PathwayEntry[] => pathwayEntries(this.#projects()));
    this.#connection.onRequest(requests.PICTURE, (wish: requests.PictureParams, token: CancellationToken) =>
      this.#drawn(token, async (signal) => {
        const since = wish.since === undefined ? undefined : this.#reviews.before(wish.since, wish.key);
        return (await this.#pictures.of(this.#projects(), { ...wish, since }, signal)) ?? null;
      }),
    );
    this.#connection.onRequest<reviewing.ReviewResult<unknown>, void>(
      reviewing.REVIEW,
      (wish: reviewing.ReviewParams, token: CancellationToken) =>
        this.#drawn(token, (signal) => this.#reviews.of(wish, signal)),
    );
    this.#connection.onRequest(reviewing.REVIEW_OPEN, (params: reviewing.ReviewOpenParams) => {
      this.#reviews.open(params);
      return null;
    });
    this.#connection.onRequest(reviewing.REVIEW_CLOSE, ({ reader }: { readonly reader: string }) => {
      this.#reviews.close(reader);
      return null;
    });
    this.#connection.onRequest(EXPORT, async (params: ExportParams): Promise<ExportResult> => {
      const { exporter, today } = this.#ports;
      return (await exportFor(this.#projects(), params, exporter, today())) ?? null;
    });
    this.#connection.onRequest(requests.ELEMENT_AT, (at: requests.ElementAtParams) => this.#elementAt(at) ?? null);
  }

  /** Draws for as long as somebody waits for it. */
  async #drawn<T>(token: CancellationToken, draw: (signal: AbortSignal) => Promise<T>): Promise<T> {
    this.#ifWanted(token);
    const stop = new AbortController();
    const listening = token.onCancellationRequested(() => stop.abort());
    try {
      return await draw(stop.signal);
    } catch (error) {
      if (stop.signal.aborted)
        throw new ResponseError(LSPErrorCodes.RequestCancelled, 'A newer picture was asked for.');
      throw error;
    } finally {
      listening.dispose();
    }
  }

  #elementAt({ uri, line, character }: requests.ElementAtParams): requests.ElementAt | undefined {
    const at = this.#at(uri);
    const place = { file: uri, line, character, endLine: line, endCharacter: character };
    return at && caretAt(at.checked, at.file.reading.model.declarations, place);
  }

  /** A cancelled request is answered as such, and not with what nobody waits for. */
  #ifWanted(token: CancellationToken): void {
    if (token.isCancellationRequested) throw new ResponseError(LSPErrorCodes.RequestCancelled, 'Cancelled.');
  }

  #projects(): readonly CheckedProject[] {
    const today = this.#ports.today();
    return [...this.#workspaces.values()].flatMap((workspace) => workspace.projects(today));
  }

  #at(uri: string): { readonly file: PathwayFile; readonly checked: CheckedProject } | undefined {
    if (!isPathway(uri)) return undefined;
    const workspace = this.#workspaceOf(uri);
    const file = workspace.get(uri);
    const checked = file && workspace.projectOf(uri, this.#ports.today());
    return file && checked && { file, checked };
  }

  /** The workspace that a file belongs to: the innermost opened folder around it, else one of its own folder. */
  #workspaceOf(uri: string): Workspace {
    const around = [...this.#workspaces.values()].filter(({ folder }) => isBelow(uri, folder));
    const nearest = around.toSorted((a, b) => b.folder.length - a.folder.length)[0];
    const own = folderOf(uri);
    return nearest ?? this.#workspaces.get(own) ?? this.#open(own);
  }

  #open(folder: string): Workspace {
    const workspace = new Workspace(folder);
    this.#workspaces.set(folder, workspace);
    this.#readBelow(workspace, folder);
    const known = new Set([folder]);
    for (let next = fresh(workspace, known); next.length > 0; next = fresh(workspace, known)) {
      for (const included of next) this.#readBelow(workspace, included);
    }
    return workspace;
  }

  #readBelow(workspace: Workspace, folder: string): void {
    for (const uri of this.#ports.filesBelow(folder)) {
      const text = this.#documents.get(uri)?.getText() ?? this.#ports.read(uri);
      if (text !== undefined) workspace.set(uri, text);
    }
  }

  #fromDisk(uri: string): void {
    if (!isPathway(uri)) return;
    const text = this.#ports.read(uri);
    if (text === undefined) return this.#gone(uri);
    this.#workspaceOf(uri).set(uri, text);
    this.#changed();
  }

  /** A file that is gone, or a folder with all that was in it. */
  #gone(uri: string): void {
    for (const workspace of this.#workspaces.values()) {
      for (const known of workspace.uris()) if (known === uri || isBelow(known, uri)) workspace.delete(known);
    }
    this.#changed();
  }

  /** Several changes that come together are checked once. */
  #changed(): void {
    this.#pending ??= setTimeout(() => {
      this.#pending = undefined;
      this.#publish();
    });
  }

  /** From then on nobody is told anything. */
  #stop(): void {
    clearTimeout(this.#pending);
    this.#ports.layouter.dispose();
  }

  #publish(): void {
    const found = new Map<string, readonly (readonly Finding[])[]>();
    for (const { files, byFile } of this.#projects()) {
      for (const { uri } of files) found.set(uri, [...(found.get(uri) ?? []), byFile.get(uri) ?? []]);
    }
    for (const uri of this.#published.keys()) if (!found.has(uri)) found.set(uri, []);
    for (const [uri, findings] of found) this.#publishFile(uri, findings);
    this.#connection.sendNotification(requests.CHANGED, { version: ++this.#version });
    for (const feature of features) feature.changed?.(this.#connection, this.#editor);
  }

  /** Tells the editor of a file's findings, where they are not the very lists that it was told of last. */
  #publishFile(uri: string, findings: readonly (readonly Finding[])[]): void {
    const before = this.#published.get(uri) ?? [];
    const same = before.length === findings.length && before.every((list, index) => list === findings[index]);
    if (same && this.#published.has(uri)) return;
    if (findings.length > 0) this.#published.set(uri, findings);
    else this.#published.delete(uri);
    const version = this.#documents.get(uri)?.version;
    const diagnostics = toDiagnostics(findings.flat(), pagesFor(this.#editor));
    this.#connection.sendDiagnostics({ uri, diagnostics, ...(version !== undefined && { version }) });
  }
}

const capabilities: InitializeResult = {
  serverInfo: { name: 'Care Pathways' },
  capabilities: {
    textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental },
    ...capabilitiesOf(features),
    workspace: { workspaceFolders: { supported: true, changeNotifications: true } },
  },
};

/** Pathway files and texts not saved yet. A `git:` document is an old text of a file, and would declare everything twice. */
function isPathway(uri: string): boolean {
  return !uri.startsWith('git:') && !uri.startsWith(LIBRARY);
}

function fresh(workspace: Workspace, known: Set<string>): readonly string[] {
  const folders = workspace.includedFolders().filter((folder) => !known.has(folder));
  for (const folder of folders) known.add(folder);
  return [...new Set(folders)];
}

const trimmed = (folder: string): string => folder.replace(/\/+$/, '');
