import type { Document } from '../model/document.ts'
import type { Finding, RuleMessages } from '../model/finding.ts'
import { placeAt } from '../model/place.ts'
import { wording } from '../model/wording.ts'

export const CONFLICT_RULE = 'structure/conflict'

export const conflictMessages: RuleMessages = {
  unsettled: wording(
    'ce fichier contient un conflit de fusion que personne n’a tranché : gardez l’une des deux versions, ou réunissez-les, puis enlevez les lignes « <<<<<<< », « ======= » et « >>>>>>> »',
    'this file holds a merge conflict that nobody has settled: keep one of the two versions, or put them together, then remove the lines “<<<<<<<”, “=======” and “>>>>>>>”',
  ),
}

/**
 * The finding on the first conflict mark of git, `<<<<<<< HEAD` or `>>>>>>> branch`, or null. A
 * line `=======` is ignored, since it may be a Markdown heading.
 */
export function conflictIn(
  path: string,
  text: string,
  lineStarts: readonly number[],
): Finding | null {
  if (!text.includes('<<<<<<<') && !text.includes('>>>>>>>')) return null
  const mark = /^(?:<{7}|>{7})(?:[ \t].*)?$/m.exec(text)
  if (mark === null) return null
  const place = placeAt(lineStarts, mark.index, mark.index + mark[0].length)
  return { rule: CONFLICT_RULE, severity: 'error', message: 'unsettled', data: {}, path, place }
}

export function isConflicting({ findings }: Pick<Document, 'findings'>): boolean {
  return findings.some(({ rule }) => rule === CONFLICT_RULE)
}
