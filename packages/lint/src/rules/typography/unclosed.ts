import { matchesIn, type Passage, pairedQuotes } from '@cahier/prose'
import { short } from '../../document/escaped-characters.ts'
import type { Rule, TextContext } from '../../engine/rule.ts'

/** Reports unpaired parentheses and quotes, and `**` that makes nothing bold. */
export const unclosed: Rule = {
  id: 'typography/unclosed',
  severity: 'warning',
  fixes: true,
  editScope: 'tree',
  languages: ['fr', 'en'],
  messages: {
    parenthesis: {
      fr: 'cette parenthèse n’est fermée nulle part',
      en: 'this parenthesis is never closed',
    },
    quotes: {
      fr: 'ce guillemet n’est fermé nulle part',
      en: 'this quotation is never closed',
    },
    bold: {
      fr: '« ** » est imprimé tel quel : collez-le aux mots qu’il met en gras et séparez-le des autres, ou enlevez-le',
      en: '“**” is printed as it is: put it against the words that it sets in bold and apart from the others, or remove it',
    },
    spacedBold: {
      fr: '« ** » devant une espace est imprimé tel quel : écrivez {meant}',
      en: '“**” before a space is printed as it is: write {meant}',
    },
    parenthesisEnd: {
      fr: 'cette parenthèse n’est ouverte nulle part',
      en: 'this parenthesis was never opened',
    },
    quotesEnd: {
      fr: 'ce guillemet n’est ouvert nulle part',
      en: 'this quotation was never opened',
    },
  },
  text({ passages, remark, settings }) {
    for (const passage of passages) remarkBold(passage, remark)
    const isEnglish = /^en/i.test(settings.language)
    if (isEnglish) remarkStraight(passages, remark)
    for (const pair of isEnglish ? [PARENTHESES, ENGLISH_QUOTES] : [PARENTHESES, GUILLEMETS]) {
      remarkUnopened(passages, pair, remark)
      remarkUnclosed(passages, pair, remark)
    }
  },
}

interface Pair {
  readonly open: string
  readonly signs: RegExp
  /** Text around an opening sign in a sentence: not a smiley, code, or a paragraph start. */
  readonly inWords: RegExp
  /** Text around a closing sign after words: not a list item, a formula, or a menu path. */
  readonly afterWords: RegExp
  readonly message: string
}

const PARENTHESES: Pair = {
  open: '(',
  signs: /[()]/g,
  inWords: /[\p{L}\p{N},;.»”\uFFFC][ \u00A0]\([\p{L}\p{N}«“]/u,
  afterWords: /(?:\p{L}{4}|[\p{L}\p{N}»”][.?!…»”])\)(?:[\s,.;]|$)/u,
  message: 'parenthesis',
}

const GUILLEMETS: Pair = {
  open: '«',
  signs: /[«»]/g,
  inWords: /[\p{L},] «[ \u00A0\u202F]?\p{L}/u,
  afterWords: /\p{L}[.?!…]?[ \u00A0\u202F]?»(?: \p{Ll}|[ \u00A0\u202F]?[,.;:!?)])/u,
  message: 'quotes',
}

const ENGLISH_QUOTES: Pair = {
  open: '“',
  signs: /[“”]/g,
  inWords: /[\p{L},] “\p{L}/u,
  afterWords: /\p{L}[.,?!…]?”(?: \p{Ll}|[,.;:!?)])/u,
  message: 'quotes',
}

// A quotation of several paragraphs opens again in each of them, and is closed only in the last.
function remarkStraight(passages: readonly Passage[], remark: TextContext['remark']) {
  for (const [index, passage] of passages.entries()) {
    if (passages[index + 1]?.text.startsWith('"')) continue
    const { lone } = pairedQuotes(passage.written)
    if (lone >= 0 && isPlain(passage, lone, /[\p{L},] "\p{L}/u))
      remark(passage, { start: lone, end: lone + 1 }, 'quotes')
  }
}

// Any earlier opening sign, even in another paragraph, may match a closing sign.
function remarkUnopened(
  passages: readonly Passage[],
  { open, signs, afterWords, message }: Pair,
  remark: TextContext['remark'],
) {
  let opened = 0
  for (const passage of passages) {
    const text = passage.written
    const alone: number[] = []
    let items = 0
    for (const { 0: sign, index } of matchesIn(text, signs)) {
      if (sign === open) opened++
      else if (opened > 0) {
        opened--
        // In « (article 3, a) du code) », the first `)` ends a list sign and the second one closes
        // the parenthesis.
        if (isItem(text, index) && text[index - 2] !== open) items++
      } else if (items > 0) items--
      else if (afterWords.test(text.slice(Math.max(0, index - 4), index + 4))) alone.push(index)
    }
    if (alone.length > 0 && !FORMULA.test(text))
      for (const at of alone) remark(passage, { start: at, end: at + 1 }, `${message}End`)
  }
}

function remarkBold(passage: Passage, remark: TextContext['remark']) {
  const { written } = passage
  for (const start of failedBold(passage)) {
    const [whole = '', words = ''] = SPACED_BOLD.exec(written.slice(start)) ?? []
    const at = { start, end: start + 2 }
    if (words === '' || !/^$|[\s(«“]/.test(written.charAt(start - 1))) {
      remark(passage, at, 'bold')
      continue
    }
    const inside = start + whole.indexOf(words)
    const changes = [
      { start: at.end, end: inside, text: '' },
      { start: inside + words.length, end: start + whole.length - 2, text: '' },
    ].filter((blank) => blank.end > blank.start)
    remark(passage, at, 'spacedBold', { meant: `**${short(words)}**` }, changes)
  }
}

const SPACED_BOLD =
  /^\*\*(?! *\*)[ \u00A0\u202F]*([^*\s](?:[^*\n]*[^*\s])?)[ \u00A0\u202F]*\*\*(?=$|[\s.,;:!?)»”])/u

/**
 * Offsets of `**` that make nothing bold: `** mot **`, `l**’école**`. Other `**` may be powers,
 * paths or note marks.
 */
function failedBold(passage: Passage): readonly number[] {
  const { written } = passage
  if (!written.includes('**')) return []
  const found = matchesIn(written, BOLD)
    .map(({ index }) => index)
    .filter((at) => (passage.starts[at] ?? -1) >= 0)
  const opens = (at: number) =>
    !/[\p{L}\p{N}»”)\]…]/u.test(written.slice(Math.max(0, at - 1), at)) ||
    /[’'«“(\p{L}]/u.test(written.charAt(at + 2))
  if (found.length > 1) return found.some(opens) ? found.filter((_, rank) => rank % 2 === 0) : []
  return found.filter(
    (at) => at > 0 && /^\s\*\*\p{L}[\p{Ll}’]* \p{Ll}/u.test(written.slice(at - 1, at + 40)),
  )
}

const BOLD = /(?<![*/\\.])\*\*(?![*/.])(?!(?<=[\p{L}\p{N}]\*\*)[\p{L}\p{N}])/gu

const FORMULA = /\]\(|[×=+<>{}|\\]/

// A sign may be closed in a later paragraph, so the passages are read from the end.
function remarkUnclosed(
  passages: readonly Passage[],
  { open, signs, inWords, message }: Pair,
  remark: TextContext['remark'],
) {
  let isClosedLater = false
  let opensNext = false
  for (const passage of passages.toReversed()) {
    const { written } = passage
    const left: number[] = []
    let closesMore = false
    for (const { 0: sign, index: at } of matchesIn(written, signs)) {
      if (sign === open) left.push(at)
      else if (left.pop() === undefined && !isItem(written, at)) closesMore = true
    }
    if (!isClosedLater && !opensNext)
      for (const at of left)
        if (isPlain(passage, at, inWords)) remark(passage, { start: at, end: at + 1 }, message)
    isClosedLater = closesMore || (isClosedLater && left.length === 0)
    opensNext = passage.text.trimStart().startsWith(open)
  }
}

/**
 * True for the `)` of a list sign: `a)`, `iv)`, `12)`. False for « un bus) » and « article 12) ».
 */
function isItem(text: string, at: number) {
  return ITEM.test(text.slice(Math.max(0, at - 5), at))
}

const ITEM = /(?:(?:^|[(«;:,\n]\s?)\d{1,3}|(?:^|[\s(«;:,])(?:\p{L}|[ivx]{2,4}))[°.]?$/u

function isPlain({ text }: Passage, at: number, inWords: RegExp) {
  return (
    inWords.test(text.slice(Math.max(0, at - 2), at + 3)) && !INTERVAL.test(text.slice(at, at + 40))
  )
}

/** A mathematical interval: `(0, 1]`, `(0 ; 1[`. */
const INTERVAL = /^\([^\s()]+\s?[,;]\s?[^\s()[\]]+[[\]]/
