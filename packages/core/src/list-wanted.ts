import type { Json } from './document.ts'
import { type Fields, isFields } from './fields.ts'
import type { SchemaNode } from './generated/validators.js'
import { listOfItems, mapOfOne } from './on-one-line.ts'

/**
 * A list of maps in which a text alone was meant for one of their keys: a name, what a source says.
 */
const ALONE_IN: ReadonlyMap<string | undefined, string> = new Map([
  ['#/$defs/name', 'literal'],
  ['#/$defs/claim', 'says'],
])

/**
 * What was written where a list is wanted, as that list on one line; `''` when nobody can tell.
 * `source` is the same as it stands in the file.
 */
export function listWanted(value: Json | undefined, source: string, { items }: SchemaNode): string {
  if (typeof value === 'number') return `[${source}]`
  if (isFields(value)) return itemsInBraces(value, source)
  if (typeof value !== 'string') return ''
  const alone = ALONE_IN.get(items?.$ref)
  if (alone !== undefined) return `[${mapOfOne(alone, value)}]`
  // Of lines YAML makes one, and each was an item.
  return listOfItems(/^[^"'>|][^"']*\n/.test(source) ? source : value)
}

// Braces for brackets: names to which nothing is given are the items. What was given to one may
// take it out, « climat: non ».
function itemsInBraces(value: Fields, source: string): string {
  const names = Object.keys(value)
  const isList =
    /^\{[a-z0-9-]+(?:, ?[a-z0-9-]+)*\}$/.test(source) && names.every((name) => value[name] === null)
  return isList ? `[${names.join(', ')}]` : ''
}

/**
 * The only item of a list, where one value is wanted, with the blanks that end the list; `''` when
 * there are others, or when it is no plain word.
 */
export function itemAlone(value: readonly Json[], source: string): string {
  const [, item = '', end = ''] = /^(?:\[ *|- +)([^\s,[\]{}]+)(?: *\])?(\s*)$/.exec(source) ?? []
  return value.length === 1 && typeof value[0] === 'string' && item !== '' ? item + end : ''
}
