import type { SchemaNode } from '../generated/validators.js'
import { flowYaml } from './suggested-value.ts'

/** Whether a schema pattern is that of ratios, such as `2/3`. */
export function isRatio(pattern: unknown): boolean {
  return String(pattern).includes('/[1-9]')
}

/** The id of the message for a pattern, by the beginning of the pattern. */
export function messageOfPattern(pattern: unknown): string {
  if (isRatio(pattern)) return 'ratio'
  return PATTERNS.find(([beginning]) => String(pattern).startsWith(beginning))?.[1] ?? 'form'
}

const PATTERNS = [
  ['^v1-', 'digest'],
  ['^[0-9a-f]{64}', 'sum'],
  ['^https?://', 'link'],
  ['^[a-z]{2,3}', 'language'],
  ['^[0-9A-Za-z]', 'edition'],
  ['^[A-Za-z]', 'timeZone'],
  ['^(?!/)', 'path'],
  ['^record/', 'recordPath'],
  ['^(ssh-', 'publicKey'],
] as const

/** Whether a map has an id and a title: a term of a vocabulary, or a section. */
export function isTerm({ properties = {} }: SchemaNode): boolean {
  const [first, second] = Object.keys(properties)
  return first === 'id' && second === 'title'
}

export function namesInQuotes(names: readonly string[]) {
  return {
    namesFr: names.map((name) => `« ${name} »`),
    namesEn: names.map((name) => `“${name}”`),
  }
}

export function linesOfMap({ properties = {} }: SchemaNode): readonly string[] {
  return Object.keys(properties).map((name) => `${name}: …`)
}

/** A line to write for a key: the example of its schema, else its required keys. */
export function exampleLine(key: string, schema: SchemaNode | undefined): string {
  const [example] = schema?.examples ?? []
  if (example !== undefined) return `${key}: ${flowYaml(example)}`
  const needed = (schema?.required ?? []).map((name) => `${name}: …`)
  return `${key}: ${needed.length > 0 ? `{${needed.join(', ')}}` : '…'}`
}

/**
 * The meaning of a key, as ` (meaning)`, or empty. The title of a schema, `Français | English`, has
 * the meaning in both languages.
 */
export function glossOf(key: string, schema: SchemaNode | undefined) {
  const [fr = '', en = fr] = (schema?.title ?? '').split(' | ')
  const inBrackets = (title: string) => {
    const gloss = title.replace(/^\p{Lu}(?=\p{Ll}|\s)/u, (letter) => letter.toLowerCase())
    return gloss === '' || gloss === key ? '' : ` (${gloss})`
  }
  return { glossFr: inBrackets(fr), glossEn: inBrackets(en) }
}
