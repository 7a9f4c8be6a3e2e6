import type { Placed } from '../../diagram/placed.ts';
import type { ListedFinding } from '../../protocol/preview.ts';
import { button, make } from '../dom.ts';
import { type Icon, icon } from '../icons.ts';
import type { Emphasis } from '../picture.ts';
import { FilterStrip } from './filter-strip.ts';
import { FindStrip } from './find-strip.ts';
import type { Strip } from './strip.ts';
import { TraceStrip } from './trace-strip.ts';

const narrow = 640;

export interface ToolsEvents {
  /** What stands out of the picture is another now. */
  readonly emphasise: (emphasis: Emphasis) => void;
  /** Somebody looks at an element. */
  readonly look: (id: string) => void;
  /** Somebody is done; the focus goes to an element, or where it was. */
  readonly leave: (id: string | undefined) => void;
  readonly say: (words: string) => void;
}

/** What one looks for things with: finding, filtering and tracing. */
export class Tools {
  readonly element = make('div', { class: 'strips' });
  /** The buttons that open them. */
  readonly buttons: HTMLElement;
  readonly #find: FindStrip;
  readonly #filter: FilterStrip;
  readonly #trace: TraceStrip;
  readonly #events: ToolsEvents;
  /** What was found last, and looked at. */
  #at: string | undefined;

  constructor(events: ToolsEvents) {
    this.#events = events;
    const { say, look } = events;
    const tell = (): void => this.#tell();
    const common = (name: 'find' | 'filter' | 'trace') => ({
      toggled: (open: boolean) => {
        toggles[name].setAttribute('aria-expanded', `${open}`);
        if (open && window.innerWidth < narrow) this.#closeOthers(name);
        tell();
      },
      left: () => {
        const at = name === 'find' ? this.#at : undefined;
        if (at !== undefined) events.leave(at);
        else toggles[name].focus();
      },
    });
    const toggles = {
      find: this.#toggle('find', 'Find (Ctrl+F or /)', 'Find', () => this.#find),
      filter: this.#toggle('filter', 'Filter', 'Filter', () => this.#filter),
      trace: this.#toggle('trace', 'Trace a route', 'Trace a route', () => this.#trace),
    };
    this.buttons = make('div', { class: 'group', role: 'group', 'aria-label': 'Look for' }, ...Object.values(toggles));
    this.#find = new FindStrip({
      ...common('find'),
      found: tell,
      look: (id) => {
        this.#at = id;
        look(id);
      },
      say,
    });
    this.#filter = new FilterStrip({ ...common('filter'), filtered: tell, say });
    this.#trace = new TraceStrip({ ...common('trace'), traced: tell, look, say });
    this.element.append(this.#find.element, this.#filter.element, this.#trace.element);
  }

  /** Another picture, or none: what one looks for is looked for in it. */
  show(placed: Placed | undefined, findings: readonly ListedFinding[]): void {
    this.element.hidden = placed === undefined;
    this.buttons.hidden = placed === undefined;
    this.#at = undefined;
    this.#find.show(placed);
    this.#filter.show(placed, findings);
    this.#trace.show(placed);
    this.#tell();
  }

  select(id: string | undefined): void {
    this.#trace.select(id);
  }

  /** Keys that open one of them; where somebody types, a stroke is a letter. */
  command(event: KeyboardEvent, isTyping: boolean): boolean {
    if (this.element.hidden || event.altKey) return false;
    const isControl = event.ctrlKey || event.metaKey;
    const isFind = isControl ? event.key.toLowerCase() === 'f' && !event.shiftKey : event.key === '/' && !isTyping;
    if (!isFind) return false;
    this.#find.start();
    return true;
  }

  /** On a small window there is room for one of them. */
  #closeOthers(name: 'find' | 'filter' | 'trace'): void {
    const strips = { find: this.#find, filter: this.#filter, trace: this.#trace };
    for (const [other, strip] of Object.entries(strips)) if (other !== name) strip.close();
  }

  #toggle(name: 'find' | 'filter' | 'trace', title: string, label: string, strip: () => Strip & { start(): void }) {
    const press = (): void => {
      if (strip().isOpen) strip().close();
      else strip().start();
    };
    return button(
      { title, 'aria-label': label, 'aria-expanded': 'false', 'aria-controls': name },
      press,
      icon(name satisfies Icon),
    );
  }

  #tell(): void {
    const filter = this.#filter.emphasis;
    const trace = this.#trace.emphasis;
    const ids = new Set([...(filter.receding?.ids ?? []), ...(trace.receding?.ids ?? [])]);
    const because = trace.receding?.because ?? filter.receding?.because;
    this.#events.emphasise({
      ...this.#find.emphasis,
      ...trace,
      ...(because !== undefined && { receding: { ids, because } }),
    });
  }
}
