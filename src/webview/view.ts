import type { Placed, PlacedLane, Point } from '../diagram/placed.ts';
import type { Theme } from '../diagram/svg.ts';
import type { ListedFinding, Picture } from '../protocol/preview.ts';
import { Canvas } from './canvas.ts';
import { Card } from './card.ts';
import { make } from './dom.ts';
import { type Element, elementOf } from './drawing.ts';
import { LaneHeadings } from './lanes.ts';
import { Minimap } from './minimap.ts';
import type { Emphasis } from './picture.ts';
import { TableView } from './table/view.ts';
import type { Viewport } from './viewport.ts';
import { Waiting } from './waiting.ts';

export interface ViewEvents {
  /** Somebody chose an element; `focus` when they want to go where it is written. */
  readonly choose: (element: Element, focus: boolean) => void;
  readonly chooseFinding: (finding: ListedFinding) => void;
  /** Somebody asks for all findings of an element. */
  readonly findings: (element: Element) => void;
  readonly moved: (viewport: Viewport, isFitted: boolean) => void;
  /** Somebody folds a lane, or unfolds it. */
  readonly fold: (lane: PlacedLane) => void;
  /** Opens what can be done with an element; absent where nothing can. */
  readonly menu: ((element: Element, at: Point) => void) | undefined;
  readonly say: (words: string) => void;
}

/** What is seen of a pathway: its picture with all that stands over it, or its table. */
export class View {
  readonly element: HTMLElement;
  readonly canvas: Canvas;
  readonly waiting = new Waiting();
  readonly #table: TableView;
  readonly #card: Card;
  readonly #minimap: Minimap;
  readonly #lanes: LaneHeadings;
  /** The picture says its title to the eye; this is for those who go from heading to heading. */
  readonly #heading = make('h1', { class: 'spoken' });
  readonly #summary = make('p', { class: 'spoken' });
  #picture: Picture<Placed> | undefined;
  #isTable: boolean;

  constructor(isTable: boolean, events: ViewEvents, ...others: readonly HTMLElement[]) {
    this.#isTable = isTable;
    this.canvas = new Canvas({
      choose: (element, focus) => {
        this.#card.dismiss(element);
        events.choose(element, focus);
      },
      findings: events.findings,
      hover: (element, by, at) => this.#card.hover(element, by, at),
      dismiss: () => this.hideCard(),
      moved: (viewport, isFitted) => {
        this.#card.hide();
        this.#follow();
        events.moved(viewport, isFitted);
      },
    });
    this.#card = new Card({
      places: (id) => this.canvas.places(id),
      findings: (id) => this.#picture?.findings.filter((finding) => finding.id === id) ?? [],
      choose: events.chooseFinding,
      more: events.findings,
      menu: events.menu,
      back: (id) => this.canvas.focus(id),
    });
    this.#table = new TableView({ choose: (id) => this.#chooseRow(id, events), say: events.say });
    this.#minimap = new Minimap((at: Point) => this.canvas.camera.centre(at));
    this.#lanes = new LaneHeadings({
      fold: events.fold,
      look: ({ heading }) => this.canvas.camera.show(heading.box),
    });
    this.element = make(
      'main',
      { class: 'view' },
      this.#heading,
      this.#summary,
      this.canvas.element,
      this.#lanes.element,
      this.#table.element,
      ...others,
      this.#minimap.element,
      this.#card.element,
      this.waiting.element,
    );
  }

  get isTable(): boolean {
    return this.#isTable;
  }

  setTable(isTable: boolean): void {
    this.#isTable = isTable;
    this.#turn();
  }

  /** Shows another pathway, as it was left or from its beginning. */
  open(picture: Picture<Placed>, theme: Theme, viewport: Viewport | undefined): void {
    this.#show(picture);
    this.canvas.open(picture.placed, theme, viewport);
    this.#drawAround();
  }

  /** Shows the same pathway anew. */
  update(picture: Picture<Placed>, theme: Theme): void {
    this.#show(picture);
    this.canvas.update(picture.placed, theme);
    this.#drawAround();
  }

  clear(): void {
    this.#picture = undefined;
    this.hideCard();
    this.waiting.end();
    this.canvas.clear();
    this.#table.clear();
    this.#drawAround();
    this.#turn();
  }

  retheme(theme: Theme): void {
    this.canvas.retheme(theme);
    this.#drawAround();
  }

  select(id: string | undefined, bring: boolean): void {
    this.canvas.select(id, bring);
    this.#table.select(id, bring);
  }

  emphasise(emphasis: Emphasis): void {
    this.canvas.emphasise(emphasis);
    this.#table.emphasise(emphasis);
  }

  focus(id?: string): void {
    if (this.#hasTable) this.#table.focus(id);
    else this.canvas.focus(id);
  }

  /** Whether the focus is on what is seen, or nowhere. */
  get isFree(): boolean {
    const { activeElement } = document;
    if (activeElement === null || activeElement === document.body) return true;
    return this.canvas.element.contains(activeElement) || this.#table.element.contains(activeElement);
  }

  /** Takes the card away, until another element is pointed at, and says whether there was one. */
  hideCard(): boolean {
    const wasShown = this.#card.isShown;
    this.#card.hide();
    return wasShown;
  }

  /** Keys that work while nothing else takes them. */
  command(event: KeyboardEvent): boolean {
    if (this.#hasTable) return false;
    const element = this.canvas.focused;
    if (event.key !== 'i' || event.ctrlKey || event.metaKey || event.altKey || !element) {
      return this.canvas.command(event);
    }
    this.#card.enter(element);
    return true;
  }

  /** A pathway without stages says in its picture what to write. */
  get #hasTable(): boolean {
    return this.#isTable && this.#picture?.placed.empty === undefined;
  }

  #show(picture: Picture<Placed>): void {
    this.#picture = picture;
    this.waiting.end();
    this.hideCard();
    this.#table.show(picture.placed, picture.findings);
    this.#turn();
  }

  #turn(): void {
    const isShown = this.#picture !== undefined;
    this.hideCard();
    this.canvas.element.hidden = !isShown || this.#hasTable;
    this.#heading.textContent = this.#picture?.entry.label ?? '';
    const said = this.#picture?.placed.title.texts.slice(1) ?? [];
    this.#summary.textContent = said.map(({ runs }) => runs.map(({ text }) => text).join('')).join('. ');
    for (const element of [this.#heading, this.#summary]) element.hidden = this.canvas.element.hidden;
    this.#table.element.hidden = !isShown || !this.#hasTable;
    this.#drawAround();
  }

  /** What stands over the picture and belongs to it. */
  #drawAround(): void {
    const placed = this.#hasTable ? undefined : this.#picture?.placed;
    this.#minimap.show(placed);
    this.#lanes.show(placed);
    this.#follow();
  }

  #follow(): void {
    const { viewport } = this.canvas.camera;
    this.#minimap.moved(viewport, this.canvas.windowSize);
    this.#lanes.moved(viewport, this.canvas.windowSize);
  }

  #chooseRow(id: string, events: ViewEvents): void {
    const element = this.#picture && elementOf(this.#picture.placed, id);
    if (element) events.choose(element, false);
  }
}
