import { type Fields, fieldsOf, type Json } from '@cahier/core'

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

/** A field by its name, such as `title` or `requests.partis`. */
export function fieldIn(fields: Fields, field: string): Json | undefined {
  const [key = '', inner] = field.split('.')
  const value = fields[key]
  return inner === undefined ? value : fieldsOf(value)[inner]
}

/** The same head with one field set; `null` takes it away. */
export function withFieldIn(fields: Fields, field: string, value: Json): Fields {
  const [key = '', inner] = field.split('.')
  if (inner === undefined) return put(fields, key, value)
  const requests = put(fieldsOf(fields[key]), inner, value)
  return put(fields, key, Object.keys(requests).length === 0 ? null : requests)
}

function put(fields: Fields, key: string, value: Json): Fields {
  const rest = Object.fromEntries(Object.entries(fields).filter(([name]) => name !== key))
  if (value === null) return rest
  return Object.hasOwn(fields, key)
    ? Object.fromEntries(
        Object.entries(fields).map(([name, old]) => [name, name === key ? value : old]),
      )
    : { ...rest, [key]: value }
}
