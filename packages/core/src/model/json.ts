import type { Json } from './document.ts'

/**
 * A map read with a default for everything, so that shapes are checked once and broken heads still
 * give values.
 */
export type Fields = { readonly [key: string]: Json }

export function isFields(value: Json | undefined): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

export function fieldsOf(value: Json | undefined): Fields {
  return isFields(value) ? value : {}
}

/** A string; a number in figures, which may not be how it was written; `''` for anything else. */
export function textIn(fields: Fields, key: string): string {
  const value = fields[key]
  return typeof value === 'string' ? value : typeof value === 'number' ? String(value) : ''
}

export function numberIn(fields: Fields, key: string): number | null {
  const value = fields[key]
  return typeof value === 'number' ? value : null
}

export function flagIn(fields: Fields, key: string): boolean {
  return fields[key] === true
}

/** The strings of a list; a lone string counts as a list of one. */
export function textsIn(fields: Fields, key: string): readonly string[] {
  const value = fields[key]
  if (typeof value === 'string') return [value]
  return Array.isArray(value) ? value.filter((item) => typeof item === 'string') : []
}

/** The maps of a list. */
export function mapsIn(fields: Fields, key: string): readonly Fields[] {
  const value = fields[key]
  return Array.isArray(value) ? value.filter(isFields) : []
}

/** A map's entries whose value is a map. */
export function entriesIn(fields: Fields, key: string): readonly (readonly [string, Fields])[] {
  return Object.entries(fieldsOf(fields[key])).map(
    ([name, value]) => [name, fieldsOf(value)] as const,
  )
}

/** One of the allowed values, or the default. */
export function oneOf<const T extends string>(
  fields: Fields,
  key: string,
  allowed: readonly T[],
  otherwise: T,
): T {
  const value = textIn(fields, key)
  return allowed.find((one) => one === value) ?? otherwise
}

/** A value as it is shown in a message. */
export function shown(value: Json | undefined): string {
  return typeof value === 'string' ? value : JSON.stringify(value ?? null)
}

/** Whether nothing but blanks is written. */
export function isBlank(value: Json | undefined): boolean {
  return typeof value === 'string' && value.trim() === ''
}

/**
 * A word between the quotes of a text, which YAML takes for letters, without them; `''` when it is
 * none.
 */
export function bareOf(value: Json | undefined): string {
  return typeof value === 'string'
    ? (/^[«“„]\s*([^\s«»“”„:#,[\]{}]+)\s*[»”“]$/.exec(value)?.[1] ?? '')
    : ''
}

/** One segment of a JSON pointer (RFC 6901). */
export function escapePointer(segment: string): string {
  return segment.replace(/~/g, '~0').replace(/\//g, '~1')
}

/** The keys and numbers that a pointer goes through, as they are in the value. */
export function segmentsOf(pointer: string): readonly string[] {
  return pointer
    .split('/')
    .slice(1)
    .map((segment) => segment.replaceAll('~1', '/').replaceAll('~0', '~'))
}

/** What a pointer leads to; nothing where it leads nowhere. */
export function valueAt(root: Json, pointer: string): Json | undefined {
  let value: Json | undefined = root
  for (const segment of segmentsOf(pointer))
    value = Array.isArray(value)
      ? (value as readonly Json[])[Number(segment)]
      : isFields(value)
        ? value[segment]
        : undefined
  return value
}

/** What a pointer leads into: the map or the list. */
export function parentOf(pointer: string): string {
  return pointer.slice(0, pointer.lastIndexOf('/'))
}

/** The key that a pointer ends with, numbers of items left aside. */
export function nameOf(pointer: string): string {
  return segmentsOf(pointer).findLast((segment) => segment !== '' && !/^\d+$/.test(segment)) ?? ''
}

/**
 * Values by the ids that files give, as plain data. It has no other entry: one that every object
 * comes with, such as `constructor`, may be an id.
 */
export function byId<Value>(
  entries: Iterable<readonly [id: string, value: Value]>,
): Readonly<Record<string, Value>> {
  return Object.setPrototypeOf(Object.fromEntries(entries), null)
}
