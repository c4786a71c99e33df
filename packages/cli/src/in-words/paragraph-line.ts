import type { Hunk } from '@cahier/prose'

/** A hunk in a paragraph, and the letter of the amendment it comes from. */
export interface LetteredHunk {
  readonly letter: string
  readonly hunk: Hunk
}

/**
 * A paragraph drawn as a line, `──A────BB──`: each letter stands where its amendment changes something, `*` where several do; what is
 * added after the paragraph stands past its end. `words` is how many words the paragraph has.
 */
export function paragraphLine(hunks: readonly LetteredHunk[], words: number, width: number): string {
  const cells: string[] = Array.from({ length: width }, () => '─')
  let past = ''
  for (const { letter, hunk } of hunks) {
    if (hunk.parts[0]?.between === true) {
      past += past.includes(letter) ? '' : letter
      continue
    }
    const [from, to] = hunk.tokens.map((token) => Math.floor((Math.min(Math.max(0, token), words) / Math.max(1, words)) * width)) as [
      number,
      number,
    ]
    for (let cell = Math.min(from, width - 1); cell < Math.min(width, Math.max(to, from + 1)); cell++) {
      cells[cell] = cells[cell] === '─' || cells[cell] === letter ? letter : '*'
    }
  }
  return `${cells.join('')}${past === '' ? '' : `┤${past}`}`
}
