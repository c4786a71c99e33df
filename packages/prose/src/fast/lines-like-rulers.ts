import type { TextSigns } from '../signs-in.ts'

/** The numbers of the lines that look like the one between the head of a table and its rows. */
export function linesLikeRulers(text: string, { rulers }: TextSigns): number[] {
  return rulers
    .filter(({ start, end }) => RULER.test(text.slice(start, end)))
    .map(({ line }) => line)
}

const RULER = /^[ \t>]*(?:\|[ \t]*)?:?-+:?[ \t]*(?:\|[ \t]*:?-+:?[ \t]*)*(?:\|[ \t]*)?$/
