import type { Ref } from '../model/facts.ts';

/** How a name is written in a content. */
export type NameIn = (ref: Ref, scope: string | undefined) => string;

/**
 * What a value says, as one text that is the same wherever the same is said: without places, without how a period or a
 * blank was typed. `name` says how each name in it is to be written.
 */
export function contentOf(value: unknown, name: NameIn): string {
  if (value === undefined || value === null) return '';
  if (typeof value === 'string') return JSON.stringify(value.replace(/\s+/g, ' ').trim());
  if (typeof value !== 'object') return String(value);
  if (Array.isArray(value)) return `[${value.map((each) => contentOf(each, name)).join(',')}]`;
  if (isRef(value)) return `<${value.to} ${name(value, undefined)}>`;
  return contentOfRecord(value as Readonly<Record<string, unknown>>, name);
}

function contentOfRecord(value: Readonly<Record<string, unknown>>, name: NameIn): string {
  // A stage of another pathway is looked up there.
  const elsewhere = isRef(value['pathway']) ? value['pathway'].name : undefined;
  const isPeriod = 'start' in value && 'end' in value;
  const parts = Object.keys(value)
    .toSorted()
    .filter((key) => value[key] !== undefined && key !== 'place' && !(isPeriod && key === 'text'))
    .filter((key) => key !== 'evidence' || !isInherited(value[key]))
    .map((key) => {
      const part = value[key];
      const said =
        key === 'stage' && isRef(part) && elsewhere !== undefined
          ? `<${part.to} ${name(part, elsewhere)}>`
          : contentOf(part, name);
      return `${key}:${said}`;
    });
  return `{${parts.join(',')}}`;
}

/** Whether it is the evidence of the block around a line, which the line does not say. */
const isInherited = (value: unknown): boolean =>
  typeof value === 'object' && value !== null && 'inherited' in value && value.inherited === true;

export const isRef = (value: unknown): value is Ref =>
  typeof value === 'object' && value !== null && 'to' in value && 'name' in value && 'place' in value;
