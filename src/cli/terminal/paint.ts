/** Colours of a terminal; without them the same words stand plain. */
export interface Paint {
  readonly error: (text: string) => string;
  readonly warning: (text: string) => string;
  readonly info: (text: string) => string;
  readonly good: (text: string) => string;
  readonly strong: (text: string) => string;
  readonly faint: (text: string) => string;
  readonly code: (text: string) => string;
}

export function paintOf({ colour }: { readonly colour: boolean }): Paint {
  return colour ? coloured : plain;
}

const same = (text: string): string => text;
const plain: Paint = { error: same, warning: same, info: same, good: same, strong: same, faint: same, code: same };

const between =
  (start: number, end: number) =>
  (text: string): string =>
    `\u001b[${start}m${text}\u001b[${end}m`;

/** The sixteen colours that every terminal's own theme makes readable. */
const coloured: Paint = {
  error: between(31, 39),
  warning: between(33, 39),
  info: between(36, 39),
  good: between(32, 39),
  strong: between(1, 22),
  faint: between(2, 22),
  code: between(36, 39),
};
