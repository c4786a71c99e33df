import { memoize } from '@cahier/core'
import {
  type Correction,
  changeableSpan,
  corrections,
  frenchHouse,
  type Passage,
  type Setting,
} from '@cahier/prose'
import { addressBefore } from './address-before.ts'
import type { Settings } from './settings.ts'

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
    // Of spaces and quotes beside an address something is said.
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
