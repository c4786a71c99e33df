import type { MessageData } from '@cahier/core'
import { type Change, changeableSpan, type Passage, sourceSpan } from '@cahier/prose'
import { codeOf } from '../document/shown-text.ts'
import type { PassageContext } from '../engine/rule.ts'
import { addressBefore } from './corrections-of.ts'

/** A message, and the offsets that it shows; by default, from the first change to the last. */
interface ShownFinding {
  readonly from?: number
  readonly to?: number
  readonly message: string
  readonly data?: MessageData
}

/**
 * Reports one finding whose fix makes all these changes. Beside a bare address (`https://…`), the
 * finding has no edits and another message.
 */
export function reportCorrection(
  passage: Passage,
  { report }: PassageContext,
  changes: readonly Change[],
  { from = changes[0]?.start ?? 0, to = changes.at(-1)?.end ?? 0, message, data }: ShownFinding,
): void {
  const shown = sourceSpan(passage, from, to)
  const address = changes.map((change) => addressBefore(passage, change)).find((one) => one !== '')
  if (address !== undefined) report('besideAddress', shown, { address })
  else {
    const edits = changes.flatMap(({ start, end, text }) => {
      const span = changeableSpan(passage, start, end)
      return span === null ? [] : [{ ...span, text }]
    })
    report(message, shown, data, { edits })
  }
}

/**
 * Reports a change inside a word. The message receives the word before (`written`) and after the
 * change (`meant`).
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
 * The bounds of the word around `[from, to)`. For a space, the words on its two sides are included.
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

const LONGEST = 30
const PART = /[\p{L}\p{M}\d’'°-]/u

/**
 * The instruction for a space, in French and English: “put a no-break space”. `code` is given by
 * `spaceCode`.
 */
export function spaceInstruction(code: string | undefined): {
  readonly fr: string
  readonly en: string
} {
  return ORDERS[code ?? ''] ?? { fr: 'mettez une espace', en: 'put a space' }
}

/** The code of a space in the data of a message, such as `U+00A0`; `none` for no space. */
export function spaceCode(space: string): string {
  return space === '' ? 'none' : codeOf(space)
}

const ORDERS: Readonly<Record<string, { readonly fr: string; readonly en: string } | undefined>> = {
  none: { fr: 'enlevez l’espace', en: 'remove the space' },
  'U+0020': { fr: 'mettez une espace ordinaire', en: 'put an ordinary space' },
  'U+00A0': { fr: 'mettez une espace insécable', en: 'put a no-break space' },
  'U+202F': { fr: 'mettez une espace fine insécable', en: 'put a narrow no-break space' },
}
