import type { Span } from '@cahier/prose'
import type { Named } from '../names/name-uses.ts'

/** One completion: `text` replaces the span. */
export interface Completion extends Span {
  readonly label: string
  readonly sort: 'key' | 'value' | 'reference' | 'file' | 'section' | 'skeleton'
  /** A few words beside the label. */
  readonly detail: string
  /** In Markdown. When absent, the description of `named` is added later. */
  readonly documentation?: string
  readonly named?: Named
  readonly text: string
  /** The text that the editor compares with the typed letters. */
  readonly found: string
}

/** A completion that writes its label, and is found by its label and detail. */
export function completionOf(
  { start, end }: Span,
  sort: Completion['sort'],
  label: string,
  detail: string,
  more: Partial<Completion> = {},
): Completion {
  return { start, end, sort, label, detail, text: label, found: `${label} ${detail}`, ...more }
}
