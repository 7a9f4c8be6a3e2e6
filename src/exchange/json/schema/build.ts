import type { ElementBase } from '../../../model/elements.ts';
import type { FactLines } from '../../../model/facts.ts';

/** A JSON Schema, or a part of one. */
export interface Schema {
  readonly [keyword: string]: unknown;
}

/** The schema of a field that may be left out. */
export interface Optional {
  readonly optional: Schema;
}

export function optional(schema: Schema): Optional {
  return { optional: schema };
}

/** A schema for each field of T; the compiler asks for all of them, and which may be left out. */
export type Fields<T> = {
  readonly [K in keyof T]-?: Record<never, never> extends Pick<T, K> ? Optional : Schema;
};

type FactsOf<E> = E extends { readonly facts: infer F }
  ? { readonly [K in keyof F]-?: F[K] extends FactLines<unknown> ? Schema : never }
  : undefined;

export const text: Schema = { type: 'string' };
export const whole: Schema = { type: 'integer' };
export const number: Schema = { type: 'number' };
export const boolean: Schema = { type: 'boolean' };
export const ref = (name: string): Schema => ({ $ref: `#/$defs/${name}` });
export const name = ref('name');
export const list = (items: Schema): Schema => ({ type: 'array', items });
export const oneOf = (...values: readonly string[]): Schema => ({ enum: values });
export const either = (...schemas: readonly Schema[]): Schema => ({ anyOf: schemas });

/** An object with these fields and no others. */
export function object<T>(fields: Fields<T>): Schema {
  return plainObject(Object.entries<Schema | Optional>(fields));
}

/** The lines of a fact whose recorded value is as the schema says. */
export function lines(value: Schema): Schema {
  return { type: 'array', minItems: 1, items: fact(value) };
}

/** One line of a fact: what every line has, and the value where it is recorded. */
export function fact(value: Schema): Schema {
  return { allOf: [ref('line')], properties: { value } };
}

type Own<E> = Omit<E, keyof ElementBase | 'kind' | 'facts'>;

/** A block of one of these kinds: what every block has, its own fields, and its facts. */
export function block<E extends ElementBase & { readonly kind: string }>(
  kinds: readonly E['kind'][],
  fields: Fields<Own<E>>,
  facts: FactsOf<E>,
): Schema {
  const [only] = kinds;
  return plainObject([
    ['kind', kinds.length === 1 ? { const: only } : oneOf(...kinds)],
    ['name', name],
    ['label', optional(text)],
    ['place', ref('place')],
    ...Object.entries<Schema | Optional>(fields),
    ...(facts === undefined ? [] : ([['facts', factsSchema(facts)]] as const)),
    ['notes', optional(lines(text))],
    ['tags', optional(list(text))],
    ['fields', optional(list(ref('customField')))],
    ['evidence', optional(list(ref('evidenceOfBlock')))],
    ['accepts', optional(list(ref('acceptance')))],
  ]);
}

function factsSchema(facts: Readonly<Record<string, Schema>>): Schema {
  return plainObject(Object.entries(facts).map(([key, value]) => [key, optional(lines(value))]));
}

function plainObject(fields: readonly (readonly [string, Schema | Optional])[]): Schema {
  const isOptional = (field: Schema | Optional): field is Optional => 'optional' in field;
  const required = fields.filter(([, field]) => !isOptional(field)).map(([key]) => key);
  return {
    type: 'object',
    properties: Object.fromEntries(
      fields.map(([key, field]) => [key, isOptional(field) ? field.optional : field] as const),
    ),
    ...(required.length > 0 && { required }),
    additionalProperties: false,
  };
}
