import type { Document, Json } from '@cahier/core'

/** The head of a document as a map; empty when it has none. */
export type FieldMap = { readonly [key: string]: Json }

/** Keys an amendment may change. */
export const AMENDABLE: readonly string[] = [
  'title',
  'summary',
  'question',
  'horizon',
  'scale',
  'action',
  'impacts',
  'requests',
  'requires',
  'proposals',
]

export function fieldMapOf({ head }: Pick<Document, 'head'>): FieldMap {
  return typeof head === 'object' && head !== null && !Array.isArray(head) ? (head as FieldMap) : {}
}

/** A field by its name, such as `title` or `requests.partis`. */
export function fieldIn(fields: FieldMap, field: string): Json | undefined {
  const [key = '', inner] = field.split('.')
  const value = fields[key]
  if (inner === undefined) return value
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as FieldMap)[inner] : undefined
}

/** The same head with one field set; `null` takes it away. */
export function withFieldIn(fields: FieldMap, field: string, value: Json): FieldMap {
  const [key = '', inner] = field.split('.')
  if (inner === undefined) return put(fields, key, value)
  const map = fields[key]
  const known = typeof map === 'object' && map !== null && !Array.isArray(map) ? (map as FieldMap) : {}
  const requests = put(known, inner, value)
  return put(fields, key, Object.keys(requests).length === 0 ? null : requests)
}

function put(fields: FieldMap, key: string, value: Json): FieldMap {
  const rest = Object.fromEntries(Object.entries(fields).filter(([name]) => name !== key))
  if (value === null) return rest
  return key in fields
    ? Object.fromEntries(Object.entries(fields).map(([name, old]) => [name, name === key ? value : old]))
    : { ...rest, [key]: value }
}
