import { entryKey, type PathwayEntry } from '../protocol/preview.ts';
import { button, make } from './dom.ts';
import { groupedByKind, groupedByProject, sizeInWords } from './entries.ts';
import { icon } from './icons.ts';
import { themeChoices } from './theme.ts';

export interface ToolbarEvents {
  /** A pathway's key, or nothing for the list of all. */
  readonly select: (key: string | undefined) => void;
  readonly zoom: (direction: 'in' | 'out') => void;
  readonly fit: () => void;
  readonly fitSelection: () => void;
  readonly actualSize: () => void;
  readonly theme: (value: string) => void;
  readonly help: () => void;
}

/** What stands above the picture. */
export class Toolbar {
  readonly element: HTMLElement;
  readonly #events: ToolbarEvents;
  readonly #picker = make('select', { id: 'picker' });
  readonly #pickerBox = make('div', { class: 'picker' }, make('label', { for: 'picker' }, 'Pathway'), this.#picker);
  readonly #scale: HTMLButtonElement;
  readonly #zooming: HTMLElement;
  readonly #hasList: boolean;

  constructor(options: {
    readonly events: ToolbarEvents;
    readonly served: boolean;
    readonly theme: string | undefined;
    /** How the pathway is looked at; it stands beside the choice of the pathway. */
    readonly looks: HTMLElement;
    /** Controls of others, which stand before those for the size. */
    readonly tools: readonly HTMLElement[];
  }) {
    const { events, served } = options;
    this.#events = events;
    this.#hasList = served;
    this.#picker.addEventListener('change', () => events.select(this.#picker.value || undefined));
    this.#scale = button({ class: 'scale', title: 'Show at its own size (1)' }, events.actualSize, '100 %');
    this.#zooming = make(
      'div',
      { class: 'group', role: 'group', 'aria-label': 'Size of the picture' },
      button({ title: 'Smaller (−)', 'aria-label': 'Smaller' }, () => events.zoom('out'), icon('out')),
      this.#scale,
      button({ title: 'Larger (+)', 'aria-label': 'Larger' }, () => events.zoom('in'), icon('in')),
      button({ title: 'Fit to the window (0)', 'aria-label': 'Fit to the window' }, events.fit, icon('fit')),
      button(
        { title: 'Fit what is selected (f)', 'aria-label': 'Fit what is selected' },
        events.fitSelection,
        icon('fit-selection'),
      ),
    );
    const help = button(
      { class: 'help', title: 'Keys and gestures', 'aria-label': 'Keys and gestures' },
      events.help,
      icon('keys'),
    );
    this.element = make(
      'header',
      { class: 'bar' },
      this.#pickerBox,
      options.looks,
      make(
        'div',
        { class: 'tools' },
        ...options.tools,
        this.#zooming,
        served && this.#themeSwitch(options.theme),
        help,
      ),
    );
    this.#pickerBox.hidden = true;
  }

  showEntries(entries: readonly PathwayEntry[], selected: string | undefined): void {
    const groups = groupedByProject(entries);
    const options = groups.map(({ label: project, entries: own }) => {
      const kinds = groupedByKind(own);
      return kinds.flatMap(({ label: kind, entries: alike }) => {
        const label = [...(groups.length > 1 ? [project] : []), ...(kinds.length > 1 ? [kind] : [])].join(': ');
        const all = alike.map((entry) => optionOf(entry));
        return label === '' ? all : [make('optgroup', { label }, ...all)];
      });
    });
    const pathways = entries.filter(({ kind }) => kind === 'pathway').length;
    const all = this.#hasList ? [make('option', { value: '' }, `All ${pathways} pathways`), make('hr')] : [];
    this.#picker.replaceChildren(...all, ...options.flat());
    this.#picker.value = selected ?? '';
    this.#pickerBox.hidden = entries.length < 2;
  }

  showScale(scale: number): void {
    const percent = `${Math.round(scale * 100)} %`;
    // Moving the picture changes nothing here, many times a second.
    if (this.#scale.textContent === percent) return;
    this.#scale.textContent = percent;
    this.#scale.setAttribute('aria-label', `Shown at ${percent}. Show at its own size`);
  }

  /** There is no size to change where there is no picture. */
  showZooming(shown: boolean): void {
    this.#zooming.hidden = !shown;
  }

  #themeSwitch(theme: string | undefined): HTMLElement {
    const choices = themeChoices.map(({ value, label }) => make('option', { value }, label));
    const choice = make('select', { id: 'theme', 'aria-label': 'Colours', title: 'Colours' }, ...choices);
    choice.value = theme ?? 'automatic';
    choice.addEventListener('change', () => this.#events.theme(choice.value));
    return make('div', { class: 'theme' }, choice);
  }
}

function optionOf(entry: PathwayEntry): HTMLOptionElement {
  return make('option', { value: entryKey(entry) }, `${entry.label} (${sizeInWords(entry).toLowerCase()})`);
}
