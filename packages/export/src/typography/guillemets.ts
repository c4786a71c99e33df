import type { Change } from './flat-text.ts'
import { NO_BREAK, SPACE } from './spaces.ts'

const SIGN = new RegExp(`«${SPACE}*|${SPACE}*»|${SPACE}*"${SPACE}*`, 'g')

/**
 * A no-break space inside « »; straight quotes become « », or “ ” within « ». They are paired over the whole block, and left alone when the
 * pairs are in doubt. A straight quote after a figure is an inch or a second, unless it closes a quotation.
 */
export function guillemets(text: string): Change[] {
  const straight = pairedQuotes(text)
  const changes: Change[] = []
  let depth = 0
  for (const match of text.matchAll(SIGN)) {
    const sign = match[0].trim()
    const start = match.index
    const end = start + match[0].length
    if (sign === '«') {
      depth++
      if (end < text.length && !'»\n'.includes(text[end] as string)) changes.push({ start, end, text: `«${NO_BREAK}` })
    } else if (sign === '»') {
      depth = Math.max(0, depth - 1)
      if (start > 0 && !'«\n'.includes(text[start - 1] as string)) changes.push({ start, end, text: `${NO_BREAK}»` })
    } else {
      const at = start + match[0].indexOf('"')
      const side = straight.get(at)
      if (side === 'open') changes.push({ start: at, end, text: depth > 0 ? '“' : `«${NO_BREAK}` })
      if (side === 'close') changes.push({ start, end: at + 1, text: depth > 0 ? '”' : `${NO_BREAK}»` })
    }
  }
  return changes.filter((change) => text.slice(change.start, change.end) !== change.text)
}

function pairedQuotes(text: string): ReadonlyMap<number, 'open' | 'close'> {
  const sides = new Map<number, 'open' | 'close'>()
  let open = false
  for (let at = text.indexOf('"'); at >= 0; at = text.indexOf('"', at + 1)) {
    const before = text[at - 1] ?? ' '
    const after = text[at + 1] ?? ' '
    if (!open && /\d/.test(before)) continue
    const fits = open ? /[\s.,;:!?)\]»”…\uFFFC]/.test(after) : /[\s([«“’'/–—]/.test(before)
    if (!fits) return new Map()
    sides.set(at, open ? 'close' : 'open')
    open = !open
  }
  return open ? new Map() : sides
}
