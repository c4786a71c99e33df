import { type Document, fieldsOf } from '@cahier/core'
import { nameFrom } from '../odt/anchors.ts'
import { applied } from './change.ts'
import { carryOver } from './words-to-source.ts'

/** The field of the head that a block prints; `null` when it prints none. */
export function fieldOf({ kind, head }: Document, prefix: string, name: string): string | null {
  const rest = name.slice(prefix.length + 1)
  if (
    rest === 'title' ||
    (rest === 'summary' && kind === 'proposal') ||
    (rest === 'question' && kind === 'axis')
  )
    return rest
  const { requests } = fieldsOf(head)
  const [letter = '', number = ''] = prefix.split('_')
  const addressee = Object.keys(fieldsOf(requests)).find(
    (one) => nameFrom([letter, number, 'request', one]) === name,
  )
  return addressee === undefined ? null : `requests.${addressee}`
}

/** What a field says, trimmed; `''` where it is no text. */
export function fieldText({ head }: Document, field: string): string {
  const [key = '', inner] = field.split('.')
  const value = fieldsOf(head)[key]
  const said = inner === undefined ? value : fieldsOf(value)[inner]
  return typeof said === 'string' ? said.trim() : ''
}

/** What a field should say: its own words where they were not changed. */
export function fieldWords(value: string, printed: string, returned: string): string {
  const starts = Array.from({ length: value.length }, (_, unit) => unit)
  const words = { written: value, starts, gaps: new Map<number, number>(), end: value.length }
  const { edits, left } = carryOver(words, printed, returned, (said) => said)
  return left.length > 0 ? returned : applied(value, [{ edits }])
}
