import type { Json } from './document.ts'
import { isFields } from './fields.ts'
import { slugOf } from './slug-of.ts'

/** A map of one key, on one line. */
export function mapOfOne(key: string, value: string): string {
  return `{${key}: ${inFlow(value)}}`
}

/** Any value, on one line. */
export function onOneLine(value: Json): string {
  if (Array.isArray(value)) return `[${value.map(onOneLine).join(', ')}]`
  if (isFields(value))
    return `{${Object.entries(value)
      .map(([key, one]) => `${key}: ${onOneLine(one as Json)}`)
      .join(', ')}}`
  return typeof value === 'string' ? inFlow(value) : String(value)
}

/** A word of a vocabulary, on one line, of which people wrote the title, and maybe the id. */
export function mapOfTerm(title: string, id = title): string {
  return `{id: ${slugOf(id)}, title: ${inFlow(title)}}`
}

function inFlow(value: string): string {
  const isPlain =
    /^[\p{L}\p{N}][\p{L}\p{N}\p{M} '’.()-]*$/u.test(value) &&
    !/^(?:[\d.]+|true|false|null)$/i.test(value)
  return isPlain ? value : JSON.stringify(value)
}

/**
 * A list, on one line, of the things that people wrote with commas, bullets, numbers or lines,
 * between round brackets or with one bracket missing.
 */
export function listOfItems(value: string): string {
  // One blank or one end of line for each run: many, looked at from each of them, would be their
  // square.
  const tight = value.replace(/\s+/g, (run) => (run.includes('\n') ? '\n' : ' '))
  const bare = tight.replace(/^\s*\[|\]\s*$/g, '').replace(/^\s*\((.*)\)\s*$/s, '$1')
  const items = bare.split(
    /\s*[,;\n]\s*(?:[-–—•·*]\s*|\d{1,2}[.)]\s+)?|(?:^|\s+)(?:[-–—•·*]\s*|\d{1,2}[.)]\s+)/,
  )
  return `[${items
    .map((item) => item.trim())
    .filter((item) => item !== '')
    .join(', ')}]`
}
