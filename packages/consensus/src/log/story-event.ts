import type { Answer, Result, RulingKind, StanceKind } from '@cahier/core'

/**
 * Something that happened to a proposal on a day; members, recipients and amendments by their ids.
 */
export type StoryEvent = { readonly day: string } & StoryEventKind

export type StoryEventKind =
  /** Its file, and so its id, took another name. */
  | { readonly kind: 'renamed'; readonly from: string; readonly to: string }
  /**
   * `written`: the first text known; `text`: what members consent to changed, in these parts;
   * `reasons`: only the rest. `subject` is the first line of the message of the commit that brought
   * it.
   */
  | {
      readonly kind: 'text'
      readonly change: 'written' | 'text' | 'reasons'
      readonly parts: readonly string[]
      readonly subject: string
      /** Whether git holds it: what is in the folder only may still change. */
      readonly kept: boolean
    }
  | { readonly kind: 'amendment'; readonly amendment: string; readonly by: string }
  | {
      readonly kind: 'amended'
      readonly amendment: string
      readonly by: string
      readonly modified: boolean
    }
  | { readonly kind: 'opened'; readonly closes: string; readonly text: string }
  | {
      readonly kind: 'stance'
      readonly member: string
      readonly stance: StanceKind
      readonly text: string
      readonly argument: string
    }
  /** A member withdrew what it had said, `given` that day; only git remembers. */
  | {
      readonly kind: 'taken-back'
      readonly member: string
      readonly stance: StanceKind
      readonly given: string
    }
  | { readonly kind: 'final-period' }
  | {
      readonly kind: 'ruling'
      readonly member: string
      readonly ruling: RulingKind
      readonly reason: string
    }
  | { readonly kind: 'closed'; readonly opened: string; readonly result: Result }
  | { readonly kind: 'edition'; readonly edition: string }
  | { readonly kind: 'handed-over'; readonly recipient: string; readonly edition: string }
  | {
      readonly kind: 'answered'
      readonly recipient: string
      readonly answer: Answer['answer']
      readonly link: string
    }
  | { readonly kind: 'withdrawn'; readonly reason: string }
