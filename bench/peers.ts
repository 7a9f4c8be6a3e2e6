import { EmptyFileSystemProvider, type FileSystemProvider, inject, type LangiumDocument, URI } from 'langium';
import { createDefaultModule, createDefaultSharedModule } from 'langium/lsp';
import { CarePathwaysGeneratedModule, CarePathwaysGeneratedSharedModule } from '../src/language/generated/module.ts';
import { PathwayLexer } from '../src/language/lexer.ts';

type Text = { readonly uri: string; readonly text: string };

/** Langium as it comes, with our grammar and lexer: its own index, scopes, linker and validation. */
export class LangiumDefaults {
  readonly #texts = new Map<string, string>();
  readonly #shared;

  constructor() {
    const files = new TextsAsFiles(this.#texts);
    const shared = inject(
      createDefaultSharedModule({ fileSystemProvider: () => files }),
      CarePathwaysGeneratedSharedModule,
    );
    const services = inject(createDefaultModule({ shared }), CarePathwaysGeneratedModule, {
      parser: { Lexer: (all: ConstructorParameters<typeof PathwayLexer>[0]) => new PathwayLexer(all) },
    });
    shared.ServiceRegistry.register(services);
    this.#shared = shared;
  }

  /** Reads, links and validates everything from scratch. */
  async build(texts: readonly Text[]): Promise<readonly LangiumDocument[]> {
    const { LangiumDocuments, LangiumDocumentFactory, DocumentBuilder } = this.#shared.workspace;
    await DocumentBuilder.update(
      [],
      [...LangiumDocuments.all].map(({ uri }) => uri),
    );
    const documents = texts.map(({ uri, text }) => LangiumDocumentFactory.fromString(text, URI.parse(uri)));
    for (const document of documents) LangiumDocuments.addDocument(document);
    await DocumentBuilder.build(documents, { validation: true });
    return documents;
  }

  /** Takes a new text of one file, as an editor's server does with each key. */
  async edit(uri: string, text: string): Promise<LangiumDocument> {
    const { LangiumDocuments, DocumentBuilder } = this.#shared.workspace;
    this.#texts.set(uri, text);
    await DocumentBuilder.update([URI.parse(uri)], []);
    const document = LangiumDocuments.getDocument(URI.parse(uri))!;
    if (!document.textDocument.getText().includes(text.slice(-200))) throw new Error('The edit was not taken.');
    return document;
  }
}

/** Texts in memory, where Langium looks for files. */
class TextsAsFiles extends EmptyFileSystemProvider implements FileSystemProvider {
  readonly #texts: ReadonlyMap<string, string>;

  constructor(texts: ReadonlyMap<string, string>) {
    super();
    this.#texts = texts;
  }

  override async readFile(uri?: URI): Promise<string> {
    return this.#texts.get(uri?.toString() ?? '') ?? '';
  }
}
