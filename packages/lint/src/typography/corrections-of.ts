import { memoize, type RuleMessages } from '@cahier/core'
import {
  type Change,
  type Correction,
  changeableSpan,
  corrections,
  frenchSpacing,
  OBJECT,
  type Passage,
  type Setting,
} from '@cahier/prose'
import type { Settings } from '../document/settings.ts'

/**
 * The typographic corrections of a passage (paragraph, heading, cell or field) that can be made in
 * its source. A pair of signs is corrected together or not at all. All typography rules share this
 * list: no two report the same place.
 */
export function correctionsOf(passage: Passage, settings: Settings): readonly Correction[] {
  const all = corrections(passage.text, settingOf(settings), passage.signs)
  if (all.length === 0) return all
  const { text } = passage
  // A plain `*` beside a new space could become emphasis.
  const isSign = (unit: string | undefined) => unit === '*' || unit === '_' || unit === '~'
  const isStuck = (correction: Correction) => {
    const { start, end, name } = correction
    // The rules of these two corrections have a message for a place beside an address.
    if (
      name !== 'punctuation-space' &&
      name !== 'quotes' &&
      addressBefore(passage, correction) !== ''
    )
      return true
    const span = changeableSpan(passage, start, end)
    if (span === null || isSign(text[start - 1]) || isSign(text[end])) return true
    // An insertion must be beside a character of the text, not between two Markdown marks.
    return (
      start === end &&
      passage.starts[start] !== span.start &&
      passage.starts[start - 1] !== span.start - 1
    )
  }
  const stuckPairs = new Set(
    all.flatMap((correction) =>
      correction.pair !== undefined && isStuck(correction) ? [correction.pair] : [],
    ),
  )
  return all.filter((correction) =>
    correction.pair === undefined ? !isStuck(correction) : !stuckPairs.has(correction.pair),
  )
}

const settingOf = memoize(
  ({ language, locale, punctuationSpace }: Settings): Setting => ({
    language,
    house: frenchSpacing(locale, punctuationSpace),
    keepsWords: false,
  }),
)

/**
 * The bare address just before a change, with its scheme. Sites such as GitHub would add the new
 * character (a no-break space, `…`) to the link. `''` when there is no address, or the character is
 * ASCII.
 */
export function addressBefore({ written, text }: Passage, { start, text: put }: Change): string {
  if (ASCII_FIRST.test(put)) return ''
  const from = Math.max(0, start - LONGEST)
  const found = ADDRESS.exec(written.slice(from, start))
  if (found === null) return ''
  const first = from + found.index
  let end = first
  while (text[end] === OBJECT) end++
  const address = written.slice(first, end)
  return address.startsWith('www.') ? `https://${address}` : address
}

/** In characters. */
const LONGEST = 2000
const ADDRESS = /(?:(?:https?|ftp):\/\/|www\.)[^ \t\n<\uFFFC]*$/
const ASCII_FIRST = /^(?:[\x00-\x7F]|$)/

export const BESIDE_ADDRESS = {
  besideAddress: {
    fr: 'après une adresse nue, qui prendrait l’espace insécable pour elle, l’espace reste ordinaire : écrivez <{address}>',
    en: 'after a bare address, which would take in a no-break space, the space stays ordinary: write <{address}>',
  },
} satisfies RuleMessages
