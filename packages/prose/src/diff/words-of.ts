import { type Fineness, wordEnd, wordKey } from './word-end.ts'

/** A line that begins a block even right after text, such as a list item or a heading. */
const OPENS_BLOCK =
  /^[^|\n]*[^|\n\\]\|[^|\n]+\||^[ \t]*(?:[-*+][ \t]|\d{1,9}[.)][ \t]|#{1,6}[ \t]|>|\||```|~~~|\[[^\]]+\]:|-{3,}[ \t]*$|={3,}[ \t]*$|["']?[\w./@-]+["']?:(?:[ \t]|$)|:::|<\/?[a-z])/
const CLOSES_BLOCK = /^[ \t]*(?:#{1,6}[ \t]|```|~~~|-{3,}[ \t]*$)|^[^|\n]*\|[^|\n]+\|/
const QUOTE = /^[ \t]*(?:>[ \t]*)+/
const ROW = /^[ \t]*\||^[^|\n]*[^|\n\\]\|[^|\n]+\|/
const BREAK = /<\/?(?:br|p|div|li|[ou]l|d[dlt]|t[dhr]|h[1-6]|blockquote|summary|details)\s?\/?>$/i
const BREAK_LENGTH = '</blockquote />'.length
const FENCE = /^(?:```+|~~~+)$/

/**
 * Cuts a text into words, and numbers the block and sentence of each. A sentence ends at a stop or
 * an HTML line break, and with its block, table cell or line of code. `inCode`: the text begins
 * inside a fenced block.
 */
export function wordsOf(
  text: string,
  fineness: Fineness = 'words',
  inCode = false,
): readonly Word[] {
  const words: Word[] = []
  let block = 0
  let sentence = 0
  let spokenInSentence = false
  let isRow = ROW.test(lineAt(text, afterBlanks(text, 0)))
  let isCode = inCode
  let at = 0
  while (at <= text.length) {
    const start = afterBlanks(text, at)
    const gap = text.slice(at, start)
    const end = start === text.length ? start : wordEnd(text, start, fineness)
    const word = text.slice(start, end)
    if (FENCE.test(word) && (words.length === 0 || gap.includes('\n'))) isCode = !isCode
    if (words.length > 0) {
      if (word === '' || (gap.includes('\n') && opensBlock(text, at, start))) {
        block += 1
        sentence += 1
        spokenInSentence = false
        isRow = ROW.test(lineAt(text, start))
      } else if (isRow && word === '|') {
        sentence += 1
        spokenInSentence = false
      } else if (
        (spokenInSentence && endsSentence(words, gap, word)) ||
        (isCode && gap.includes('\n')) ||
        (text[at - 1] === '>' && BREAK.test(text.slice(Math.max(0, at - BREAK_LENGTH), at)))
      ) {
        sentence += 1
        spokenInSentence = false
      }
    }
    const spoken = word === '](' || /[\p{L}\p{N}]/u.test(word)
    spokenInSentence ||= /\p{L}\p{L}|\p{Lo}/u.test(word)
    words.push({
      key: word === '' ? '\0' : wordKey(word),
      gap,
      text: word,
      block,
      sentence,
      spoken,
    })
    if (start === text.length) break
    at = end
  }
  return words
}

function afterBlanks(text: string, from: number) {
  BLANKS.lastIndex = from
  BLANKS.test(text)
  return BLANKS.lastIndex
}

const BLANKS = /\s*/y

function opensBlock(text: string, from: number, to: number) {
  const breaks = text.slice(from, to).split('\n').length - 1
  if (breaks === 0) return false
  if (breaks > 1) return true
  const [before, line] = [text.slice(text.lastIndexOf('\n', from - 1) + 1, from), lineAt(text, to)]
  if (OPENS_BLOCK.test(line) && !continuesQuotation(before, line)) return true
  return CLOSES_BLOCK.test(before) || / {2}\r?\n/.test(text.slice(from, to))
}

function continuesQuotation(before: string, line: string) {
  const [sign, other] = [QUOTE.exec(before)?.[0], QUOTE.exec(line)?.[0]]
  if (sign === undefined || other?.replace(/[ \t]/g, '') !== sign.replace(/[ \t]/g, ''))
    return false
  const [text, next] = [before.slice(sign.length), line.slice(other.length)]
  return text !== '' && next.trim() !== '' && !OPENS_BLOCK.test(next) && !CLOSES_BLOCK.test(text)
}

function lineAt(text: string, place: number) {
  const end = text.indexOf('\n', place)
  return text.slice(
    place === 0 ? 0 : text.lastIndexOf('\n', place - 1) + 1,
    end < 0 ? text.length : end,
  )
}

/** The most closing brackets, quotes and note calls after the stop of a sentence. */
const MOST_CLOSERS = 30
/** Abbreviations that a capital may follow, in French and neighbouring languages. */
const ABBREVIATION = new RegExp(
  `^(?:${[
    '\\p{L}|St|art|al|cf|ex|no|pp|vol|prof|ing|rev|vs|e\\.g|i\\.e',
    'Mm?es?|Mlles?|MM|Mgr|Dr|Pr|Ste|éd|bd|boul|av|chap|coll|ibid|cit|à-d|env|gén|hab|réf|sect|janv|févr|juil|déc',
    'Mr|Mrs|Ms|Gov|Hon|approx',
    'Hr|Fr|Str|Mio|Mrd|Abs|Nr|Kap|bzw|evtl|exkl|ggf|inkl|sog|vgl|zzgl',
    'Sra?|Srta|Dra|Dña|Uds?|Excm[oa]|núm|págs?|sigg?|dott|avv|pag',
  ].join('|')})$`,
  'iu',
)
/**
 * Before a number, a word of at most this many letters with a stop is an abbreviation: `fig. 3`.
 */
const LONGEST_ABBREVIATION = 5
/** German words that may follow an ordinal number, as in `3. März`. */
const AFTER_ORDINAL =
  /^(?:Januar|Februar|März|April|Mai|Juni|Juli|August|September|Oktober|November|Dezember|Jahrhunderts?|Quartals?|Abschnitts?|Auflage|Tage?s?)$/
const BEFORE_ORDINAL = /^(?:am|im|vom|zum|zur|beim|der|das|dem)$/i

/** True when a sentence ends before `next`. Chinese and Japanese stops need no blank after them. */
function endsSentence(words: readonly Word[], gap: string, next: string) {
  let last = words.length - 1
  if (/^[\p{L}\p{N}]/u.test(words[last]?.text ?? '')) return false
  const first = Math.max(0, last - MOST_CLOSERS)
  while (last > first && /^[)»”"'’*_\]」』）]+$|^\]\($|^\[\^/u.test(words[last]?.text ?? ''))
    last -= 1
  const stop = words[last]?.text ?? ''
  if (/^[\p{Ll}」』）]/u.test(next)) return false
  if (/^[。！？]+$/u.test(stop)) return true
  if (gap === '' || !/^[.!?…]+$/u.test(stop)) return false
  return (
    stop !== '.' ||
    !(
      isAbbreviation(words[last - 1]?.text ?? '', next) ||
      isOrdinal(words[last - 2]?.text ?? '', words[last - 1]?.text ?? '', next)
    )
  )
}

function isAbbreviation(word: string, next: string) {
  if (ABBREVIATION.test(word)) return true
  return (
    /^[€%‰]/.test(next) ||
    (/^\d/.test(next) && word.length <= LONGEST_ABBREVIATION && /^\p{L}+$/u.test(word))
  )
}

function isOrdinal(before: string, word: string, next: string) {
  return (
    /^\d\d?$/.test(word) &&
    (AFTER_ORDINAL.test(next) || (BEFORE_ORDINAL.test(before) && /^\p{Lu}/u.test(next)))
  )
}

/**
 * A word or a punctuation mark, with the blanks before it (`gap`). All `gap` + `text`, joined, are
 * the text byte for byte. The last word is empty. `block` and `sentence` are rising numbers.
 */
export interface Word {
  /** The form to compare: without escapes, with plain apostrophes, quotes and blanks. */
  readonly key: string
  readonly gap: string
  readonly text: string
  readonly block: number
  readonly sentence: number
  /**
   * True for a word with a letter or digit, and for `](`. Edits of two amendments may conflict when
   * no such word separates them.
   */
  readonly spoken: boolean
}
