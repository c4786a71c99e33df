import { matchesIn } from '../matches-in.ts'
/** The numbers of the lines that look like the one between the head of a table and its rows. */
export function linesLikeRulers(text: string): Set<number> {
  const lines = new Set<number>()
  if (!text.includes('|') && !text.includes(':-') && !text.includes('-:')) return lines
  let line = 1
  let counted = 0
  for (const { 0: ruler, index } of matchesIn(text, RULER)) {
    if (!/[|:]/.test(ruler)) continue
    for (let at = text.indexOf('\n', counted); at >= 0 && at < index; at = text.indexOf('\n', at + 1)) line++
    counted = index
    lines.add(line)
  }
  return lines
}

const RULER = /^[ \t>]*(?:\|[ \t]*)?:?-+:?[ \t]*(?:\|[ \t]*:?-+:?[ \t]*)*(?:\|[ \t]*)?\r?$/gm
