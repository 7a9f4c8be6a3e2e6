import type { Placed, Point } from '../../diagram/placed.ts';
import type { Theme } from '../../diagram/theme.ts';
import type { OfferEntry } from '../../protocol/edits.ts';
import type { Picture, ToPage } from '../../protocol/preview.ts';
import { button, make, setAll } from '../dom.ts';
import { type Element, elementOf } from '../drawing.ts';
import type { Host } from '../host.ts';
import { icon } from '../icons.ts';
import { Joining, nameOf } from './joining.ts';
import { LookBar } from './look-bar.ts';
import { Menu, type MenuItem } from './menu.ts';
import { Notice } from './notice.ts';
import { Share } from './share.ts';
import { showViewText } from './view-dialog.ts';

export interface DeskEvents {
  readonly say: (words: string) => void;
  /** The keyboard goes to an element of the picture. */
  readonly focus: (id: string) => void;
  /** An element is what is worked with. */
  readonly mark: (id: string) => void;
  readonly theme: () => Theme;
  /** Where an element is seen. */
  readonly place: (id: string) => Point | undefined;
}

/** What a reader asks for of whoever shows the page: other looks, and changes of the text. */
export class Desk {
  /** Which view of the pathway is seen; it stands beside the choice of the pathway. */
  readonly looks: HTMLElement;
  /** For the bar above the picture. */
  readonly buttons: HTMLElement;
  /** What is said over the picture. */
  readonly notices: readonly HTMLElement[];
  readonly #host: Host;
  readonly #events: DeskEvents;
  readonly #looks: LookBar;
  readonly #pin: HTMLButtonElement;
  readonly #since: HTMLButtonElement;
  readonly #joining: Joining;
  readonly #share: Share;
  readonly #notice = new Notice();
  readonly #menu = new Menu(() => this.#menuClosed());
  #isPinned = false;
  #isMarked = false;
  #picture: Picture<Placed> | undefined;
  /** The element whose menu is asked for or open, and where it opens. */
  #asked: { readonly element: Element; readonly at: Point } | undefined;

  constructor(host: Host, events: DeskEvents) {
    this.#host = host;
    this.#events = events;
    this.#looks = new LookBar({
      look: (look) => host.post({ type: 'look', look }),
      save: () => host.post({ type: 'save-view' }),
    });
    this.looks = this.#looks.element;
    this.#pin = button({ hidden: true }, () => host.post({ type: 'pin', pinned: !this.#isPinned }), icon('pin'));
    this.#since = button({ hidden: true }, () => host.post({ type: 'since', since: !this.#isMarked }), icon('since'));
    this.#share = new Share({
      export: (wish, to) => host.post({ type: 'export', wish, to }),
      tell: (words) => this.#notice.show(words),
      theme: events.theme,
    });
    this.buttons = make(
      'div',
      { class: 'desk-buttons' },
      this.#since,
      this.#pin,
      ...this.#share.elements,
      this.#menu.element,
    );
    this.#joining = new Joining({
      join: (from, to) => host.post({ type: 'join', from, to }),
      say: events.say,
      back: events.focus,
    });
    this.notices = [this.#joining.element, this.#notice.element];
    document.addEventListener('contextmenu', (event) => this.#rightClick(event));
    document.addEventListener('keydown', (event) => this.#key(event));
  }

  /** Whether the page follows what somebody works at; not told by hosts that follow nobody. */
  showPinned(pinned: boolean | undefined): void {
    this.#isPinned = pinned === true;
    const words = this.#isPinned
      ? 'Pinned: keeps to this pathway. Press to follow the text that you work in'
      : 'Follows the text that you work in. Press to keep to this pathway';
    setAll(this.#pin, { hidden: pinned === undefined, 'aria-pressed': `${this.#isPinned}`, title: words });
    setAll(this.#pin, { 'aria-label': 'Keep to this pathway' });
  }

  /** Whether what has changed since the last commit is marked; not told where there is nothing to compare with. */
  showSince(since: boolean | undefined): void {
    this.#isMarked = since === true;
    const words = this.#isMarked
      ? 'What has changed since the last commit is marked. Press to mark it no longer'
      : 'Mark what has changed since the last commit';
    setAll(this.#since, { hidden: since === undefined, 'aria-pressed': `${this.#isMarked}`, title: words });
    setAll(this.#since, { 'aria-label': 'Mark what has changed since the last commit' });
  }

  show(picture: Picture<Placed> | undefined): void {
    this.#picture = picture;
    this.#looks.show(picture);
    this.#share.show(picture !== undefined);
    if (!picture) this.#joining.stop();
  }

  /** A file has come that the page asked for, or why it has not. */
  showExported(message: Extract<ToPage<Placed>, { type: 'exported' }>): void {
    this.#share.take(message);
  }

  /** The lines of a view have come, from a host that writes nothing. */
  showView({ text, file }: Extract<ToPage<Placed>, { type: 'view-text' }>): void {
    showViewText(text, file);
  }

  /** What can be done with an element has come. */
  showOffers({ id, offers, note }: Extract<ToPage<Placed>, { type: 'offers' }>): void {
    const asked = this.#asked;
    if (asked?.element.id !== id) return;
    const { element, at } = asked;
    const show: MenuItem = {
      title: 'Show its text',
      group: 'text',
      choose: () => this.#host.post({ type: 'reveal', place: element.place, focus: true }),
    };
    const items = offers.map((offer, index) => this.#item(element, offer, index));
    this.#menu.open(`What to do with ${nameOf(element)}`, [show, ...items], note, at);
  }

  /** Whether the element was waited for by something that was begun, so that choosing it means nothing else. */
  takes(element: Element): boolean {
    return this.#joining.takes(element);
  }

  /** Opens the menu of an element, where the host has one. */
  openMenu(element: Element, at: Point | undefined = this.#events.place(element.id)): boolean {
    if (this.#host.kind !== 'vscode') return false;
    this.#asked = { element, at: at ?? { x: 0, y: 0 } };
    this.#events.mark(element.id);
    this.#host.post({ type: 'offers', id: element.id });
    return true;
  }

  #item(element: Element, { title, kind, asks }: OfferEntry, index: number): MenuItem {
    const choose = () =>
      asks === 'stage' ? this.#joining.start(element) : this.#host.post({ type: 'take', id: element.id, offer: index });
    return { title, group: kind === 'rename' ? 'write' : kind, choose };
  }

  #menuClosed(): void {
    const id = this.#asked?.element.id;
    this.#asked = undefined;
    if (id !== undefined && (document.activeElement === document.body || document.activeElement === null))
      this.#events.focus(id);
  }

  #rightClick(event: MouseEvent): void {
    const element = this.#elementAt(event.target);
    if (element && this.openMenu(element, { x: event.clientX, y: event.clientY })) event.preventDefault();
    else if (this.#menu.element.contains(event.target as Node)) event.preventDefault();
  }

  #key(event: KeyboardEvent): void {
    if (event.key !== 'ContextMenu' && !(event.key === 'F10' && event.shiftKey)) return;
    const element = this.#elementAt(document.activeElement);
    if (element && this.openMenu(element)) event.preventDefault();
  }

  #elementAt(target: EventTarget | null): Element | undefined {
    const id = (target as globalThis.Element | null)?.closest?.<SVGElement>('.sheet [data-id]')?.dataset['id'];
    return id === undefined || !this.#picture ? undefined : elementOf(this.#picture.placed, id);
  }
}
