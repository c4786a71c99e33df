import { distance } from 'fastest-levenshtein'

/** The name most likely meant, at most two slips away; `''` when none is. */
export function nearestName(written: string, names: readonly string[]): string {
  const ranked = names.map((name) => ({ name, slips: distance(written.toLowerCase(), name) })).sort((a, b) => a.slips - b.slips)
  const best = ranked[0]
  return best !== undefined && best.slips <= 2 && best.slips < best.name.length ? best.name : ''
}
