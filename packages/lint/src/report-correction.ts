import type { MessageData } from '@cahier/core'
import { type Change, changeableSpan, type Passage, sourceSpan } from '@cahier/prose'
import { addressBefore } from './address-before.ts'
import { placeIn } from './place-in.ts'
import type { PassageContext } from './rule.ts'
import { wordAround } from './word-around.ts'

/** Where a finding of typography is shown in a passage, and what it says. */
export interface Shown {
  readonly from: number
  readonly to: number
  readonly message: string
  readonly data: MessageData
}

/**
 * Adds one finding that some changes of a passage would fix, all together; beside a bare address
 * none would.
 */
export function reportCorrection(
  passage: Passage,
  { document, report }: PassageContext,
  changes: readonly Change[],
  { from, to, message, data }: Shown,
): void {
  const { start, end } = sourceSpan(passage, from, to)
  const place = placeIn(document, start, end)
  const address = changes.map((change) => addressBefore(passage, change)).find((one) => one !== '')
  if (address !== undefined) {
    report('besideAddress', place, { address })
    return
  }
  const edits = changes.flatMap(({ start, end, text }) => {
    const span = changeableSpan(passage, start, end)
    return span === null ? [] : [{ path: document.path, ...span, text }]
  })
  report(message, place, data, { edits })
}

/**
 * The same for a word that is written otherwise: the message is given the whole word as it is, and
 * as it should be.
 */
export function reportWord(
  passage: Passage,
  context: PassageContext,
  change: Change,
  message: string,
): void {
  const { text } = passage
  const { from, to } = wordAround(text, change.start, change.end)
  const written = text.slice(from, to)
  const meant = text.slice(from, change.start) + change.text + text.slice(change.end, to)
  reportCorrection(passage, context, [change], { from, to, message, data: { written, meant } })
}
