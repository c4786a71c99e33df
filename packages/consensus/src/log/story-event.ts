import type { Answer, Result, RulingKind, StanceKind } from '@cahier/core'

/** An event in the history of a proposal. Members, recipients and amendments are given by id. */
export type StoryEvent = { readonly day: string } & StoryEventKind

export type StoryEventKind =
  | { readonly kind: 'renamed'; readonly from: string; readonly to: string }
  /**
   * `written`: the first known text. `text`: the normative `parts` (those voted on) changed.
   * `reasons`: only other parts changed. `subject` is the first line of the commit message.
   */
  | {
      readonly kind: 'text'
      readonly change: 'written' | 'text' | 'reasons'
      readonly parts: readonly string[]
      readonly subject: string
      /** True when git has the text. A text that is only in the folder may still change. */
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
  /** A member withdrew the stance dated `given`. Only git records this. */
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
