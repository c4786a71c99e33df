export type Json =
  | null
  | boolean
  | number
  | string
  | readonly Json[]
  | { readonly [key: string]: Json }

/** A map. The functions below give defaults for missing and invalid fields. */
export type Fields = { readonly [key: string]: Json }

export function isFields(value: Json | undefined): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

export function fieldsOf(value: Json | undefined): Fields {
  return isFields(value) ? value : {}
}

/** A field that is a text or a number, as text; empty for other values. */
export function textField(fields: Fields, key: string): string {
  const value = fields[key]
  return typeof value === 'string' ? value : typeof value === 'number' ? String(value) : ''
}

export function textFields<Key extends string>(
  fields: Fields,
  ...keys: readonly Key[]
): Readonly<Record<Key, string>> {
  const texts = keys.map((key) => [key, textField(fields, key)])
  return Object.fromEntries(texts) as Readonly<Record<Key, string>>
}

export function numberField(fields: Fields, key: string): number | null {
  const value = fields[key]
  return typeof value === 'number' ? value : null
}

export function flagField(fields: Fields, key: string): boolean {
  return fields[key] === true
}

/** The strings of a list; a lone string counts as a list of one. */
export function textListField(fields: Fields, key: string): readonly string[] {
  const value = fields[key]
  if (typeof value === 'string') return [value]
  return Array.isArray(value) ? value.filter((item) => typeof item === 'string') : []
}

export function numbersField(fields: Fields, key: string): readonly number[] {
  const value = fields[key]
  return Array.isArray(value) ? value.filter((item) => typeof item === 'number') : []
}

/** A map, converted by `read`; null when the field is absent. */
export function optionalField<T>(
  fields: Fields,
  key: string,
  read: (fields: Fields) => T,
): T | null {
  const value = fields[key]
  return value === undefined || value === null ? null : read(fieldsOf(value))
}

export function mapsField(fields: Fields, key: string): readonly Fields[] {
  const value = fields[key]
  return Array.isArray(value) ? value.filter(isFields) : []
}

/** The entries of a map whose values are maps. */
export function entriesField(fields: Fields, key: string): readonly (readonly [string, Fields])[] {
  return Object.entries(fieldsOf(fields[key])).map(
    ([name, value]) => [name, fieldsOf(value)] as const,
  )
}

/** The value of a field if it is allowed, else `otherwise`. */
export function oneOf<const T extends string>(
  fields: Fields,
  key: string,
  allowed: readonly T[],
  otherwise: T,
): T {
  const value = textField(fields, key)
  return allowed.find((one) => one === value) ?? otherwise
}

/** A value as a message shows it. */
export function shown(value: Json | undefined): string {
  return typeof value === 'string' ? value : JSON.stringify(value ?? null)
}

export function isBlankText(value: Json | undefined): boolean {
  return typeof value === 'string' && value.trim() === ''
}

/** A key as one segment of a JSON pointer (RFC 6901). */
export function escapePointer(segment: string): string {
  return segment.replace(/~/g, '~0').replace(/\//g, '~1')
}

/** The keys and indexes of a JSON pointer, unescaped. */
export function segmentsOf(pointer: string): readonly string[] {
  return pointer
    .split('/')
    .slice(1)
    .map((segment) => segment.replaceAll('~1', '/').replaceAll('~0', '~'))
}

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

/** The pointer of the map or list that holds a value. */
export function parentOf(pointer: string): string {
  return pointer.slice(0, pointer.lastIndexOf('/'))
}

/** The last key of a JSON pointer, skipping list indexes; empty when there is none. */
export function nameOf(pointer: string): string {
  return segmentsOf(pointer).findLast((segment) => segment !== '' && !/^\d+$/.test(segment)) ?? ''
}

/** A record of values by id. It has no prototype, since an id may be `constructor`. */
export function byId<Value>(
  entries: Iterable<readonly [id: string, value: Value]>,
): Readonly<Record<string, Value>> {
  return Object.setPrototypeOf(Object.fromEntries(entries), null)
}

export function mapById<Value, Changed>(
  record: Readonly<Record<string, Value>>,
  change: (value: Value, id: string) => Changed,
): Readonly<Record<string, Changed>> {
  return byId(Object.entries(record).map(([id, value]) => [id, change(value, id)]))
}
