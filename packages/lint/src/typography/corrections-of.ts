import { type Messages, memoize } from '@cahier/core'
import {
  type Change,
  type Correction,
  changeableSpan,
  corrections,
  frenchHouse,
  OBJECT,
  type Passage,
  type Setting,
} from '@cahier/prose'
import type { Settings } from '../engine/settings.ts'

/**
 * What typography would change in a passage, where the source can be changed; pairs are whole. All
 * rules of typography look at it together, so that no two of them claim one place.
 */
export function correctionsOf(passage: Passage, settings: Settings): readonly Correction[] {
  const all = corrections(passage.text, settingOf(settings), passage.glance)
  if (all.length === 0) return all
  const { text } = passage
  // A sign of emphasis that is read as itself might open or close one beside a space.
  const isSign = (unit: string | undefined) => unit === '*' || unit === '_' || unit === '~'
  const isStuck = (correction: Correction) => {
    const { start, end, name } = correction
    // Spaces and quotes beside an address have a message of their own.
    if (
      name !== 'punctuation-space' &&
      name !== 'quotes' &&
      addressBefore(passage, correction) !== ''
    )
      return true
    const span = changeableSpan(passage, start, end)
    if (span === null || isSign(text[start - 1]) || isSign(text[end])) return true
    // Between two pieces of Markdown there is no text to add a space to.
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
    house: frenchHouse(locale, punctuationSpace),
    keepsWords: false,
  }),
)

/**
 * The bare address that a change would lengthen, as it should be written; `''` when there is none.
 * For a forge an address ends at an ordinary space: a no-break one, or `…`, would be part of it.
 */
export function addressBefore({ written, text }: Passage, { start, text: put }: Change): string {
  if (ASCII_FIRST.test(put)) return ''
  let from = start
  while (from > 0 && !ENDS.has(written[from - 1] as string)) from--
  const found = ADDRESS.exec(written.slice(from, start))
  if (found === null) return ''
  const first = from + found.index
  let end = first
  while (text[end] === OBJECT) end++
  const address = written.slice(first, end)
  return address.startsWith('www.') ? `https://${address}` : address
}

const ENDS = new Set([' ', '\t', '\n', '<', OBJECT])
const ADDRESS = /(?:https?|ftp):\/\/|www\./
const ASCII_FIRST = /^(?:[\x00-\x7F]|$)/

/** The message for a space or quotes that would be there. */
export const BESIDE_ADDRESS = {
  besideAddress: {
    fr: ({ address }) =>
      `après une adresse nue, qui prendrait l’espace insécable pour elle, l’espace reste ordinaire : écrivez <${address}>`,
    en: ({ address }) =>
      `after a bare address, which would take in a no-break space, the space stays ordinary: write <${address}>`,
  },
} satisfies Messages
