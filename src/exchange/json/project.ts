import type { Declaration } from '../../model/elements.ts';
import { comparePlaces, type Place } from '../../model/place.ts';
import type { FileModel, Project } from '../../model/project.ts';
import { type Json, plainElement } from './plain.ts';

/** A line that could not be understood: what was meant by it is not in the file. */
export interface Unread {
  readonly place: Place;
  readonly message: string;
}

/** Grows when a field goes or means another thing; not when one is added. */
export const VERSION = 1;

/** The lists of a project's declarations, and the kind that is in each. */
export const lists = {
  sources: 'source',
  footprints: 'footprint',
  organisations: 'organisation',
  systems: 'system',
  information: 'information',
  agreements: 'agreement',
  boards: 'board',
  vocabularies: 'vocabulary',
  specifications: 'specification',
  pathways: 'pathway',
  scenarios: 'scenario',
  views: 'view',
} as const satisfies Readonly<Record<string, Declaration['kind']>>;

/**
 * A whole project as JSON, for other programs: everything that its files say, in the order of their paths and lines,
 * with the built-in terms that its names may stand for. `folder` is the project's, as a URI; paths start from there.
 * `schemas/pathway-project.schema.json` describes it.
 */
export function projectJson(project: Project, folder: string, unread: readonly Unread[]): string {
  const at = ({ file, line }: Place): string => `${pathFrom(folder, file)}:${line + 1}`;
  const own = byPath(project.files.filter((file) => !file.library));
  const library = byPath(project.files.filter((file) => file.library));
  const plainOf = (files: readonly FileModel[], kind: Declaration['kind']): readonly Json[] =>
    files.flatMap(({ declarations }) =>
      declarations.filter((each) => each.kind === kind).map((each) => plainElement(each, at)),
    );
  const whole: Json = {
    format: 'care-pathways-project',
    version: VERSION,
    name: project.name,
    ...(project.declaration && { project: plainElement(project.declaration, at) }),
    files: own.map(({ file }) => pathFrom(folder, file)),
    unread: unread
      .toSorted((a, b) => comparePlaces(a.place, b.place))
      .map(({ place, message }) => ({ message, place: at(place) })),
    ...Object.fromEntries(Object.entries(lists).map(([name, kind]) => [name, plainOf(own, kind)])),
    library: plainOf(library, 'vocabulary'),
  };
  return `${JSON.stringify(whole, null, 2)}\n`;
}

function byPath(files: readonly FileModel[]): readonly FileModel[] {
  return files.toSorted((a, b) => (a.file < b.file ? -1 : Number(a.file > b.file)));
}

/** The path of a file as seen from a folder; both are URIs. Where no way leads from one to the other, the URI. */
export function pathFrom(folder: string, uri: string): string {
  const [from, to] = [folder.split('/'), uri.split('/')];
  const common = to.findIndex((part, index) => part !== from[index]);
  // The scheme and the machine are no folders.
  if (common < 3) return uri;
  const up = from.slice(common).map(() => '..');
  return [...up, ...to.slice(common)].map(readable).join('/');
}

function readable(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}
