import type { Placed } from '../../diagram/placed.ts';
import type { Theme } from '../../diagram/theme.ts';
import {
  type ExportFormat,
  exportFiles,
  exportFormats,
  type PageSize,
  paged,
  pageSizes,
} from '../../export/formats.ts';
import type { ExportedFile, ExportWish } from '../../protocol/exports.ts';
import type { ToPage } from '../../protocol/preview.ts';
import { button, make } from '../dom.ts';
import { icon } from '../icons.ts';
import { Popover } from './popover.ts';

export interface ShareEvents {
  readonly export: (wish: ExportWish, to: 'file' | 'page') => void;
  /** Something is to be read for a moment. */
  readonly tell: (words: string) => void;
  /** The colours of the page now. */
  readonly theme: () => Theme;
}

const pageWords: Readonly<Record<PageSize, string>> = { slide: 'a slide', a4: 'A4', a3: 'A3' };
const scales = [1, 2, 3, 4];

/** Everything by which a picture leaves the page: as a file, or by the clipboard. */
export class Share {
  readonly #events: ShareEvents;
  readonly #popover: Popover;
  readonly #format = chooser(
    'export-format',
    exportFormats.map((format) => [format, exportFiles[format].name] as const),
  );
  readonly #page = chooser('export-page', [
    ['', 'its own'],
    ...pageSizes.map((size) => [size, pageWords[size]] as const),
  ]);
  readonly #portrait = make('input', { type: 'checkbox', id: 'export-portrait' });
  readonly #scale = chooser(
    'export-scale',
    scales.map((scale) => [`${scale}`, `${scale} ×`] as const),
  );
  readonly #theme = chooser('export-theme', [
    ['light', 'light'],
    ['dark', 'dark'],
  ]);
  readonly #pageRow = row('Page', this.#page);
  readonly #portraitRow = make('div', { class: 'check' }, this.#portrait, label('export-portrait', 'Upright'));
  readonly #scaleRow = row('Sharpness', this.#scale);
  readonly #themeRow = row('Colours', this.#theme);
  /** What waits for a file to be put on the clipboard. */
  #waiting: { readonly done: (file: ExportedFile) => void; readonly failed: (why: Error) => void } | undefined;

  constructor(events: ShareEvents) {
    this.#events = events;
    this.#format.value = 'pdf';
    this.#scale.value = '2';
    for (const control of [this.#format, this.#page]) control.addEventListener('change', () => this.#fit());
    const opener = button(
      { title: 'Export or copy the picture', 'aria-label': 'Export or copy the picture' },
      () => {},
      icon('share'),
    );
    const save = button({ class: 'main' }, () => this.#save(), 'Export picture…');
    const image = button({}, () => this.#copy('png'), 'Copy as image');
    const mermaid = button({}, () => this.#copy('mermaid'), 'Copy as Mermaid');
    this.#popover = new Popover(
      opener,
      'Export or copy the picture',
      make(
        'div',
        { class: 'look-form' },
        row('Kind of file', this.#format),
        this.#pageRow,
        this.#portraitRow,
        this.#scaleRow,
        this.#themeRow,
        save,
        make('hr'),
        image,
        mermaid,
      ),
    );
    this.#fit();
  }

  get elements(): readonly HTMLElement[] {
    return [this.#popover.button, this.#popover.sheet];
  }

  show(shown: boolean): void {
    this.#popover.button.hidden = !shown;
    if (!shown) this.#popover.close();
  }

  /** The file has come that was asked for, or it has not. */
  take(message: Extract<ToPage<Placed>, { type: 'exported' }>): void {
    const waiting = this.#waiting;
    this.#waiting = undefined;
    if ('failed' in message) {
      waiting?.failed(new Error(message.failed));
      if (!waiting) this.#events.tell(message.failed);
    } else if (waiting) waiting.done(message.file);
    else for (const note of message.file.notes) this.#events.tell(note);
  }

  /** Only what the kind of file has any use of is offered. */
  #fit(): void {
    const format = this.#format.value as ExportFormat;
    this.#pageRow.hidden = !paged.includes(format);
    this.#portraitRow.hidden = this.#pageRow.hidden || this.#page.value === '';
    this.#scaleRow.hidden = format !== 'png';
    this.#themeRow.hidden = !paged.includes(format);
  }

  #wish(): ExportWish {
    const format = this.#format.value as ExportFormat;
    const page = pageSizes.find((size) => size === this.#page.value);
    const hasPage = paged.includes(format) && page !== undefined;
    return {
      format,
      theme: this.#theme.value === 'dark' ? 'dark' : 'light',
      ...(format === 'png' && { scale: Number(this.#scale.value) }),
      ...(hasPage && { page }),
      ...(hasPage && this.#portrait.checked && { portrait: true }),
    };
  }

  #save(): void {
    this.#popover.close();
    this.#events.export(this.#wish(), 'file');
  }

  /** The clipboard is asked for at once, while the press still counts; what goes into it comes when it is made. */
  async #copy(format: 'png' | 'mermaid'): Promise<void> {
    this.#popover.close();
    const [type, copied] = format === 'png' ? ['image/png', 'image'] : ['text/plain', 'Mermaid text'];
    try {
      const made = this.#made({ format, theme: this.#events.theme(), ...(format === 'png' && { scale: 2 }) });
      const content = made.then((file) => new Blob([bytesOf(file)], { type }));
      await navigator.clipboard.write([new ClipboardItem({ [type]: content })]);
      this.#events.tell(`Copied as ${copied}: paste it where you want it.`);
    } catch (error) {
      const why = error instanceof Error && error.name === 'Error' ? error.message : '';
      this.#events.tell(why || 'The picture could not be copied here. Export it as a file in its place.');
    }
  }

  #made(wish: ExportWish): Promise<ExportedFile> {
    return new Promise((done, failed) => {
      this.#waiting?.failed(new Error('Something else was copied meanwhile.'));
      this.#waiting = { done, failed };
      this.#events.export(wish, 'page');
    });
  }
}

/** A file's bytes, or its text. */
export function bytesOf({ content, encoding }: ExportedFile): BlobPart {
  return encoding === 'text' ? content : Uint8Array.from(atob(content), (letter) => letter.charCodeAt(0));
}

function chooser(id: string, options: readonly (readonly [string, string])[]): HTMLSelectElement {
  return make('select', { id }, ...options.map(([value, words]) => make('option', { value }, words)));
}

function row(words: string, control: HTMLElement): HTMLElement {
  return make('div', { class: 'choice' }, label(control.id, words), control);
}

function label(id: string, words: string): HTMLElement {
  return make('label', { for: id }, words);
}
