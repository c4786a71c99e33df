import { signsIn } from '../signs-in.ts'
import { crowdedBlocks } from '../too-nested.ts'
import { isDoubtfulText, isLongToRead, oddMarks } from './doubtful-text.ts'
import { linesLikeRulers } from './lines-like-rulers.ts'
import { type VeiledText, veilCitations } from './veiled-citations.ts'

/** What is known of a text before the engine reads it. */
export interface ReadPlan {
  /** What the engine is given. */
  readonly veiled: VeiledText
  /**
   * Offsets at which it may read something otherwise than the reference does, in that block alone;
   * in order.
   */
  readonly uncertain: readonly number[]
  /** The numbers of the lines that look like rulers of tables. */
  readonly rulers: readonly number[]
}

/** How a text is to be read with the engine; `null` when only the reference can be sure of it. */
export function readPlan(text: string): ReadPlan | null {
  const signs = signsIn(text)
  if (
    isDoubtfulText(text, signs) ||
    isLongToRead(text, signs) ||
    crowdedBlocks(text, signs).length > 0
  )
    return null
  const veiled = veilCitations(text, signs)
  if (veiled === null) return null
  const uncertain = [...veiled.uncertain, ...oddMarks(text, signs)].sort(
    (one, other) => one - other,
  )
  return { veiled, uncertain, rulers: linesLikeRulers(text, signs) }
}
