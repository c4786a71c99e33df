import type { Document } from '@cahier/core'
import { matchesIn } from '@cahier/prose'
import { nodesOf } from '../nodes-of.ts'

/** An address that stands in a tag. */
export interface HtmlAddress {
  readonly type: 'link' | 'image'
  readonly url: string
  /** Offsets in the text of what stands between the quotes. */
  readonly start: number
  readonly end: number
}

/** Where the links and the images lead that a text has in HTML. Comments, scripts and styles have none, nor has what a program would fill in. */
export function htmlAddresses(document: Document): readonly HtmlAddress[] {
  return nodesOf(document, 'html').flatMap(({ value, position }) => {
    const start = position?.start.offset ?? 0
    // In a quotation or a list the value lacks what opens its lines: then nobody knows where its parts are written.
    const isWritten = document.text.startsWith(value, start)
    return isWritten ? addressesIn(value).map((one) => ({ ...one, start: start + one.start, end: start + one.end })) : []
  })
}

function addressesIn(html: string): readonly HtmlAddress[] {
  return matchesIn(html, TAG).flatMap(({ 0: whole, 1: name = '', index }) => {
    if (name === '') return []
    const isLink = name.toLowerCase() === 'a'
    const written = (isLink ? HREF : SRC).exec(whole)
    const url = written?.[1] ?? written?.[2] ?? written?.[3] ?? ''
    if (written === null || url === '' || /&[#a-z]/i.test(url)) return []
    const end = index + written.index + written[0].length - (written[3] === undefined ? 1 : 0)
    return [{ type: isLink ? 'link' : 'image', url, start: end - url.length, end }]
  })
}

// What is between tags of a script or a style, and in a comment, is taken as one piece, and has no name.
const TAG =
  /<!--[\s\S]*?(?:-->|$)|<(?:script|style|template|textarea)\b[\s\S]*?(?:<\/(?:script|style|template|textarea)\s*>|$)|<(a|img)(?=[\s/])(?:[^<>"']|"[^"]{0,2000}"|'[^']{0,2000}'){0,2000}>/gi
const HREF = /\shref\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'=<>`]+))/i
const SRC = /\ssrc\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'=<>`]+))/i
