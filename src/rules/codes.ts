/** How the codes of a scheme are written. */
export interface CodeForm {
  /** The scheme as people write it. */
  readonly scheme: string;
  /** As in `an ODS code, which is 3 to 6 letters and digits`. */
  readonly inWords: string;
  fits(code: string): boolean;
}

/** The schemes whose codes have a form that can be checked, by their names in small letters. */
export const codeForms: ReadonlyMap<string, CodeForm> = new Map([
  ['ods', { scheme: 'ODS', inWords: '3 to 6 letters and digits', fits: (code) => /^[A-Z0-9]{3,6}$/i.test(code) }],
  ['ons', { scheme: 'ONS', inWords: 'a letter and eight digits', fits: (code) => /^[A-Z][0-9]{8}$/i.test(code) }],
]);

/** The code without what is not part of any code, such as spaces and hyphens. */
export function withoutSigns(code: string): string {
  return code.replace(/[^A-Za-z0-9]/g, '');
}
