import type { PathwayFile } from '../../language/file-store.ts';
import { maskPersonalData } from '../../model/personal-data.ts';

/** Whether the text holds what looks like data about a person: then nothing of it is printed as it stands. */
export function holdsPersonalData({ reading }: PathwayFile): boolean {
  return reading.model.personalData !== undefined;
}

/** The text of a file as it may be printed into a log. */
export function printable(file: PathwayFile): string {
  return holdsPersonalData(file) ? maskPersonalData(file.text) : file.text;
}

/** The same value with such data masked in all its texts, names and reasons; places stay as they are. */
export function withoutPersonalData<T>(value: T): T {
  if (typeof value === 'string') return maskPersonalData(value) as T;
  if (Array.isArray(value)) return value.map(withoutPersonalData) as T;
  if (value === null || typeof value !== 'object') return value;
  const parts = Object.entries(value).map(([key, part]) => [key, key === 'place' ? part : withoutPersonalData(part)]);
  return Object.fromEntries(parts) as T;
}
