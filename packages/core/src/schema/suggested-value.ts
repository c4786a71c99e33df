import { stringify } from 'yaml'
import type { SchemaNode } from '../generated/validators.js'
import type { Json } from '../model/json.ts'
import { slugOf } from '../names/slug.ts'

/** Any value as YAML on one line. */
export function flowYaml(value: Json): string {
  return stringify(value, {
    collectionStyle: 'flow',
    flowCollectionPadding: false,
    lineWidth: 0,
  }).trimEnd()
}

/** A term of a vocabulary on one line, from a title and perhaps an id. */
export function mapOfTerm(title: string, id = title): string {
  return flowYaml({ id: slugOf(id), title })
}

// One bracket of the list may be missing.
function listOfItems(value: string) {
  const items = value.replace(/^\[|\]$/g, '').split(/[,;\n•]|(?:^|\s)[-–—*](?=\s)/)
  return flowYaml(items.map((item) => item.trim()).filter((item) => item !== ''))
}

// The schemas of maps that people write as a bare text, each with the key for that text.
const ALONE_IN: ReadonlyMap<string | undefined, string> = new Map([
  ['#/$defs/name', 'literal'],
  ['#/$defs/claim', 'says'],
])

/**
 * A text or number as a YAML list on one line; empty for other values. `source` is its text in the
 * file.
 */
export function listFrom(value: Json | undefined, source: string, { items }: SchemaNode): string {
  if (typeof value === 'number') return `[${source}]`
  if (typeof value !== 'string') return ''
  const alone = ALONE_IN.get(items?.$ref)
  if (alone !== undefined) return flowYaml([{ [alone]: value }])
  // YAML joins the lines of the file, but each line was an item.
  return listOfItems(/^[^"'>|][^"']*\n/.test(source) ? source : value)
}

/** A YAML number, from a text such as `1 200` or `4,10`; empty for other or ambiguous texts. */
export function numberFrom(written: string): string {
  const bare = written.trim()
  const grouped = /^-?\d{1,3}(?:[ \u00A0\u202F]\d{3})+(?:[.,]\d+)?$/.test(bare)
  // `1,200` is ambiguous: in English, it is 1200.
  const decimal = /^-?\d+(?:\.\d+|,\d{1,2}|,\d{4,})?$/.test(bare)
  return grouped || decimal ? bare.replace(/[ \u00A0\u202F]/g, '').replace(',', '.') : ''
}

/** A ratio, from a text such as `2 / 3` or `⅔`; empty for other texts. */
export function ratioFrom(written: string): string {
  const [, part = '', whole] =
    /^([1-9]\d*)\s*[/∕⁄]\s*([1-9]\d*)$/.exec(written.trim().normalize('NFKC')) ?? []
  return part && `${part}/${whole}`
}

/** `true` or `false` as people write it (`oui`, `no`); undefined when it is neither. */
export function booleanFrom(written: string): 'true' | 'false' | undefined {
  const word = written.trim().toLowerCase()
  if (['true', 'oui', 'vrai', 'yes', 'on'].includes(word)) return 'true'
  return ['false', 'non', 'faux', 'no', 'off'].includes(word) ? 'false' : undefined
}

/** The message for an invalid id or rule name, and the nearest valid name or `''`. */
export function validNameFrom(
  name: string,
  isRule: boolean,
): readonly [message: string, meant: string] {
  if (!isRule) return slugOf(name) === '' ? ['slug', ''] : ['slugNear', slugOf(name)]
  const parts = name.split('/').map(slugOf)
  return parts.length === 2 && !parts.includes('')
    ? ['ruleNear', parts.join('/')]
    : ['ruleName', '']
}
