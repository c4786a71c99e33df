import type { PrintedAmendment } from '../../edition/amendment.ts'
import type { Edition } from '../../edition/edition.ts'
import { nameAlone } from '../../edition/member.ts'
import { nodesAsText } from '../../edition/nodes.ts'

/** Who would change the text, when and why: what a word processor shows of a recorded change. */
export interface Authorship {
  readonly creator: string
  /** `YYYY-MM-DDThh:mm:ss` */
  readonly date: string
  /** One string a paragraph. */
  readonly reasons: readonly string[]
}

declare module 'mdast' {
  interface Data {
    /**
     * On an insertion, a deletion, or a paragraph that the text does not have yet: recorded as a
     * change, and not only shown.
     */
    change?: Authorship
  }
}

/**
 * The authorship of an amendment, the same for all its changes. One without a day bears that of the
 * edition: ODF wants one.
 */
export function authorshipOf(
  { byName, example, date, reasons }: PrintedAmendment,
  { date: published, words }: Edition,
): Authorship {
  return {
    creator: nameAlone(byName, example, words),
    date: `${date || published || '1980-01-01'}T00:00:00`,
    reasons: reasons.map((block) => nodesAsText([block])).filter((text) => text !== ''),
  }
}
