import { memoize } from '@cahier/core'
import type { Lexicon } from './lexicon.ts'

/** Cost of an ordinary slip (spelling or typing error): the likelier a slip, the lower its cost. */
export const SLIP = 6

/**
 * Costs of slips on one letter. A letter is given by its rank in the lexicon, and the last rank
 * stands for any other letter.
 */
export interface SlipCosts {
  /** One letter for another: `others[written * count + meant]`. */
  readonly others: Uint8Array
  /** Cost of a letter too many or missing. */
  readonly single: Uint8Array
  /** Cost of a last letter too many or missing. */
  readonly last: Uint8Array
  readonly count: number
}

export const slipCosts = memoize(({ letters }: Lexicon): SlipCosts => {
  const count = letters.length + 1
  const others = new Uint8Array(count * count).fill(SLIP)
  for (let written = 0; written < letters.length; written++)
    for (let meant = 0; meant < letters.length; meant++)
      others[written * count + meant] = otherLetter(
        letters[written] as string,
        letters[meant] as string,
      )
  const single = Uint8Array.from({ length: count }, (_, rank) => oneLetter(letters.charAt(rank)))
  const last = Uint8Array.from({ length: count }, (_, rank) =>
    SILENT_LAST.includes(letters.charAt(rank)) ? 4 : (single[rank] as number),
  )
  return { others, single, last, count }
})

/**
 * A wrong accent is the commonest slip, then a letter of similar sound or a neighbour on the
 * keyboard.
 */
function otherLetter(written: string, meant: string): number {
  if (written === meant) return 0
  if (bare(written) === bare(meant)) return ACCENT
  return NEIGHBOURS.get(written)?.includes(meant) || ALIKE.includes(written + meant) ? 5 : SLIP
}

function oneLetter(letter: string): number {
  if (letter === "'" || letter === '-') return 4
  return SILENT.includes(letter) ? 5 : SLIP
}

/** Cost of a wrong accent. */
export const ACCENT = 2

/** Cost of a single letter written twice, or of a double letter written once. */
export const DOUBLED = 3

/** Cost of two swapped letters. */
export const SWAPPED = 4

/** Cost of a group of letters for another of the same sound. */
export const SOUND = 4

/** Groups of letters with the same sound, in both directions. */
export const SOUNDS: readonly (readonly [written: string, meant: string])[] = (
  'ph/f qu/c qu/k qu/q ss/c ss/ç ai/é ai/è ai/ê ei/é au/o eau/o eau/au oe/œ ae/æ th/t ' +
  'ett/èt ell/èl enn/èn an/en am/em ein/in ain/in ct/x tion/ssion tion/sion nm/mm ' +
  'il/ill ge/j'
)
  .split(' ')
  .flatMap((pair): [string, string][] => {
    const [one = '', other = ''] = pair.split('/')
    return [
      [one, other],
      [other, one],
    ]
  })

function bare(letter: string) {
  return BARE[letter] ?? letter
}

const BARE: Readonly<Record<string, string>> = Object.fromEntries(
  'aàâä eéèêë iîï oôö uùûü cç yÿ AÀÂÄ EÉÈÊË IÎÏ OÔÖ UÙÛÜ CÇ'
    .split(' ')
    .flatMap((family) => [...family].map((letter) => [letter, family.charAt(0)])),
)
const SILENT = [...'cehsxtnmrl']
const SILENT_LAST = [...'esxt']
const ALIKE = 'iy yi sz zs gj jg cs sc mn nm dt td ck kc sx xs aà vw wv'.split(' ')
const NEIGHBOURS = neighbours(['azertyuiop', 'qsdfghjklm', 'wxcvbn'])

function neighbours(rows: readonly string[]): ReadonlyMap<string, string> {
  const found = new Map<string, string>()
  rows.forEach((row, rank) => {
    for (let at = 0; at < row.length; at++) {
      const above = rows[rank - 1]?.slice(Math.max(0, at - 1), at + 1) ?? ''
      const below = rows[rank + 1]?.slice(Math.max(0, at - 1), at + 1) ?? ''
      found.set(row[at] as string, (row[at - 1] ?? '') + (row[at + 1] ?? '') + above + below)
    }
  })
  return found
}
