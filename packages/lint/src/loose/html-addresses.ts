import type { Document } from '@cahier/core'
import { matchesIn, type Span } from '@cahier/prose'
import { nodesOf } from '../document/documents.ts'

/** The address in an attribute `href`, `src` or `srcset`. */
export interface HtmlAddress extends Span {
  readonly type: 'link' | 'image'
  readonly url: string
}

/**
 * The addresses of links and images in HTML. Comments, scripts and addresses with an entity such as
 * `&amp;` are left out.
 */
export function htmlAddresses(document: Document): readonly HtmlAddress[] {
  return nodesOf(document, 'html').flatMap(({ value, position }) => {
    const start = position?.start.offset ?? 0
    // In a quotation or a list, `value` lacks the `>` or the indent of each line: offsets are
    // unknown.
    const isWritten = document.text.startsWith(value, start)
    return isWritten
      ? addressesIn(value).map((one) => ({
          ...one,
          start: start + one.start,
          end: start + one.end,
        }))
      : []
  })
}

function addressesIn(html: string): readonly HtmlAddress[] {
  return matchesIn(html, TAG).flatMap(({ 0: whole, 1: name = '', index }) => {
    const tag = name.toLowerCase()
    const own = tag === 'a' ? HREF : tag === 'img' ? SRC : null
    const set = tag === 'img' || tag === 'source' ? addressIn(whole, SRCSET) : []
    return [...(own === null ? [] : addressIn(whole, own)), ...set.flatMap(addressesOfSet)]
      .filter(({ url }) => url !== '' && !/&[#a-z]|[\r\n]/i.test(url))
      .map(({ url, start }) => ({
        type: tag === 'a' ? 'link' : 'image',
        url,
        start: index + start,
        end: index + start + url.length,
      }))
  })
}

type AttributeValue = Pick<HtmlAddress, 'url' | 'start'>

function addressIn(tag: string, attribute: RegExp): readonly AttributeValue[] {
  const written = attribute.exec(tag)
  const url = written?.[1] ?? written?.[2] ?? written?.[3]
  if (written === null || url === undefined) return []
  const end = written.index + written[0].length - (written[3] === undefined ? 1 : 0)
  return [{ url, start: end - url.length }]
}

/**
 * The addresses of a `srcset`, `a.png 1x, b.png 2x`. A set with a comma inside an address (`data:`)
 * is skipped.
 */
function addressesOfSet(set: AttributeValue): readonly AttributeValue[] {
  if (/\S,\S/.test(set.url)) return []
  return matchesIn(set.url, CANDIDATE).map(({ 1: url = '', index, 0: whole }) => ({
    url,
    start: set.start + index + whole.length - url.length,
  }))
}

// Matches a tag. A comment or a script also matches as a whole, but without a captured name.
const TAG =
  /<!--[\s\S]*?(?:-->|$)|<(?:script|style|template|textarea)\b[\s\S]*?(?:<\/(?:script|style|template|textarea)\s*>|$)|<(a|img|source)(?=[\s/])(?:[^<>"']|"[^"]{0,2000}"|'[^']{0,2000}'){0,2000}>/gi
const attribute = (name: string) =>
  new RegExp(`\\s${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)'|([^\\s"'=<>\`]+))`, 'i')
const HREF = attribute('href')
const SRC = attribute('src')
const SRCSET = attribute('srcset')
const CANDIDATE = /(?:^|,)\s*([^\s,]+)/g
