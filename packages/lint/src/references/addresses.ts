import { type Document, type Place, placeOf } from '@cahier/core'
import type { Definition, Image, Link } from 'mdast'
import { placeIn } from '../document/documents.ts'

/** The place of the address inside a link, an image or a definition. */
export function addressPlace(document: Document, node: Link | Image | Definition): Place {
  const whole = placeOf(node)
  const source = document.text.slice(whole.start.offset, whole.end.offset)
  const [start, end] = addressRange(source, node)
  return placeIn(document, whole.start.offset + start, whole.start.offset + end)
}

function addressRange(source: string, node: Link | Image | Definition): readonly [number, number] {
  if (source.startsWith('<')) return [1, source.length - 1]
  const opening = node.type === 'definition' ? ']:' : ']('
  const ranges: (readonly [number, number])[] = []
  for (let at = source.indexOf(opening); at >= 0; at = source.indexOf(opening, at + 1))
    ranges.push(rangeFrom(source, at + 2))
  const written = ranges.find(([start, end]) => source.slice(start, end) === node.url)
  return written ?? (node.type === 'definition' ? ranges[0] : ranges.at(-1)) ?? [0, source.length]
}

// The range of an address from an offset, as CommonMark defines a "link destination".
function rangeFrom(source: string, from: number): readonly [number, number] {
  const start = from + (/^\s*/.exec(source.slice(from))?.[0].length ?? 0)
  if (source[start] === '<') return [start + 1, Math.max(start + 1, source.indexOf('>', start))]
  let depth = 0
  for (let at = start; at < source.length; at++) {
    const sign = source[at] as string
    if (sign === '\\') at++
    else if (sign === '(') depth++
    else if (/\s/.test(sign) || (sign === ')' && --depth < 0)) return [start, at]
  }
  return [start, source.length]
}

/**
 * The scheme of an address in lower case; `''` when there is none. Blanks and control characters
 * are removed first, as browsers do (URL Standard).
 */
export function schemeOf(url: string): string {
  if (!url.includes(':')) return ''
  const written = BEYOND_VISIBLE_ASCII.test(url) ? url.replace(/[\p{C}\p{Z}]/gu, '') : url
  return /^([a-z][a-z0-9+.-]*):/i.exec(written)?.[1]?.toLowerCase() ?? ''
}

const BEYOND_VISIBLE_ASCII = /[^!-~]/

/** Whether an address is a web address without scheme: `www.example.org`, `example.org/page`. */
export function lacksScheme(url: string): boolean {
  return /^(?:www\.|[\w-]+(?:\.[\w-]+)*\.(?:fr|org|net|com|eu|be|ch|ca|info)(?:[/?#]|$))/i.test(url)
}
