import type { MessageData } from '@cahier/core'
import { type Change, changeableSpan, type Passage, sourceSpan } from '@cahier/prose'
import { placeIn } from './place-in.ts'
import type { PassageContext, ReportMore } from './rule.ts'
import { wordAround } from './word-around.ts'

/** Where a finding of typography is shown in a passage, and what it says. */
export interface Shown {
  readonly from: number
  readonly to: number
  readonly message: string
  readonly data: MessageData
  readonly severity?: ReportMore['severity']
}

/** Adds one finding that some changes of a passage would mend, all together. */
export function reportCorrection(
  passage: Passage,
  { document, report }: PassageContext,
  changes: readonly Change[],
  { from, to, message, data, severity }: Shown,
): void {
  const edits = changes.flatMap(({ start, end, text }) => {
    const span = changeableSpan(passage, start, end)
    return span === null ? [] : [{ path: document.path, ...span, text }]
  })
  const { start, end } = sourceSpan(passage, from, to)
  report(message, placeIn(document, start, end), data, { edits, ...(severity && { severity }) })
}

/** The same for a word that is written otherwise: the message is given the whole word as it is, and as it should be. */
export function reportWord(passage: Passage, context: PassageContext, change: Change, message: string): void {
  const { text } = passage
  const { from, to } = wordAround(text, change.start, change.end)
  const written = text.slice(from, to)
  const meant = text.slice(from, change.start) + change.text + text.slice(change.end, to)
  reportCorrection(passage, context, [change], { from, to, message, data: { written, meant } })
}
