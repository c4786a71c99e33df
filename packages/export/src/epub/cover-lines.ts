/** Cuts a text into lines of at most `width` ems, at ordinary spaces. An SVG does not wrap: letters are counted as wide as in the
 * widest of the usual roman faces. */
export function linesOf(text: string, width: number): string[] {
  const lines: string[] = []
  let line = ''
  for (const word of text.split(' ')) {
    const longer = line === '' ? word : `${line} ${word}`
    if (line !== '' && ems(longer) > width) {
      lines.push(line)
      line = word
    } else line = longer
  }
  return line === '' ? lines : [...lines, line]
}

/**
 * The largest of some sizes, largest first, at which every line holds in a block this wide and this
 * high; the last when none does.
 */
export function sizeFor(
  text: string,
  width: number,
  height: number,
  sizes: readonly number[],
): number {
  const fits = (size: number) => {
    const lines = linesOf(text, width / size)
    return (
      lines.length * size * leading <= height && lines.every((line) => ems(line) * size <= width)
    )
  }
  return sizes.find(fits) ?? sizes.at(-1) ?? 0
}

/** From one line of a title to the next, in ems. */
export const leading = 1.16

function ems(text: string): number {
  let sum = 0
  for (const letter of text)
    sum += /[mwMW\u0153\u0152]/.test(letter)
      ? 0.95
      : /[\p{Lu}]/u.test(letter)
        ? 0.76
        : /[iljtf.,;:’'!\s]/.test(letter)
          ? 0.36
          : 0.6
  return sum
}
