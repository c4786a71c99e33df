import type { Span } from '@cahier/prose'
import type { Named } from '../names/name-uses.ts'

/** One thing that could be written in place of a stretch. */
export interface Completion extends Span {
  readonly label: string
  readonly sort: 'key' | 'value' | 'reference' | 'file' | 'section' | 'skeleton'
  /** A few words beside the label. */
  readonly detail: string
  /**
   * Markdown; `''` when there is nothing more to say, or when it is told of what is `named`, once
   * asked.
   */
  readonly documentation: string
  readonly named?: Named
  readonly text: string
  /** What a person may type to find it. */
  readonly found: string
}
