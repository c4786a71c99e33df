import type { MessageData } from '@cahier/core'
import { type Change, changeableSpan, type Passage, sourceSpan } from '@cahier/prose'
import { placeIn } from '../document/places.ts'
import { codeOf } from '../document/shown-text.ts'
import type { PassageContext } from '../engine/rule.ts'
import { addressBefore } from './corrections-of.ts'

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

/**
 * The bounds of the word around `[from, to)` of a text, or of the two words on its sides.
 */
export function wordAround(
  text: string,
  from: number,
  to: number,
): { readonly from: number; readonly to: number } {
  let start = from
  while (start > 0 && from - start < LONGEST && PART.test(text[start - 1] as string)) start--
  let end = to
  while (end < text.length && end - to < LONGEST && PART.test(text[end] as string)) end++
  return { from: start, to: end }
}

// What one reads at a glance in a message.
const LONGEST = 30
const PART = /[\p{L}\p{M}\d’'°-]/u

/**
 * What to do for a space to be there, or none, in both languages: « mettez une espace insécable ».
 */
export function spaceOrder(code: string | undefined): { readonly fr: string; readonly en: string } {
  return ORDERS[code ?? ''] ?? { fr: 'mettez une espace', en: 'put a space' }
}

/** The name, in data, of the separator of two words: `none`, or the code of a space. */
export function spaceCode(space: string): string {
  return space === '' ? 'none' : codeOf(space)
}

const ORDERS: Readonly<Record<string, { readonly fr: string; readonly en: string } | undefined>> = {
  none: { fr: 'enlevez l’espace', en: 'remove the space' },
  'U+0020': { fr: 'mettez une espace ordinaire', en: 'put an ordinary space' },
  'U+00A0': { fr: 'mettez une espace insécable', en: 'put a no-break space' },
  'U+202F': { fr: 'mettez une espace fine insécable', en: 'put a narrow no-break space' },
}
