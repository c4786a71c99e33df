import { type Correction, changeableSpan, corrections, frenchHouse, type Passage, type TypographicName } from '@cahier/prose'
import type { Settings } from './settings.ts'

/** What typography would change in a passage on one subject, where the source can be changed; pairs are whole. */
export function correctionsOf(passage: Passage, settings: Settings, name: TypographicName): readonly Correction[] {
  if (passage !== last.passage || settings !== last.settings) last = { passage, settings, made: freeCorrections(passage, settings) }
  return last.made.length === 0 ? last.made : last.made.filter((correction) => correction.name === name)
}

// All rules of typography look at the passage together, so that no two of them claim one place: it is done once for all of them, one after the other.
let last: { readonly passage: Passage | null; readonly settings: Settings | null; readonly made: readonly Correction[] } = {
  passage: null,
  settings: null,
  made: [],
}

function freeCorrections(passage: Passage, { language, locale, punctuationSpace }: Settings): readonly Correction[] {
  const house = frenchHouse(locale, punctuationSpace)
  const all = corrections(passage.text, { language, house, keepsWords: false })
  if (all.length === 0) return all
  const { text } = passage
  // A sign of emphasis that is read as itself might open or close one beside a space.
  const isSign = (unit: string | undefined) => unit === '*' || unit === '_' || unit === '~'
  const isStuck = ({ start, end }: Correction) => {
    const span = changeableSpan(passage, start, end)
    if (span === null || isSign(text[start - 1]) || isSign(text[end])) return true
    // Between two pieces of Markdown there is no text to add a space to.
    return start === end && passage.starts[start] !== span.start && passage.starts[start - 1] !== span.start - 1
  }
  const stuckPairs = new Set(all.flatMap((correction) => (correction.pair !== undefined && isStuck(correction) ? [correction.pair] : [])))
  return all.filter((correction) => (correction.pair === undefined ? !isStuck(correction) : !stuckPairs.has(correction.pair)))
}
