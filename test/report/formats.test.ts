import { describe, expect, it } from 'vitest';
import { registersOf } from '../../src/registers/all.ts';
import { columnsOf, type Register } from '../../src/registers/register.ts';
import { countsOf } from '../../src/report/counts.ts';
import { csvOf } from '../../src/report/csv.ts';
import { jsonOf } from '../../src/report/json.ts';
import { markdownOf, markdownOfRegister } from '../../src/report/markdown.ts';
import { largerBy } from '../../src/report/printed-picture.ts';
import type { Report } from '../../src/report/report.ts';
import { siteOf } from '../../src/report/site.ts';
import { called, givenOf, textsOf } from '../registers/given.ts';

const place = { file: 'file:///a.pathway', line: 2, character: 0, endLine: 2, endCharacter: 1 };

/** A register of one row whose author wrote the text. */
function holding(text: string): Register {
  return {
    name: 'gaps',
    title: 'Gaps',
    group: 'findings',
    about: 'About.',
    columns: columnsOf(['what', 'Gap'], ['cost', 'Cost', 'money']),
    rows: [{ cells: { what: { text }, cost: { text: '£1,200', amount: 1200, currency: 'GBP' } }, place }],
    notes: [],
    empty: 'None.',
  };
}

const where = (): string => 'a.pathway, line 3';

function reportOf(registers: readonly Register[]): Report {
  const made = {
    title: 'A <b>project</b>',
    day: '2026-05-01',
    date: '1 May 2026',
    today: '1 May 2026',
    asOf: '2026-05-01',
    counts: [],
  };
  return { made, registers, pictures: [], where };
}

const means = { sha256: () => 'x', fontFaces: '' };

describe('spreadsheets', () => {
  it('get what is read, and beside money the bare amount and its currency', () => {
    expect(csvOf(holding('Beds, and "places"'), where)).toBe(
      'Gap,Cost,Cost (number),Cost (currency),Evidence,Where\r\n"Beds, and ""places""","£1,200",1200,GBP,,"a.pathway, line 3"\r\n',
    );
  });

  it('take no text for a formula', () => {
    for (const text of ['=1+1', '+44 1', '-cmd', '@SUM(A1)', '\tx'])
      expect(csvOf(holding(text), where)).toContain(`\n'${text}`);
    expect(csvOf(holding('-5'), where)).toContain('\n-5,');
  });
});

describe('documents', () => {
  it('take no text for a mark', () => {
    const text = markdownOfRegister(holding('a | b <script>alert(1)</script> *c* [d](e)'), where);
    expect(text).toContain('| a \\| b \\<script\\>alert(1)\\</script\\> \\*c\\* \\[d\\](e) |');
  });

  it('have every register under the heading of its group', () => {
    const given = givenOf(textsOf('fictional-county'));
    const registers = registersOf(given);
    const text = markdownOf({
      ...reportOf(registers),
      made: { ...reportOf([]).made, counts: countsOf(given, registers) },
    });
    for (const { title } of registers) expect(text).toContain(`\n### ${title.replace(/[()]/g, (one) => one)}`);
    expect(text).toContain('- stages: 13\n');
    expect(text).toContain('- open question: 1\n');
    const notes = called(registers, 'findings').rows.filter(({ cells }) => cells['severity']?.text === 'Note');
    expect(text).toContain(`- ${notes.length === 1 ? 'note' : 'notes'}: ${notes.length}\n`);
  });
});

it('the front counts the questions that are late', () => {
  const text =
    'pathway p "P" {\n  status draft as of 2026-01\n  cost unknown by 2026-03\n  ages unknown by 2026-09\n}\n';
  const given = givenOf([{ uri: 'file:///a.pathway', text }]);
  expect(countsOf(given, registersOf(given))).toContainEqual({
    key: 'late-questions',
    name: 'late question',
    count: 1,
    register: 'chase-list',
  });
});

it('the front counts the gaps and risks that are open, and those that are closed apart', () => {
  const gap = (name: string, facts = '') => `  gap ${name} "${name}" {\n${facts}\n  }\n`;
  const countsIn = (text: string) => {
    const given = givenOf([{ uri: 'file:///a.pathway', text: `pathway p "P" {\n${text}}\n` }]);
    const those = countsOf(given, registersOf(given)).filter(({ register }) => /gaps|risks/.test(register));
    return those.map(({ count, name }) => `${count} ${name}`);
  };
  expect(countsIn(gap('a') + gap('b', 'status closed'))).toEqual(['1 gap', '1 closed gap', '0 risks']);
  expect(countsIn(gap('a', 'status closed'))).toEqual(['0 gaps', '1 closed gap', '0 risks']);
  expect(countsIn(gap('a', 'status accepted'))).toEqual(['1 gap', '0 risks']);
});

it('other programs get every cell of every row', () => {
  const registers = registersOf(givenOf(textsOf('west-midlands')));
  const read = JSON.parse(jsonOf(reportOf(registers)));
  expect(read.registers.map(({ name }: { name: string }) => name)).toEqual(registers.map(({ name }) => name));
  for (const [at, { rows, columns }] of registers.entries()) {
    expect(read.registers[at].rows.length).toBe(rows.length);
    for (const row of read.registers[at].rows) expect(Object.keys(row.cells)).toEqual(columns.map(({ key }) => key));
  }
});

describe('a printed picture', () => {
  it('that is too large for letters of six points on A4 says how to have it larger', () => {
    expect(largerBy('north', { width: 1300, height: 600 })).toBeUndefined();
    expect(largerBy('north', { width: 2600, height: 600 })).toBe('pathway draw north --page a3 -o north.pdf');
    expect(largerBy('north', { width: 600, height: 1300 })).toBe('pathway draw north --page a3 -o north.pdf');
  });
});

describe('pages', () => {
  it('show what authors wrote as text', () => {
    const evil = '</script><img src=x onerror=alert(1)>"\'&\u2028';
    for (const html of siteOf(reportOf([holding(evil)]), means).values()) {
      expect(html).not.toContain('<img');
      expect(html).not.toContain('<b>project');
      expect(html.match(/<\/script>/g)?.length).toBe(html.match(/<script/g)?.length);
    }
  });

  it('are made of a project without anything in it', () => {
    const given = givenOf([]);
    const site = siteOf(reportOf(registersOf(given)), means);
    expect(site.get('register-gaps.html')).toContain('<p>No gap is recorded.</p>');
  });

  it('have names that are apart also where capital letters make no difference', () => {
    const one = holding('x');
    const names = [...siteOf(reportOf([one, { ...one, name: 'GAPS' }]), means).keys()];
    expect(new Set(names.map((name) => name.toLowerCase())).size).toBe(names.length);
  });
});
