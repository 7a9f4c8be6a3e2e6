import type { Look } from '../../diagram/look.ts';
import { wantedOf } from '../../diagram/views/wanted.ts';
import { type ViewWord, viewWords } from '../../model/view-words.ts';
import { heatKinds, laneKeys } from '../../protocol/looks.ts';
import type { Picture, ViewEntry } from '../../protocol/preview.ts';
import { make } from '../dom.ts';
import { type Choice, choose, chosenIn, compare, showWord } from './looks.ts';

type Options = readonly (readonly [value: string, label: string])[];

const choices: Readonly<Record<Choice, readonly [label: string, options: Options]>> = {
  lanes: ['Lanes by', [['none', 'no lanes'], ...laneKeys.map((key) => [key, key] as const)]],
  colour: ['Colour by', [['none', 'no colours'], ...laneKeys.map((key) => [key, key] as const)]],
  heat: ['Shade by', [['none', 'nothing'], ...heatKinds.map((kind) => [kind, kind] as const)]],
  weight: [
    'Width of arrows',
    [
      ['none', 'all alike'],
      ['activity', 'by activity'],
    ],
  ],
  direction: [
    'Direction',
    [
      ['right', 'left to right'],
      ['down', 'top down'],
    ],
  ],
};

/** What can be shown and left out; in the order of the language's own list. */
const words: readonly (readonly [legend: string, readonly (readonly [ViewWord, string])[]])[] = [
  [
    'On the stages',
    [
      ['provider', 'Provider'],
      ['commissioner', 'Commissioner'],
      ['setting', 'Setting'],
      ['level', 'Level'],
      ['ages', 'Ages'],
      ['cohort', 'Cohort'],
      ['governance', 'Governance'],
      ['assessment', 'Assessment'],
      ['cost', 'Cost'],
      ['activity', 'Activity'],
      ['wait', 'Waiting times'],
      ['gaps', 'Gaps and risks'],
    ],
  ],
  [
    'On the arrows',
    [
      ['information', 'Information'],
      ['criteria', 'Criteria'],
      ['lead', 'Who leads'],
      ['within', 'How soon'],
      ['agreement', 'Agreements'],
      ['flows', 'Information flows'],
    ],
  ],
  [
    'In the picture',
    [
      ['ends', 'Ways in and out'],
      ['findings', 'Findings'],
    ],
  ],
];

/** Everything about how a picture looks that can be chosen beside its view. */
export class LookForm {
  readonly element: HTMLElement;
  readonly #changed: (look: Look) => void;
  readonly #selects: ReadonlyMap<Choice, HTMLSelectElement>;
  readonly #boxes: ReadonlyMap<ViewWord, HTMLInputElement>;
  readonly #difference = make('input', { type: 'checkbox', id: 'look-difference' });
  readonly #compare = make(
    'div',
    { class: 'check', hidden: true },
    this.#difference,
    labelFor('look-difference', 'Show what it changes, beside the pathway'),
  );
  #look: Look = {};
  #views: readonly ViewEntry[] = [];

  constructor(changed: (look: Look) => void) {
    this.#changed = changed;
    this.#selects = new Map((Object.keys(choices) as Choice[]).map((choice) => [choice, this.#select(choice)]));
    const all = words.flatMap(([, own]) => own.map(([word]) => word));
    this.#boxes = new Map(all.map((word) => [word, this.#box(word)]));
    this.#difference.addEventListener('change', () => this.#tell(compare(this.#look, this.#difference.checked)));
    this.element = make('div', { class: 'look-form' }, this.#compare, ...this.#rows(), ...this.#groups());
  }

  show({ look, views, entry }: Picture<unknown>): void {
    this.#look = look;
    this.#views = views;
    const chosen = chosenIn(look, views);
    for (const [choice, select] of this.#selects) select.value = chosen[choice];
    const { shows, difference } = wantedOf(look, views);
    for (const [word, box] of this.#boxes) box.checked = shows.has(word);
    this.#difference.checked = difference;
    this.#compare.hidden = entry.kind !== 'scenario';
  }

  #rows(): readonly HTMLElement[] {
    return [...this.#selects].map(([choice, select]) =>
      make('div', { class: 'choice' }, labelFor(select.id, choices[choice][0]), select),
    );
  }

  #groups(): readonly HTMLElement[] {
    return words.map(([legend, own]) =>
      make(
        'fieldset',
        {},
        make('legend', {}, legend),
        ...own.map(([word, label]) =>
          make(
            'div',
            { class: 'check', title: viewWords[word] },
            this.#boxes.get(word),
            labelFor(`show-${word}`, label),
          ),
        ),
      ),
    );
  }

  #select(choice: Choice): HTMLSelectElement {
    const options = choices[choice][1].map(([value, label]) => make('option', { value }, label));
    const select = make('select', { id: `look-${choice}` }, ...options);
    select.addEventListener('change', () => {
      const look = choose(this.#look, this.#views, choice, select.value);
      // Other lanes have other names, so none of them is folded.
      const { folded: _folded, ...rest } = look;
      this.#tell(choice === 'lanes' ? rest : look);
    });
    return select;
  }

  #box(word: ViewWord): HTMLInputElement {
    const box = make('input', { type: 'checkbox', id: `show-${word}` });
    box.addEventListener('change', () => this.#tell(showWord(this.#look, this.#views, word, box.checked)));
    return box;
  }

  /** What is asked for counts until the picture comes: somebody may choose several things quickly. */
  #tell(look: Look): void {
    this.#look = look;
    this.#changed(look);
  }
}

function labelFor(id: string, label: string): HTMLElement {
  return make('label', { for: id }, label);
}
