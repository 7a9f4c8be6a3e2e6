import { existsSync, mkdirSync, readFileSync, realpathSync, rmSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import { writeAtomically } from '../files.ts';

/** The first line of a file that we made, and of lines that we put above somebody's own. */
const made = '# Made by pathway git-setup; pathway git-setup --undo takes it away again.';
const added = '# The next line is by pathway git-setup; pathway git-setup --undo takes both away again.';

const ours = new RegExp(`^(?:${[made, added].map((line) => line.replace(/[.]/g, '[.]')).join('|')})\\r?\\n.*\\r?\\n`);

/** Which attributes our line in the file gives to pathway files. */
export function attributesIn(file: string): readonly string[] {
  const [lines] = ours.exec(textOf(file) ?? '') ?? [];
  return (lines ?? '')
    .trim()
    .split('\n')
    .slice(-1)
    .flatMap((line) => line.split(' ').slice(1));
}

/** Puts our line on top of a file, above what is in it: so what somebody else decided there still counts. */
export function writeAttributes(file: string, attributes: readonly string[]): void {
  const text = textOf(file);
  const line = `*.pathway ${attributes.join(' ')}\n`;
  mkdirSync(dirname(file), { recursive: true });
  if (text === undefined) write(file, `${made}\n${line}`);
  else
    write(
      file,
      ours.test(text) ? text.replace(ours, (old) => `${old.split('\n')[0]}\n${line}`) : `${added}\n${line}${text}`,
    );
}

/** Takes our line away again. A file that we made, and nobody else wrote in, goes too. */
export function removeAttributes(file: string): void {
  const text = textOf(file) ?? '';
  const rest = text.replace(ours, '');
  if (rest === '' && text.startsWith(made)) rmSync(realpathSync(file));
  else write(file, rest);
}

const write = (file: string, text: string): void => writeAtomically(file, Buffer.from(text, 'latin1'));

/** The file byte by byte, a letter for each: git does not ask in which characters it is written. */
function textOf(file: string): string | undefined {
  return existsSync(file) && statSync(file).isFile() ? readFileSync(file, 'latin1') : undefined;
}
