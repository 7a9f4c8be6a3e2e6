import type { Placed, PlacedLane } from '../diagram/placed.ts';
import type { Theme } from '../diagram/svg.ts';
import { entryKey, type ListedFinding, type PathwayEntry, type Picture, type ToPage } from '../protocol/preview.ts';
import { Announcer } from './announcer.ts';
import { Banner } from './banner.ts';
import { Desk } from './desk/desk.ts';
import { button, setAll } from './dom.ts';
import { type Element, elementOf } from './drawing.ts';
import { ExcerptView } from './excerpt.ts';
import { FindingsView } from './findings.ts';
import { helpDialog } from './help.ts';
import type { Host } from './host.ts';
import { icon } from './icons.ts';
import { ListView } from './list.ts';
import { keyOf, spokenNews } from './news.ts';
import { Notebook } from './notebook.ts';
import { Panel } from './panel.ts';
import { Themes } from './theme.ts';
import { Toolbar } from './toolbar.ts';
import { Tools } from './tools/tools.ts';
import { View } from './view.ts';

/** The whole page: what the host says is shown, what the reader does is told to the host. */
export class Page {
  readonly #host: Host;
  readonly #notebook: Notebook;
  readonly #view: View;
  readonly #toolbar: Toolbar;
  readonly #panel: Panel;
  readonly #help = helpDialog();
  readonly #announcer = new Announcer();
  readonly #findings = new FindingsView((finding) => this.#chooseFinding(finding));
  readonly #excerpt = new ExcerptView(() => this.#view.focus(this.#selected));
  readonly #banner = new Banner((finding) => this.#chooseFinding(finding));
  readonly #list = new ListView((key) => this.#select(key));
  readonly #tools = new Tools({
    emphasise: (emphasis) => this.#view.emphasise(emphasis),
    look: (id) => this.#mark(id, true),
    leave: (id) => this.#view.focus(id),
    say: (words) => this.#announcer.say(words),
  });
  readonly #desk: Desk;
  readonly #tableToggle = button(
    { title: 'Show as a table (t)', 'aria-label': 'Show as a table' },
    () => this.#turn(),
    icon('table'),
  );
  readonly #themes: Themes;
  #entries: readonly PathwayEntry[] = [];
  #picture: Picture<Placed> | undefined;
  #selected: string | undefined;

  constructor(host: Host) {
    this.#host = host;
    this.#notebook = new Notebook(host);
    const { theme, panelOpen, table = false } = this.#notebook.memory;
    this.#view = new View(
      table,
      {
        choose: (element, focus) => this.#chooseElement(element, focus),
        chooseFinding: (finding) => this.#chooseFinding(finding),
        findings: (element) => this.#showFindingsOf(element),
        moved: (viewport, isFitted) => {
          this.#toolbar.showScale(viewport.scale);
          if (this.#picture)
            this.#notebook.keepView(keyOf(this.#picture), { viewport: isFitted ? undefined : viewport });
        },
        fold: (lane) => this.#fold(lane),
        menu: host.kind === 'vscode' ? (element, at) => this.#desk.openMenu(element, at) : undefined,
        say: (words) => this.#announcer.say(words),
      },
      this.#list.element,
      this.#banner.element,
    );
    this.#desk = new Desk(host, {
      say: (words) => this.#announcer.say(words),
      focus: (id) => this.#view.focus(id),
      mark: (id) => this.#mark(id, false),
      theme: () => this.#themes.current,
      place: (id) => this.#view.canvas.cornerOf(id),
    });
    this.#view.element.append(...this.#desk.notices);
    this.#toolbar = new Toolbar({
      served: host.kind === 'http',
      theme,
      looks: this.#desk.looks,
      tools: [this.#tools.buttons, this.#tableToggle, this.#desk.buttons],
      events: {
        select: (key) => this.#select(key),
        zoom: (direction) => this.#view.canvas.camera.zoom(direction),
        fit: () => this.#view.canvas.camera.fit(),
        fitSelection: () => this.#view.canvas.fitSelection(),
        actualSize: () => this.#view.canvas.camera.actualSize(),
        theme: (value) => {
          this.#notebook.keep({ theme: value });
          this.#themes.choose(value);
        },
        help: () => this.#help.showModal(),
      },
    });
    this.#panel = new Panel(
      panelOpen ?? (host.kind === 'http' && window.innerWidth >= 640),
      (open) => this.#notebook.keep({ panelOpen: open }),
      this.#excerpt.element,
      this.#findings.element,
    );
    this.#themes = new Themes(host.kind, theme, (now: Theme) => this.#view.retheme(now));
  }

  start(): void {
    document.body.append(
      this.#toolbar.element,
      this.#tools.element,
      this.#view.element,
      this.#panel.element,
      this.#announcer.element,
      this.#help,
    );
    document.addEventListener('keydown', (event) => this.#key(event));
    this.#showPicture(undefined);
    this.#host.listen({
      message: (message) => this.#take(message),
      connected: (connected) => this.#banner.showConnected(connected),
    });
    this.#host.post({ type: 'ready' });
  }

  #take(message: ToPage<Placed>): void {
    switch (message.type) {
      case 'pathways':
        this.#desk.showPinned(message.pinned);
        if (message.pinned !== undefined) this.#notebook.keep({ pinned: message.pinned });
        this.#desk.showSince(message.since);
        if (message.since !== undefined) this.#notebook.keep({ since: message.since });
        return this.#takeEntries(message.entries, message.selected, message.problems ?? []);
      case 'picture':
        return this.#takePicture(message.picture);
      case 'nothing':
        return this.#takeNothing(message);
      case 'drawing':
        return this.#view.waiting.show();
      case 'highlight':
        return this.#highlight(message.id);
      case 'exported':
        return this.#desk.showExported(message);
      case 'view-text':
        return this.#desk.showView(message);
      case 'offers':
        return this.#desk.showOffers(message);
      case 'excerpt':
        this.#panel.setOpen(true);
        this.#excerpt.show(message.excerpt, message.focus);
        // The list has less room now.
        return this.#findings.mark(this.#selected, true);
    }
  }

  #takeEntries(entries: readonly PathwayEntry[], selected: string | undefined, problems: readonly string[]): void {
    this.#entries = entries;
    this.#toolbar.showEntries(entries, selected);
    this.#banner.showProblems(problems);
    if (selected !== undefined) return this.#notebook.keep({ selected });
    if (entries.length === 0) return;
    this.#showPicture(undefined);
    this.#list.showAll(entries);
  }

  #takePicture(picture: Picture<Placed>): void {
    const before = this.#picture;
    const isSame = before !== undefined && keyOf(before) === keyOf(picture);
    const selected = before && entryKey(before.entry) === entryKey(picture.entry) ? this.#selected : undefined;
    this.#notebook.keepLook(entryKey(picture.entry), picture.look);
    this.#showPicture(picture);
    if (isSame) this.#view.update(picture, this.#themes.current);
    else this.#open(picture, selected);
    this.#desk.show(picture);
    this.#findings.show(picture);
    this.#findings.mark(this.#selected, false);
    this.#tools.show(picture.placed, picture.findings);
    this.#panel.showCounts(picture);
    this.#banner.showPicture(picture);
    this.#announcer.say(spokenNews(before, picture, isSame));
  }

  /** `selected` is what somebody works with in the pathway already. */
  #open(picture: Picture<Placed>, selected: string | undefined): void {
    const view = this.#notebook.view(keyOf(picture));
    this.#excerpt.hide();
    this.#view.open(picture, this.#themes.current, view.viewport);
    const id = selected ?? view.element;
    const element = id === undefined ? undefined : elementOf(picture.placed, id);
    this.#mark(element?.id, selected !== undefined);
  }

  #takeNothing(nothing: Extract<ToPage<Placed>, { type: 'nothing' }>): void {
    this.#showPicture(undefined);
    this.#list.showNothing(nothing, this.#entries);
    this.#announcer.say(nothing.message);
  }

  #showPicture(picture: Picture<Placed> | undefined): void {
    this.#picture = picture;
    const isShown = picture !== undefined;
    document.documentElement.dataset['shows'] = isShown ? 'picture' : 'list';
    this.#list.element.hidden = isShown;
    this.#panel.element.hidden = !isShown;
    this.#toolbar.showZooming(isShown && !this.#view.isTable);
    this.#tableToggle.hidden = !isShown;
    setAll(this.#tableToggle, { 'aria-pressed': `${this.#view.isTable}` });
    document.title = picture ? `${picture.entry.label} – Care Pathways` : 'Care Pathways';
    if (isShown) return;
    this.#view.clear();
    this.#desk.show(undefined);
    this.#tools.show(undefined, []);
    this.#findings.clear();
    this.#banner.showPicture(undefined);
    this.#selected = undefined;
  }

  #select(key: string | undefined): void {
    if (key === undefined) this.#host.showList?.();
    else this.#host.post({ type: 'select', key });
  }

  /** From the picture to the table, or back. */
  #turn(): void {
    this.#view.setTable(!this.#view.isTable);
    this.#notebook.keep({ table: this.#view.isTable });
    this.#toolbar.showZooming(!this.#view.isTable);
    setAll(this.#tableToggle, { 'aria-pressed': `${this.#view.isTable}` });
    this.#view.select(this.#selected, true);
    this.#announcer.say(this.#view.isTable ? 'Shown as a table.' : 'Shown as a picture.');
  }

  #fold(lane: PlacedLane): void {
    if (!this.#picture) return;
    const { look } = this.#picture;
    const others = (look.folded ?? []).filter((id) => id !== lane.id);
    this.#host.post({ type: 'look', look: { ...look, folded: lane.folded ? others : [...others, lane.id] } });
  }

  #chooseElement(element: Element, focus: boolean): void {
    if (this.#desk.takes(element)) return;
    this.#mark(element.id, false);
    this.#findings.mark(element.id, true);
    this.#announcer.say(`Selected: ${element.spoken}`);
    this.#host.post({ type: 'reveal', place: element.place, focus });
  }

  #chooseFinding(finding: ListedFinding): void {
    if (finding.id !== undefined) this.#mark(finding.id, true);
    this.#host.post({ type: 'reveal', place: finding.place, focus: false });
  }

  #showFindingsOf(element: Element): void {
    this.#panel.setOpen(true);
    this.#findings.mark(element.id, true);
  }

  /** The caret is at an element. One that was chosen here and belongs to it stays. */
  #highlight(id: string | undefined): void {
    const placed = this.#picture?.placed;
    const chosen = this.#selected;
    const belongs = placed?.edges.some(
      (edge) =>
        edge.kind === 'link' && [edge.from, edge.to].includes(chosen ?? '') && [edge.from, edge.to].includes(id ?? ''),
    );
    if (!(belongs && chosen?.startsWith('terminal:'))) this.#mark(id, true);
  }

  #mark(id: string | undefined, bring: boolean): void {
    this.#selected = id;
    this.#view.select(id, bring);
    this.#tools.select(id);
    this.#findings.mark(id, false);
    if (this.#picture) this.#notebook.keepView(keyOf(this.#picture), { element: id });
  }

  #key(event: KeyboardEvent): void {
    if (event.defaultPrevented || this.#help.open) return;
    if (event.key === 'Escape' && this.#view.hideCard()) return event.preventDefault();
    const isTyping = (event.target as HTMLElement).matches?.('input, select, textarea') ?? false;
    const isDone = !isTyping && this.#view.isFree && (this.#turnBy(event) || this.#view.command(event));
    if (isDone || this.#tools.command(event, isTyping)) event.preventDefault();
  }

  #turnBy(event: KeyboardEvent): boolean {
    if (event.key !== 't' || event.ctrlKey || event.metaKey || event.altKey || !this.#picture) return false;
    this.#turn();
    return true;
  }
}
