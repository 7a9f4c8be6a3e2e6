/** How the workbooks that we write look: the same for those that come back and those that are only read. */

export const FONT = { name: 'Calibri', size: 11 };
export const ink = { rgb: '1D2B3A' };
export const line = { style: 'thin', color: { rgb: 'D8DDE0' } } as const;

export function filled(rgb: string) {
  return { type: 'pattern', pattern: 'solid', fgColor: { rgb } } as const;
}

/** White on a colour, as all headings are. */
export function headingStyle(rgb: string) {
  return {
    fill: filled(rgb),
    font: { ...FONT, bold: true, color: { rgb: 'FFFFFF' } },
    numFmt: '@',
    alignment: { vertical: 'center', wrapText: true },
  } as const;
}

/** As many pages as it takes, each as wide as the sheet. */
export const page = { fitToPage: true, fitToWidth: 1, fitToHeight: 0 } as const;

/** How high a row is, in points, so that texts are seen whole; a very long one is cut off by its cell. */
export function heightOf(cells: readonly string[], widths: readonly number[]): number {
  const lines = cells.map((cell, index) =>
    cell.split('\n').reduce((sum, one) => sum + Math.max(1, Math.ceil((one.length * 0.95) / widths[index]!)), 0),
  );
  return 15 * Math.min(12, Math.max(1, ...lines)) + 1;
}

/** How an amount of money is shown: `£1,234`. */
export function moneyFormat(currency: string, hasPence: boolean): string {
  return `${signs[currency] ?? ''}#,##0${hasPence ? '.00' : ''}`;
}

const signs: Readonly<Record<string, string>> = { GBP: '"£"', EUR: '"€"', USD: '"$"' };

/** What a workbook says of itself: the same bytes on every day. */
export function propertiesOf(title: string) {
  const fixed = new Date(Date.UTC(2000, 0, 1));
  return { title, creator: 'Care Pathways', created: fixed, modified: fixed };
}
