import type { Terminal } from '../command.ts'
import { wrap } from '../wrap.ts'

/**
 * Two texts in two columns where the terminal is wide enough, else one under the other, the second
 * drawn back.
 */
export function sideBySide(
  left: string,
  right: string,
  { width }: Pick<Terminal, 'width'>,
): string {
  if (width < 80)
    return `${shifted(wrap(left, width - 2), '  ')}\n${shifted(wrap(right, width - 4), '  | ')}\n`
  const column = Math.floor((width - 5) / 2)
  const [lefts, rights] = [wrap(left, column).split('\n'), wrap(right, column).split('\n')]
  const rows = Array.from({ length: Math.max(lefts.length, rights.length) }, (_, row) => {
    const one = lefts[row] ?? ''
    return `  ${one}${' '.repeat(Math.max(0, column - [...one].length))} | ${rights[row] ?? ''}`.trimEnd()
  })
  return `${rows.join('\n')}\n`
}

function shifted(text: string, by: string): string {
  return text
    .split('\n')
    .map((line) => `${by}${line}`)
    .join('\n')
}
