import type { Messages } from '@cahier/core'
import { type Change, OBJECT, type Passage } from '@cahier/prose'

/**
 * The bare address that a change would lengthen, as it should be written; `''` when there is none.
 * For a forge an address ends at an ordinary space: a no-break one, or `…`, would be part of it.
 */
export function addressBefore({ written, text }: Passage, { start, text: put }: Change): string {
  if (ASCII_FIRST.test(put)) return ''
  let from = start
  while (from > 0 && !ENDS.has(written[from - 1] as string)) from--
  const found = ADDRESS.exec(written.slice(from, start))
  if (found === null) return ''
  const first = from + found.index
  let end = first
  while (text[end] === OBJECT) end++
  const address = written.slice(first, end)
  return address.startsWith('www.') ? `https://${address}` : address
}

const ENDS = new Set([' ', '\t', '\n', '<', OBJECT])
const ADDRESS = /(?:https?|ftp):\/\/|www\./
const ASCII_FIRST = /^(?:[\x00-\x7F]|$)/

/** What rules say of a space or of quotes that would stand there. */
export const BESIDE_ADDRESS = {
  besideAddress: {
    fr: ({ address }) =>
      `après une adresse nue, qui prendrait l’espace insécable pour elle, l’espace reste ordinaire : écrivez <${address}>`,
    en: ({ address }) =>
      `after a bare address, which would take in a no-break space, the space stays ordinary: write <${address}>`,
  },
} satisfies Messages
