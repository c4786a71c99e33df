import { type Document, decoded, type Messages, type Place, placeOf } from '@cahier/core'
import { matchesIn } from '@cahier/prose'
import type { Text } from 'mdast'
import { placeIn } from '../document/places.ts'
import type { Report } from '../engine/rule.ts'

/** Messages for a text that was meant as a link, in a programme or outside. */
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
} satisfies Messages

/** A quick test: whether a text may contain such a link. */
export function mayHoldAlmostLinks({ text }: Document): boolean {
  return MAYBE.test(text) || FEW_SLASHES.test(text)
}

/**
 * Reports failed links, read as text by CommonMark: a blank in the address or between the halves,
 * halves swapped, or a missing bracket.
 */
export function reportAlmostLinks(node: Text, document: Document, report: Report): void {
  if (node.value.includes(']')) reportIn(node, document, report)
  if (node.value.includes('http')) reportSlashes(placeOf(node), document, report)
}

/** Reports addresses inside a place that lack a slash or the colon: `http:/example.org`. */
export function reportSlashes({ start, end }: Place, document: Document, report: Report): void {
  for (const { 0: whole, 1: scheme = '', 2: sign = '', index } of matchesIn(
    document.text.slice(start.offset, end.offset),
    FEW_SLASHES,
  )) {
    const at = start.offset + index
    const from = at + scheme.length
    const edits = [{ start: from, end: from + sign.length, text: '://' }]
    report(
      'slashes',
      placeIn(document, at, at + whole.length),
      { meant: whole.replace(sign, '://') },
      { edits },
    )
  }
}

function reportIn(node: Text, document: Document, report: Report): void {
  const { start, end } = placeOf(node)
  const source = document.text.slice(start.offset, end.offset)
  if (!MAYBE.test(source)) return
  // A valid link is read as text in a block that was too long to parse.
  if (WHOLE.test(source)) return
  const place = (at: number, length: number) =>
    placeIn(document, start.offset + at, start.offset + at + length)
  const rewrite = (message: string, at: number, whole: string, meant: string) => {
    const edits = [
      {
        path: document.path,
        start: start.offset + at,
        end: start.offset + at + whole.length,
        text: meant,
      },
    ]
    report(message, place(at, whole.length), { meant }, { edits })
  }
  for (const { 0: whole, 1: text = '', 2: url = '', index } of matchesIn(source, BLANK))
    rewrite('blank', index, whole, `${text}(${encodeURI(decoded(url.trim()))})`)
  for (const { 0: whole, 1: text = '', 2: url = '', index } of matchesIn(source, APART))
    rewrite('apart', index, whole, `${text}(${encodeURI(decoded(url))})`)
  for (const { 0: whole, 1: text = '', 2: url = '', index } of matchesIn(source, TURNED))
    rewrite('turned', index, whole, `[${text}](${url})`)
  for (const { 0: whole, 1: written = '', index } of matchesIn(source, UNCLOSED)) {
    // The closing bracket may come after an emphasis.
    const after = start.offset + index + whole.length
    if (/^[^\n]*\)/.test(document.text.slice(after, after + MOST))) continue
    const url = written.replace(/[.,;:!?…]+$/, '')
    const end = after - (written.length - url.length)
    report(
      'unclosed',
      place(index, whole.length),
      { url },
      { edits: [{ start: end, end, text: ')' }] },
    )
  }
  for (const { 0: whole, 1: url = '', index } of matchesIn(source, UNOPENED))
    if (!isOpened(document.text, start.offset + index))
      report('unopened', place(index, whole.length), { url })
}

/** Whether an earlier bracket is still open: around an inner link, the outer brackets are text. */
function isOpened(text: string, at: number): boolean {
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
const MOST = 2000
const MAYBE =
  /\]\s\(|\]\((?![^\s()]*\))|(?<!\[[^[\]\n]*)\]\((?:https?:|www\.)|\)\[(?:https?:|www\.)/
const WHOLE = /(?<!\\)\[[^[\]\n\\]+\]\((?:https?:\/\/|www\.)[^\s()<>]+\)/
// The signs of an address, unlike words: « [1] (voir plus bas) ».
const addressOf = (sign: string) =>
  `(?=${sign}*(?:\\.(?:md|pdf|od[tsp]|docx?|xlsx?|png|jpe?g|gif|svg|webp)(?=[#?]|\\s*\\))|://|www\\.))(?!${sign}*[{}<>"])`
// File names may have parentheses, « photo (1).png »; an image may have no description.
const SIGN = '(?:[^()\\n]|\\([^()\\n]*\\))'
const BLANK = new RegExp(
  `(?<!\\\\)(!?\\[[^[\\]\\n]+\\]|!\\[\\])\\(${addressOf(SIGN)}(?=\\s*[^\\s()]+\\s+[^\\s)])(${SIGN}+)\\)`,
  'gi',
)
// « [x] » is a ticked box. With other words it is a parenthesis: « [RFC] (https://…, section 3) ».
const APART = new RegExp(
  `(?<!\\\\)(\\[(?![ x]\\])[^[\\]\\n]+\\])\\s\\(${addressOf('[^()\\n]')}\\s?([^\\s()]+)\\s?\\)`,
  'gi',
)
const TURNED = /(?<![\\\]])\(([^()[\]\n]+)\)\[((?:https?:\/\/|www\.)[^\s[\]]+)\](?![[(:])/g
const UNCLOSED = /(?<!\\)\[[^[\]\n]+\]\(((?:https?:\/\/|www\.)[^\s()<>]+)(?=\s|$)/g
const UNOPENED = /(?<!\\)\]\(((?:https?:\/\/|www\.)[^\s()]+)\)/g

/** Messages for a link to a missing file or heading, in a programme or outside. */
export const MISSING_FILE = {
  missingNear: {
    fr: 'le fichier « {url} » n’existe pas : vouliez-vous écrire « {meant} » ?',
    en: 'there is no file “{url}”: did you mean “{meant}”?',
  },
  missing: {
    fr: 'le fichier « {url} » n’existe pas : corrigez l’adresse, ou enlevez le lien',
    en: 'there is no file “{url}”: fix the address, or remove the link',
  },
  anchor: {
    fr: 'aucun titre du fichier {path} ne répond à « #{anchor} » : corrigez l’adresse, ou enlevez « #{anchor} »',
    en: 'no heading of {path} answers to “#{anchor}”: fix the address, or remove “#{anchor}”',
  },
  web: {
    fr: 'il manque le début de l’adresse : écrivez « {meant} »',
    en: 'the beginning of the address is missing: write “{meant}”',
  },
} satisfies Messages
