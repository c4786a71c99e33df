/** Cuts a text into lines of at most `width` ems, at ordinary spaces. An SVG does not wrap: letters are counted at their usual width in a roman face. */
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
  return [...lines, line]
}

function ems(text: string): number {
  let sum = 0
  for (const letter of text)
    sum += /[mwMW\u0153\u0152]/.test(letter) ? 0.85 : /[\p{Lu}]/u.test(letter) ? 0.7 : /[iljtf.,;:’'!\s]/.test(letter) ? 0.3 : 0.53
  return sum
}
