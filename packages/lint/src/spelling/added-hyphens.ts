import { matchesIn } from '@cahier/prose'
import type { SpelledOtherwise } from './spelled-otherwise.ts'

/**
 * Where a text has hyphens that French does not write, or one that takes something else with it: «
 * tout-à-fait », « y-a-t-il », « demie-heure ».
 */
export function addedHyphens(text: string): readonly SpelledOtherwise[] {
  if (!text.includes('-')) return []
  return matchesIn(text, HYPHEN).flatMap(({ index }) => {
    const from =
      index - (/[\p{L}]*$/u.exec(text.slice(Math.max(0, index - 10), index))?.[0].length ?? 0)
    const [written, verb] = ADDED.exec(text.slice(from, from + 24)) ?? []
    if (written === undefined) return []
    return [{ from, to: from + written.length, meant: rightly(written, verb) }]
  })
}

function rightly(written: string, verb: string | undefined): string {
  if (verb !== undefined) return written.replace('-', ' ')
  if (/^soit/i.test(written)) return written.replace('t-', '-')
  if (/^va/i.test(written)) return written.replace('-t-', '-t’')
  return /^demie/i.test(written) ? written.replace('e-', '-') : written.replaceAll('-', ' ')
}

// Asked first: most words with a hyphen have it by right.
const HYPHEN =
  /-(?=à-(?:fait|petit|jour|peu)|de-suite|et-à|sûr(?!\p{L})|même(?!\p{L})|a-t-|disant|t-en(?!\p{L})|heure|journée)(?<=(?:tout|petit|peu|mise|fur|bien|quand|y|soit|va|demie)-)/giu
const ADDED =
  /^(?:tout-(?:à-fait|de-suite)|petit-à-petit|peu-à-peu|mise-à-jour|fur-et-à-mesure|bien-sûr|quand-même|soit-disant|va-t-en|demie-(?:heure|journée)|(y)-a-t-(?:il|elle|on))(?![\p{L}\p{M}’'-])/iu
