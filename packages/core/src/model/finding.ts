import type { Edit } from './edit.ts'
import type { Place } from './place.ts'

export type Severity = 'error' | 'warning' | 'info'

/** What a message needs besides its id. */
export type MessageData = Readonly<Record<string, string | number | readonly string[]>>

/**
 * Every remark on the text. The sentence itself is made from `rule`, `message` and `data` by
 * `sentenceOf`, in the reader's language.
 */
export interface Finding {
  /** The rule that speaks, as `family/name`. */
  readonly rule: string
  readonly severity: Severity
  /** The id of the message among the rule's own. */
  readonly message: string
  readonly data: MessageData
  readonly path: string
  readonly place: Place
  readonly related?: readonly RelatedPlace[]
  /** Edits that would mend it, when that is safe. */
  readonly edits?: readonly Edit[]
}

/** Another place that helps to understand a finding: the first of two duplicates, say. */
export interface RelatedPlace {
  readonly path: string
  readonly place: Place
}
