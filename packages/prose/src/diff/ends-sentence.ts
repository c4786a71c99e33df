import { lettersEnd } from '../letters.ts'
import type { Word } from './word.ts'

/**
 * Signs that end what stands in brackets, quotes or emphasis, and calls of notes, after one stop:
 * more than any sentence ends with.
 */
const MOST_CLOSERS = 30
/**
 * Words cut short, before a name or anything else that begins with a capital, in the languages
 * around us.
 */
const CUT_SHORT = new RegExp(
  `^(?:${[
    '\\p{L}|St|art|al|cf|ex|no|pp|vol|prof|ing|rev|vs|e\\.g|i\\.e',
    'Mm?es?|Mlles?|MM|Mgr|Dr|Pr|Ste|éd|bd|boul|av|chap|coll|ibid|cit|à-d|env|gén|hab|réf|sect|janv|févr|juil|déc',
    'Mr|Mrs|Ms|Gov|Hon|approx',
    'Hr|Fr|Str|Mio|Mrd|Abs|Nr|Kap|bzw|evtl|exkl|ggf|inkl|sog|vgl|zzgl',
    'Sra?|Srta|Dra|Dña|Uds?|Excm[oa]|núm|págs?|sigg?|dott|avv|pag',
  ].join('|')})$`,
  'iu',
)
/** The longest word that may be cut short before a figure: `fig. 3`, `tabl. 3`, `Sept. 5`. */
const SHORTEST = 5
/** German writes *third* as `3.`, here before what is counted so. */
const AFTER_ORDINAL =
  /^(?:Januar|Februar|März|April|Mai|Juni|Juli|August|September|Oktober|November|Dezember|Jahrhunderts?|Quartals?|Abschnitts?|Auflage|Tage?s?)$/
const BEFORE_ORDINAL = /^(?:am|im|vom|zum|zur|beim|der|das|dem)$/i

/**
 * Whether a sentence ends before a word: at a stop followed by a blank and by something other than
 * a small letter, or at a Chinese or Japanese one; not after a word cut short, nor after a number
 * that German makes an ordinal.
 */
export function endsSentence(words: readonly Word[], gap: string, next: string): boolean {
  let last = words.length - 1
  // As most do: no sign that ends a sentence, or stands after its end, begins with a letter.
  if (lettersEnd(words[last]?.text ?? '', 0) > 0) return false
  const first = Math.max(0, last - MOST_CLOSERS)
  while (last > first && /^[)»”"'’*_\]」』）]+$|^\]\($|^\[\^/u.test(words[last]?.text ?? ''))
    last -= 1
  const stop = words[last]?.text ?? ''
  if (/^[\p{Ll}」』）]/u.test(next)) return false
  // Where words are not parted by blanks, sentences are not either.
  if (/^[。！？]+$/u.test(stop)) return true
  if (gap === '' || !/^[.!?…]+$/u.test(stop)) return false
  return (
    stop !== '.' ||
    !(
      isCutShort(words[last - 1]?.text ?? '', next) ||
      isOrdinal(words[last - 2]?.text ?? '', words[last - 1]?.text ?? '', next)
    )
  )
}

function isCutShort(word: string, next: string): boolean {
  if (CUT_SHORT.test(word)) return true
  return (
    /^[€%‰]/.test(next) || (/^\d/.test(next) && word.length <= SHORTEST && /^\p{L}+$/u.test(word))
  )
}

function isOrdinal(before: string, word: string, next: string): boolean {
  return (
    /^\d\d?$/.test(word) &&
    (AFTER_ORDINAL.test(next) || (BEFORE_ORDINAL.test(before) && /^\p{Lu}/u.test(next)))
  )
}
