import { type Correction, changeableSpan, corrections, frenchHouse, type Passage, type TypographicName } from '@cahier/prose'
import type { Settings } from './settings.ts'

/** What typography would change in a passage on one subject, where the source can be changed; pairs are whole. */
export function correctionsOf(passage: Passage, settings: Settings, name: TypographicName): readonly Correction[] {
  return (known.get(passage) ?? remember(passage, settings)).filter((correction) => correction.name === name)
}

// All rules of typography look at the passage together, so that no two of them claim one place: it is done once for all of them.
const known = new WeakMap<Passage, readonly Correction[]>()

function remember(passage: Passage, { language, locale, punctuationSpace }: Settings): readonly Correction[] {
  const house = frenchHouse(locale, punctuationSpace)
  const all = corrections(passage.text, { language, house, keepsWords: false })
  const stuck = all.filter(({ start, end }) => changeableSpan(passage, start, end) === null)
  const free = all.filter(
    (correction) => !stuck.includes(correction) && !stuck.some(({ pair }) => pair !== undefined && pair === correction.pair),
  )
  known.set(passage, free)
  return free
}
