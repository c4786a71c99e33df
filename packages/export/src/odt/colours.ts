/** Ink: black for the text, and two quiet tints that keep a contrast of 4.5 to 1 on paper. */
export const colours = {
  quiet: '#6b6b6b',
  accent: '#7a2b1f',
  link: '#23405f',
  rule: '#b9b4ab',
} as const
