import type { SchemaNode } from './generated/validators.js'
import { onOneLine } from './on-one-line.ts'

/** Whether a pattern is the form of a share: `2/3`. */
export function isRatio(pattern: unknown): boolean {
  return String(pattern).includes('/[1-9]')
}

/**
 * The message that says what a text is to look like, from the beginning of the pattern that it
 * fails.
 */
export function formWantedBy(pattern: unknown): string {
  if (isRatio(pattern)) return 'ratio'
  return FORMS.find(([beginning]) => String(pattern).startsWith(beginning))?.[1] ?? 'form'
}

const FORMS = [
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

/** Whether a map is a word of a vocabulary, or a section: its id, and its title. */
export function isTerm({ properties = {} }: SchemaNode): boolean {
  const [first, second] = Object.keys(properties)
  return first === 'id' && second === 'title'
}

/** The lines that a map may hold. */
export function linesOf(schema: SchemaNode): readonly string[] {
  return Object.keys(schema.properties ?? {}).map((name) => `« ${name}: … »`)
}

/**
 * The line that gives a key, with the example that its schema has, if it has one, or what a map
 * must hold.
 */
export function lineWanted(key: string, schema: SchemaNode | undefined): string {
  const [example] = schema?.examples ?? []
  const needed = (schema?.required ?? []).map((name) => `${name}: …`)
  return `${key}: ${example !== undefined ? onOneLine(example) : needed.length > 0 ? `{${needed.join(', ')}}` : '…'}`
}

/** What a schema says of a value in a word or two: its title is written `Français | English`. */
export function glossOf(schema: SchemaNode | undefined): {
  readonly glossFr: string
  readonly glossEn: string
} {
  const [fr = '', en = fr] = (schema?.title ?? '').split(' | ')
  return { glossFr: fr, glossEn: en }
}
