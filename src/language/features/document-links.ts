import type { DocumentLink } from 'vscode-languageserver-types';
import { recordedFacts } from '../../model/facts.ts';
import type { Place } from '../../model/place.ts';
import { fileName } from '../../rules/words.ts';
import type { CheckedProject } from '../checker.ts';
import { folderOf, isBelow, resolveFolder } from '../discovery.ts';
import { type PathwayFile, positions } from '../file-store.ts';
import { offsetOf } from '../symbols.ts';

/** What of a file can be followed: the folders that it includes, and the addresses of its sources. */
export function documentLinks(checked: CheckedProject, file: PathwayFile): readonly DocumentLink[] {
  return file.reading.model.declarations.flatMap((declaration): readonly DocumentLink[] => {
    if (declaration.kind === 'project') {
      return declaration.includes.flatMap(({ path, place }) =>
        linkAt(file, place, includedTarget(checked, file, path)),
      );
    }
    if (declaration.kind !== 'source') return [];
    return recordedFacts(declaration.facts.url).flatMap(({ value, place }) => linkAt(file, place, webTarget(value)));
  });
}

interface Target {
  readonly target: string;
  readonly tooltip: string;
}

/** An editor cannot show a folder, so that the link leads to a file in it: the first, the one of its project before others. */
function includedTarget({ files }: CheckedProject, file: PathwayFile, path: string): Target | undefined {
  if (path.trim() === '') return undefined;
  const folder = resolveFolder(folderOf(file.uri), path);
  const below = files.filter(({ uri }) => isBelow(uri, folder)).toSorted((a, b) => (a.uri < b.uri ? -1 : 1));
  const first = below.find(({ uri }) => uri === `${folder}/project.pathway`) ?? below[0];
  if (!first) return undefined;
  const name = fileName(first.uri);
  const tooltip =
    below.length === 1 ? `Open ${name}` : `Open ${name}, the first of ${below.length} files in this folder`;
  return { target: first.uri, tooltip };
}

function webTarget(value: string): Target | undefined {
  const address = value.trim();
  if (!/^https?:\/\/[^\s/]/i.test(address) || !URL.canParse(address)) return undefined;
  return { target: new URL(address).href, tooltip: 'Open this source in the browser' };
}

/** A link over the text between the quotes of a line. */
function linkAt(file: PathwayFile, place: Place, target: Target | undefined): readonly DocumentLink[] {
  if (!target) return [];
  const { text } = file;
  const opening = text.indexOf('"', offsetOf(text, place.line, place.character));
  const quotes = /"+/y;
  quotes.lastIndex = opening;
  const start = opening + (quotes.exec(text)?.[0].length === 3 ? 3 : 1);
  const length = text.slice(start).search(/["\r\n]/);
  if (opening < 0 || length <= 0) return [];
  const position = positions(text);
  return [{ range: { start: position(start), end: position(start + length) }, ...target }];
}
