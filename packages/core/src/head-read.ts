import type { Document, Json } from './document.ts'
import type { Finding } from './finding.ts'

/** What the head of a file gave, or a whole file of data. */
export interface HeadRead {
  readonly head: Json
  /** Given the text, which it does not keep. */
  readonly places: (text: string) => Document['places']
  readonly findings: readonly Finding[]
  /** `null` when the whole file is data. */
  readonly bodyStart: number | null
}
