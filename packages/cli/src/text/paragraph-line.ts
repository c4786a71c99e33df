import type { Hunk } from '@cahier/prose'

/** A change (hunk) in a text, with the letter of its amendment. */
export interface LetteredHunk {
  readonly letter: string
  readonly hunk: Hunk
}

/**
 * Draws a paragraph of `words` words: `──A───*──┤B`. A letter is the amendment that changes those
 * words, `*` is several amendments. Amendments after `┤` add text after the paragraph.
 */
export function paragraphLine(
  hunks: readonly LetteredHunk[],
  words: number,
  width: number,
): string {
  const owners: string[] = Array.from({ length: width }, () => '─')
  const past = new Set<string>()
  for (const { letter, hunk } of hunks) {
    if (hunk.parts[0]?.between === true) {
      past.add(letter)
      continue
    }
    const [from, to] = hunk.wordsInBlock.map((token) =>
      Math.floor((Math.min(Math.max(0, token), words) / Math.max(1, words)) * width),
    ) as [number, number]
    const start = Math.min(from, width - letter.length)
    for (let cell = start; cell < Math.min(width, Math.max(to, start + letter.length)); cell++)
      owners[cell] = owners[cell] === '─' || owners[cell] === letter ? letter : '*'
  }
  const several = [...past].some((letter) => letter.length > 1)
  return `${drawn(owners)}${past.size === 0 ? '' : `┤${[...past].join(several ? ',' : '')}`}`
}

/** After `Z` comes `AA`, which fills two cells or more. In one cell, it becomes `*`. */
function drawn(owners: readonly string[]) {
  let line = ''
  for (let at = 0; at < owners.length; ) {
    const owner = owners[at] as string
    let end = at
    while (owners[end] === owner) end += 1
    line += end - at < owner.length ? '*' : owner.repeat(end - at).slice(0, end - at)
    at = end
  }
  return line
}
