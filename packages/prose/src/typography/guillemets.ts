import { matchesIn } from '../matches-in.ts'
import type { Change } from './change.ts'
import { type FrenchSpacing, SPACE } from './spaces.ts'

const SIGN = new RegExp(`«${SPACE}*|${SPACE}*»|"`, 'g')
const SPACES_BEFORE = new RegExp(`${SPACE}{0,9}$`)
const SPACES_AFTER = new RegExp(`${SPACE}*`, 'y')

/**
 * Puts a no-break space inside « », and replaces straight quotes by « », or by “ ” inside « ». No
 * straight quote changes when a pair is in doubt. After a figure, a quote is an inch or a second,
 * unless it closes a quotation.
 */
export function guillemets(
  text: string,
  { guillemet, accepted, fillsGuillemet }: FrenchSpacing,
): Change[] {
  const { sides } = pairedQuotes(text)
  const changes: Change[] = []
  const isRight = (space: string) =>
    space === guillemet || accepted.includes(space) || (space === '' && !fillsGuillemet)
  let depth = 0
  let pair = 0
  /** The end of the spaces after the last «. */
  let opened = -1
  for (const { 0: whole, index: start } of matchesIn(text, SIGN)) {
    const sign = whole.trim()
    const end = start + whole.length
    if (sign === '«') {
      depth++
      opened = end
      const next = text[end] ?? '\n'
      if (next !== '»' && next !== '\n' && sides.get(end) !== 'close' && !isRight(whole.slice(1)))
        changes.push({ start: start + 1, end, text: guillemet })
    } else if (sign === '»') {
      depth = Math.max(0, depth - 1)
      const last = text[start - 1] ?? '\n'
      if (
        start !== opened &&
        last !== '\n' &&
        sides.get(start - 1) !== 'open' &&
        !isRight(whole.slice(0, -1))
      )
        changes.push({ start, end: end - 1, text: guillemet })
    } else {
      const side = sides.get(start)
      if (side === 'open') {
        pair = start
        SPACES_AFTER.lastIndex = end
        const inside = SPACES_AFTER.exec(text)?.[0].length ?? 0
        changes.push({ start, end: end + inside, text: depth > 0 ? '“' : `«${guillemet}`, pair })
      }
      if (side === 'close') {
        const inside =
          SPACES_BEFORE.exec(text.slice(Math.max(changes.at(-1)?.end ?? 0, start - 9), start))?.[0]
            .length ?? 0
        changes.push({ start: start - inside, end, text: depth > 0 ? '”' : `${guillemet}»`, pair })
      }
    }
  }
  return changes
}

const CLOSES = /^[\p{L}.!?…]"(?:$|[\s.,;:!?)\]»”…])/u

/**
 * The side of each straight quote; none when a pair is in doubt. `lone`: the offset of an unpaired
 * quote, or -1.
 */
export function pairedQuotes(text: string): {
  readonly sides: ReadonlyMap<number, 'open' | 'close'>
  readonly lone: number
} {
  const sides = new Map<number, 'open' | 'close'>()
  const inDoubt = { sides: new Map(), lone: -1 }
  let open = -1
  for (let at = text.indexOf('"'); at >= 0; at = text.indexOf('"', at + 1)) {
    const before = text[at - 1] ?? ' '
    const after = text[at + 1] ?? ' '
    if (open < 0 && /\d/.test(before)) continue
    const fits =
      open < 0
        ? /[\s([«“’'/–—]/.test(before) && !/\n/.test(after)
        : /[\s.,;:!?)\]»”…\uFFFC]/.test(after) && !/\n/.test(before)
    if (!fits)
      return open < 0 && CLOSES.test(text.slice(at - 1, at + 2))
        ? { ...inDoubt, lone: at }
        : inDoubt
    sides.set(at, open < 0 ? 'open' : 'close')
    open = open < 0 ? at : -1
  }
  return open < 0 ? { sides, lone: -1 } : { ...inDoubt, lone: open }
}
