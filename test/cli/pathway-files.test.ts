import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { pathway, TemporaryFolder } from '../support/command.ts';
import { small } from './small.ts';

const lost = 'is the name of a pathway file, whose text would be lost. Give another name, such as';

it.each([
  {
    command: ['check', 'x', '--write-baseline', 'x/p.pathway'],
    says: `The baseline was not written: x/p.pathway ${lost} x/p.json.\n`,
  },
  {
    command: ['check', 'x', '-o', 'x/p.pathway'],
    says: `The output of the check was not written: x/p.pathway ${lost} x/p.txt.\n`,
  },
  {
    command: ['check', 'x', '--format', 'junit', '--output', 'x/new.Pathway'],
    says: `The output of the check was not written: x/new.Pathway ${lost} x/new.xml.\n`,
  },
  {
    command: ['draw', 'p', 'x', '-o', 'x/register.pathway'],
    says: `The picture was not written: x/register.pathway ${lost} x/register.svg.\n`,
  },
])('nothing is written under the name of a pathway file: $command', async ({ command, says }) => {
  using folder = new TemporaryFolder();
  for (const [name, text] of Object.entries(small)) folder.write(join('x', name), text);
  expect(await pathway(command, folder.path)).toEqual({ code: 2, out: '', err: says });
  expect(readdirSync(folder.path)).toEqual(['x']);
  expect(readdirSync(join(folder.path, 'x')).toSorted()).toEqual(Object.keys(small).toSorted());
  for (const [name, text] of Object.entries(small))
    expect(readFileSync(join(folder.path, 'x', name), 'utf8')).toBe(text);
});
