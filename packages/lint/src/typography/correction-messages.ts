import { type Message, wording } from '@cahier/core'
import type { Correction, Passage, Span } from '@cahier/prose'
import type { Rule } from '../engine/rule.ts'

/**
 * Returns the check `correction` of a rule that corrects words. `messageOf` names the message. In
 * its data, `meant` is the right word. `written`, which `remark` adds, is the wrong word.
 */
export function correctWord(
  messageOf: (correction: Correction) => string,
): NonNullable<Rule['correction']> {
  return (correction, passage, { remark }) => {
    const { text } = passage
    const { start, end } = wordAround(passage, correction)
    const before = text.slice(start, correction.start)
    const meant = before + correction.text + text.slice(correction.end, end)
    remark(passage, { start, end }, messageOf(correction), { meant }, [correction])
  }
}

/** The bounds of the word around a change; for a space, of the words on its two sides. */
export function wordAround({ text }: Passage, { start, end }: Span): Span {
  let from = start
  while (from > 0 && start - from < LONGEST && PART.test(text[from - 1] as string)) from--
  let to = end
  while (to < text.length && to - end < LONGEST && PART.test(text[to] as string)) to++
  return { start: from, end: to }
}

/** In characters. */
const LONGEST = 30
const PART = /[\p{L}\p{M}\d’'°-]/u

/**
 * A message in which `{space}` becomes an instruction, “put a no-break space”. `to` in the message
 * data is the right space; `''` removes the space.
 */
export function spaceMessage(fr: string, en: string): Message {
  const sentence = wording(fr, en)
  return {
    fr: (data) => sentence.fr({ ...data, space: ORDERS[data.to ?? '']?.fr ?? 'mettez une espace' }),
    en: (data) => sentence.en({ ...data, space: ORDERS[data.to ?? '']?.en ?? 'put a space' }),
  }
}

const ORDERS: Readonly<Record<string, { readonly fr: string; readonly en: string }>> = {
  '': { fr: 'enlevez l’espace', en: 'remove the space' },
  ' ': { fr: 'mettez une espace ordinaire', en: 'put an ordinary space' },
  '\u00A0': { fr: 'mettez une espace insécable', en: 'put a no-break space' },
  '\u202F': { fr: 'mettez une espace fine insécable', en: 'put a narrow no-break space' },
}
