import { type Document, decoded, type Place, placeOf, type RuleMessages } from '@cahier/core'
import type { Text } from 'mdast'
import { matchesAt } from '../document/documents.ts'
import type { Report } from '../engine/rule.ts'

/** Messages for a text that was meant as a link. */
export const ALMOST_LINK = {
  blank: {
    fr: 'une adresse ne peut pas contenir d’espace. Écrivez : {meant}',
    en: 'an address cannot hold a space. Write: {meant}',
  },
  apart: {
    fr: 'pas d’espace entre le crochet et la parenthèse d’un lien. Écrivez : {meant}',
    en: 'no space between the bracket and the parenthesis of a link. Write: {meant}',
  },
  turned: {
    fr: 'le texte d’un lien est entre crochets, et son adresse entre parenthèses. Écrivez : {meant}',
    en: 'the text of a link is in brackets, its address in parentheses. Write: {meant}',
  },
  unclosed: {
    fr: 'l’adresse de ce lien n’est pas fermée : ajoutez « ) » après « {url} »',
    en: 'the address of this link is not closed: add “)” after “{url}”',
  },
  unopened: {
    fr: 'le texte de ce lien n’est pas ouvert : ajoutez « [ » devant ce qui mène à « {url} »',
    en: 'the text of this link is not opened: add “[” before what leads to “{url}”',
  },
  slashes: {
    fr: 'une adresse commence par « https:// » ou « http:// ». Écrivez : {meant}',
    en: 'an address begins with “https://” or “http://”. Write: {meant}',
  },
} satisfies RuleMessages

/** Whether a text may contain a failed link: a quick test before the exact one. */
export function mayHoldAlmostLinks({ text }: Document): boolean {
  return MAYBE.test(text) || FEW_SLASHES.test(text)
}

/**
 * Reports failed links, which CommonMark reads as text, such as `[words] (url)` or `(words)[url]`.
 */
export function reportAlmostLinks(node: Text, document: Document, report: Report): void {
  if (node.value.includes(']')) reportIn(node, document, report)
  if (node.value.includes('http')) reportSlashes(placeOf(node), document, report)
}

/** Reports web addresses in a place that lack a slash or the colon: `http:/example.org`. */
export function reportSlashes(place: Place, document: Document, report: Report): void {
  for (const match of matchesAt(document, place, FEW_SLASHES)) {
    const { 0: whole, 1: scheme = '', 2: sign = '', index } = match
    const start = index + scheme.length
    const edits = [{ start, end: start + sign.length, text: '://' }]
    report('slashes', match, { meant: whole.replace(sign, '://') }, { edits })
  }
}

function reportIn(node: Text, document: Document, report: Report) {
  const place = placeOf(node)
  const source = document.text.slice(place.start.offset, place.end.offset)
  // The parser reads a block with too many marks as text, even its valid links.
  if (!MAYBE.test(source) || WHOLE.test(source)) return
  for (const [message, pattern] of [
    ['blank', BLANK],
    ['apart', APART],
    ['turned', TURNED],
  ] as const)
    for (const match of matchesAt(document, place, pattern)) {
      const { 1: words = '', 2: url = '' } = match
      const address = `(${message === 'turned' ? url : encodeURI(decoded(url.trim()))})`
      const meant = (message === 'turned' ? `[${words}]` : words) + address
      report(message, match, { meant }, { text: meant })
    }
  for (const match of matchesAt(document, place, UNCLOSED)) {
    const { 0: whole, 1: written = '', index } = match
    const after = index + whole.length
    // The closing parenthesis may come later, after an emphasis.
    if (/^[^\n]*\)/.test(document.text.slice(after, after + MOST))) continue
    const url = written.replace(/[.,;:!?…]+$/, '')
    const end = after - (written.length - url.length)
    report('unclosed', match, { url }, { edits: [{ start: end, end, text: ')' }] })
  }
  for (const match of matchesAt(document, place, UNOPENED))
    if (!isOpened(document.text, match.index)) report('unopened', match, { url: match[1] ?? '' })
}

/** Whether an earlier `[` is still open, as before the last `]` in `[a [link](…) b](…)`. */
function isOpened(text: string, at: number) {
  const before = text.slice(Math.max(0, at - MOST), at)
  const block = before.slice(before.lastIndexOf('\n\n') + 1)
  let closed = 0
  for (const { 0: sign } of [...block.matchAll(/[[\]]/g)].reverse()) {
    closed += sign === ']' ? 1 : -1
    if (closed < 0) return true
  }
  return false
}

const FEW_SLASHES =
  /(?<![\p{L}\d/.])(https?)(:\/|\/\/)(?=[\w-]+(?:\.[\w-]+)+)(?:[^\s()[\]<>«»"',;]*[\w/])/gu
/** In characters. */
const MOST = 2000
const MAYBE =
  /\]\s\(|\]\((?![^\s()]*\))|(?<!\[[^[\]\n]*)\]\((?:https?:|www\.)|\)\[(?:https?:|www\.)/
const WHOLE = /(?<!\\)\[[^[\]\n\\]+\]\((?:https?:\/\/|www\.)[^\s()<>]+\)/
// Requires a file ending, `www.` or `://`: « [1] (voir plus bas) » is no link.
const addressOf = (sign: string) =>
  `(?=${sign}*(?:\\.(?:md|pdf|od[tsp]|docx?|xlsx?|png|jpe?g|gif|svg|webp)(?=[#?]|\\s*\\))|://|www\\.))(?!${sign}*[{}<>"])`
// File names may have parentheses: « photo (1).png ».
const SIGN = '(?:[^()\\n]|\\([^()\\n]*\\))'
const BLANK = new RegExp(
  `(?<!\\\\)(!?\\[[^[\\]\\n]+\\]|!\\[\\])\\(${addressOf(SIGN)}(?=\\s*[^\\s()]+\\s+[^\\s)])(${SIGN}+)\\)`,
  'gi',
)
// « [x] » is a ticked box. Other words after the address make a plain parenthesis: « [RFC]
// (https://…, section 3) ».
const APART = new RegExp(
  `(?<!\\\\)(\\[(?![ x]\\])[^[\\]\\n]+\\])\\s\\(${addressOf('[^()\\n]')}\\s?([^\\s()]+)\\s?\\)`,
  'gi',
)
const TURNED = /(?<![\\\]])\(([^()[\]\n]+)\)\[((?:https?:\/\/|www\.)[^\s[\]]+)\](?![[(:])/g
const UNCLOSED = /(?<!\\)\[[^[\]\n]+\]\(((?:https?:\/\/|www\.)[^\s()<>]+)(?=\s|$)/g
const UNOPENED = /(?<!\\)\]\(((?:https?:\/\/|www\.)[^\s()]+)\)/g
