import { describe, expect, it } from 'vitest';
import { Workspace } from '../../src/language/workspace.ts';
import {
  linkedTo,
  REGISTER_ROWS,
  REGISTERS,
  REPORT,
  type RegisterRowsResult,
  type RegistersResult,
  type ReportResult,
} from '../../src/protocol/report.ts';
import { registersOf } from '../../src/registers/all.ts';
import { listRegisters, listRows, mostRows } from '../../src/server/report/listed.ts';
import { reportPage } from '../../src/server/report/page.ts';
import { TODAY } from '../support/fixture.ts';
import { change, client, folder, open, uriOf, withTexts } from './texts.ts';

withTexts();

const texts = {
  'project.pathway': 'project county "The county"\norganisation icb "Example ICB"\n',
  'north/p.pathway': `pathway p "Support <b>" {
  owner icb
  stage intake "Intake" {
    enters
    provider icb
    gap beds "Too few beds" { severity high }
  }
  stage support "Support" {
    leaves
    cost unknown ask icb by 2027-01 because "Not asked yet"
  }
  transition from intake to support
}
`,
};

function checkedOf(files: Readonly<Record<string, string>>) {
  const workspace = new Workspace('file:///project');
  for (const [name, text] of Object.entries(files)) workspace.set(`file:///project/${name}`, text);
  return workspace.projects(TODAY)[0]!;
}

describe('the registers in the side bar', async () => {
  const checked = checkedOf(texts);
  const { groups, project } = await listRegisters(checked);

  it('are all of them, in the groups of the report, each with its count', async () => {
    const { findings, asOf } = checked;
    const all = registersOf({ project: checked.project, findings, asOf });
    const listed = groups.flatMap(({ registers }) => registers);
    expect(listed.map(({ name, count }) => [name, count])).toEqual(all.map(({ name, rows }) => [name, rows.length]));
    expect(listed.find(({ name }) => name === 'stages')).toMatchObject({
      label: 'Stages',
      title: expect.stringMatching(/^Stages: /),
    });
    expect(groups.map(({ name }) => name)).toEqual([...new Set(all.map(({ group }) => group))]);
    expect(project).toEqual({ folder: 'file:///project', name: 'county', title: 'The county', broken: [] });
  });

  it('say of a row first what it is about, then what else tells it from others, and all of it where one looks', async () => {
    const { rows, total } = await listRows(checked, 'gaps');
    expect(total).toBe(1);
    expect(rows[0]).toMatchObject({ label: 'Too few beds', where: 'north/p.pathway, line 6', place: { line: 5 } });
    expect(rows[0]!.cells).toEqual(
      expect.arrayContaining([
        ['Gap', 'Too few beds'],
        ['Severity', 'High'],
      ]),
    );
    expect(rows[0]!.cells.every(([, text]) => text !== '')).toBe(true);
    expect((await listRows(checked, 'handovers')).rows[0]!.beside).toMatch(/^→ Support/);
    expect(await listRows(checked, 'no-such-register')).toEqual({ rows: [], total: 0 });
  });

  it('do not repeat what all rows have in common', async () => {
    const { rows } = await listRows(checked, 'stages');
    expect(rows.map(({ label }) => label)).toEqual(['Intake', 'Support']);
    for (const { beside } of rows) expect(beside).not.toContain('Support <b>');
  });

  it('are cut where nobody would read on, and say how many rows there are', async () => {
    const stages = Array.from({ length: mostRows + 5 }, (_, index) => `  stage s${index} "S" { }\n`).join('');
    const { rows, total } = await listRows(checkedOf({ 'p.pathway': `pathway p {\n${stages}}\n` }), 'stages');
    expect([rows.length, total]).toEqual([mostRows, mostRows + 5]);
  });

  it('keep their whole title where another one begins in the same way', async () => {
    const two = { ...texts, 's.pathway': 'specification s "Standard" { }\nspecification t "Target" { }\n' };
    const [, region] = (await listRegisters(checkedOf(two))).groups;
    expect(region!.registers.slice(0, 2).map(({ label }) => label)).toEqual(['Coverage: Standard', 'Coverage: Target']);
    expect(groups[1]!.registers[0]!.label).toBe('Coverage');
  });

  it('name the files whose text has errors', async () => {
    const broken = checkedOf({ ...texts, 'south/my file.pathway': 'pathway q {\n  age\n}\n' });
    expect((await listRegisters(broken)).project.broken).toEqual(['south/my file.pathway']);
  });
});

describe('a page of the report', () => {
  const checked = checkedOf(texts);
  const hrefs = (html: string) =>
    [...html.matchAll(/ href="([^"]*)"/g)].map(([, href]) => href!.replaceAll('&quot;', '"').replaceAll('&amp;', '&'));

  it('leads from each row into the text, and to the picture of its pathway', async () => {
    const { html } = await reportPage(checked, 'register-gaps');
    const led = hrefs(html).map(linkedTo);
    expect(led.map((one) => [one?.type, one?.place.file, one?.place.line])).toEqual([
      ['text', 'file:///project/north/p.pathway', 5],
      ['text', 'file:///project/north/p.pathway', 5],
      ['picture', 'file:///project/north/p.pathway', 5],
    ]);
  });

  it('leads from its first page to every other one, and to every picture', async () => {
    const { html, contents, page } = await reportPage(checked, undefined);
    const pages = contents.flatMap(({ pages: of }) => of.map((one) => one.page));
    const found = hrefs(html);
    expect(page).toBe('index');
    for (const one of pages) expect(found).toContain(`#${one}`);
    expect(found.filter((href) => linkedTo(href)?.type === 'picture')).toHaveLength(1);
    for (const href of found) if (!linkedTo(href)) expect(pages).toContain(href.slice(1));
    for (const one of pages) expect((await reportPage(checked, one)).page).toBe(one);
  });

  it('takes no text of an author for a tag', async () => {
    for (const page of [undefined, 'search', 'register-stages'])
      expect((await reportPage(checked, page)).html).not.toContain('<b>');
  });

  it('is the first one where there is no such page any more', async () => {
    expect((await reportPage(checked, 'register-coverage-gone')).page).toBe('index');
  });
});

describe('the language server', () => {
  it('answers with the project of a file, or of a folder, as its texts are now', async () => {
    await open(texts);
    const at = uriOf('north/p.pathway');
    const found = await client.request<RegistersResult>(REGISTERS, { at });
    const { folder: project } = found!.project;
    expect(project).toBe(uriOf('project.pathway').replace(/\/[^/]*$/, ''));
    const rows = () => client.request<RegisterRowsResult>(REGISTER_ROWS, { at: project, register: 'gaps' });
    expect((await rows()).total).toBe(1);
    await change({ 'north/p.pathway': texts['north/p.pathway'].replace(/ {4}gap .*\n/, '') });
    expect((await rows()).total).toBe(0);
    const report = await client.request<ReportResult>(REPORT, { at: project, page: 'register-gaps' });
    expect(report).toMatchObject({ page: 'register-gaps', html: expect.stringContaining('No gap is recorded.') });
    expect(await client.request<ReportResult>(REPORT, { at: `${uriOf(folder.path)}/nowhere` })).toBeNull();
  });
});
