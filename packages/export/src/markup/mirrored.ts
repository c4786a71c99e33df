/**
 * A stylesheet for pages that read from right to left: left and right change places, but where
 * Markdown itself aligns a column.
 */
export function mirrored(css: string): string {
  return css
    .replace(
      /"(?:[^"\\]|\\.)*"|\.right\{[^}]*\}|\b(?:left|right|ltr|rtl)\b/g,
      (word) => OTHER_SIDE[word] ?? word,
    )
    .replace(FOUR_SIDES, '$1$2 $5 $4 $3')
}

const OTHER_SIDE: Readonly<Record<string, string>> = {
  left: 'right',
  right: 'left',
  ltr: 'rtl',
  rtl: 'ltr',
}
const FOUR_SIDES = /((?:margin|padding):)([^\s;}]+) ([^\s;}]+) ([^\s;}]+) ([^\s;}]+)(?=[;}])/g
