import { evidenceInWords } from '../registers/cells.ts';
import { type Cell, type Column, cellOf, type Register, type Row } from '../registers/register.ts';
import { escaped } from './html.ts';
import { type Links, rowAnchor } from './links.ts';
import type { Report } from './report.ts';

/** The table of a register, without the columns in which nothing stands. The page's script can sort and filter it. */
export function tableOf(report: Pick<Report, 'where'>, register: Register, links: Links): string {
  const { rows, title } = register;
  const page = links.pageOfRegister(register.name);
  const columns = shownColumns(register);
  const hasEvidence = rows.some(({ evidence }) => evidenceInWords(evidence) !== '');
  const headings = [
    ...columns.map(headingOf),
    ...(hasEvidence ? ['<th scope="col">Evidence</th>'] : []),
    '<th scope="col">Where it is written</th>',
  ];
  const body = rows.map((row, index) => {
    const text = links.inText?.(row.place);
    const cells = columns.map((column, at) => cellHtml(cellOf(row, column), column, at === 0, text));
    const evidence = hasEvidence ? `<td class="quiet">${escaped(evidenceInWords(row.evidence))}</td>` : '';
    const id = escaped(links.id(page, rowAnchor(index)));
    return `<tr id="${id}">${cells.join('')}${evidence}<td class="quiet">${whereHtml(report, row, links)}</td></tr>`;
  });
  const label = escaped(title);
  return `<div class="scroll" role="region" aria-label="Table: ${label}" tabindex="0">
<table class="register${isMatrix(register) ? ' matrix' : ''}">
<caption class="hidden">${label}</caption>
<thead><tr>${headings.join('')}</tr></thead>
<tbody>
${body.join('\n')}
</tbody>
</table>
</div>`;
}

/** The columns in which a row says something. */
export function shownColumns({ columns, rows }: Register): readonly Column[] {
  return columns.filter((column) => column.kind === 'matrix' || rows.some((row) => cellOf(row, column).text !== ''));
}

/** Whether what is in a cell depends on its row's first cell as much as on its column. */
function isMatrix({ columns }: Register): boolean {
  return columns.some(({ kind }) => kind === 'matrix') && columns[0]?.filter !== true;
}

function headingOf({ heading, kind, filter }: Column): string {
  const names = [...(isNumeric(kind) ? ['number'] : []), ...(isShort(kind) ? ['short'] : [])];
  const marks = `${names.length === 0 ? '' : ` class="${names.join(' ')}"`}${filter ? ' data-filter' : ''}`;
  return `<th scope="col"${marks}>${escaped(heading)}</th>`;
}

/** What stands in such a column takes little room. */
const isShort = (kind: Column['kind']): boolean => isNumeric(kind) || kind === 'period' || kind === 'rating';

const isNumeric = (kind: Column['kind']): boolean => kind === 'number' || kind === 'money';

/** A cell; the first one of a row leads to the text where that can be reached. */
function cellHtml(cell: Cell, { kind }: Column, isHead: boolean, text: string | undefined): string {
  const names = [
    ...(cell.state === undefined ? [] : [`is-${cell.state}`]),
    ...(isNumeric(kind) && cell.state === undefined ? ['number'] : []),
    ...(isShort(kind) ? ['short'] : []),
  ];
  const order = cell.order ?? cell.amount;
  const attributes = `${names.length === 0 ? '' : ` class="${names.join(' ')}"`}${order === undefined ? '' : ` data-order="${escaped(String(order))}"`}`;
  const tag = isHead ? 'th scope="row"' : 'td';
  const leads = isHead && text !== undefined && cell.text !== '';
  const content = leads ? `<a href="${escaped(text)}">${contentOf(cell)}</a>` : contentOf(cell);
  return `<${tag}${attributes}>${content}</${isHead ? 'th' : 'td'}>`;
}

function contentOf({ text, items }: Cell): string {
  if (items === undefined || items.length < 2) return escaped(text);
  return `<ul>${items.map((item) => `<li>${escaped(item)}</li>`).join('')}</ul>`;
}

/** The line of the text, and the way to the picture. */
function whereHtml({ where }: Pick<Report, 'where'>, row: Row, links: Links): string {
  const said = escaped(where(row.place));
  const text = links.inText?.(row.place);
  const place = text === undefined ? said : `<a class="place" href="${escaped(text)}">${said}</a>`;
  const href = links.inPicture(row);
  return href === undefined ? place : `${place}<br><a class="back" href="${escaped(href)}">Show in picture</a>`;
}
