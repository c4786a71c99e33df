import { type Document, memoize, stemOf } from '@cahier/core'
import { documentOf, textsAt } from '../../document/documents.ts'
import type { Report, Rule } from '../../engine/rule.ts'
import { type IdUse, idsIn } from '../../references/id-uses.ts'

/**
 * Reports proposals or sources that require or replace each other in a ring. Each ring is reported
 * once.
 */
export const cycle: Rule = {
  id: 'reference/cycle',
  severity: 'error',
  alwaysOn: true,
  messages: {
    itself: {
      fr: ({ key = '' }) =>
        `« ${key} » nomme ${key === 'superseded-by' ? 'la source' : 'la proposition'} elle-même : enlevez-la`,
      en: ({ key = '' }) =>
        `“${key}” names the ${key === 'superseded-by' ? 'source' : 'proposal'} itself: remove it`,
    },
    requires: {
      fr: 'ces propositions se supposent en rond : {ring}. Enlevez l’une d’elles d’une liste « requires »',
      en: 'these proposals require one another in a ring: {ring}. Remove one of them from a list “requires”',
    },
    'replaced-by': {
      fr: 'ces propositions se remplacent en rond : {ring}. Enlevez une des lignes « replaced-by »',
      en: 'these proposals replace one another in a ring: {ring}. Remove one of the lines “replaced-by”',
    },
    'superseded-by': {
      fr: 'ces sources se remplacent en rond : {ring}. Enlevez une des lignes « superseded-by »',
      en: 'these sources supersede one another in a ring: {ring}. Remove one of the lines “superseded-by”',
    },
  },
  document({ programme, document, report }) {
    if (document.kind === 'sources') {
      const heirs = heirsIn(document)
      const heirsOf = (id: string) => heirs.get(id) ?? []
      for (const id of heirs.keys()) reportRing('superseded-by', ringFrom(id, heirsOf), report)
    }
    if (document.kind !== 'proposal') return
    for (const [key, targetsIn] of PROPOSAL_LINKS) {
      const usesOf = (id: string) => {
        const file = documentOf(programme, 'proposal', id)
        return file === null ? [] : targetsIn(file)
      }
      reportRing(key, ringFrom(stemOf(document.path), usesOf), report)
    }
  },
}

function heirsIn(document: Document): ReadonlyMap<string, readonly IdUse[]> {
  return new Map(
    textsAt(document, '/*/id').map(({ value, pointer }) => [
      value,
      idsIn(document, pointer.replace(/id$/, 'superseded-by')),
    ]),
  )
}

const targetsAt = (pattern: string) => memoize((document: Document) => idsIn(document, pattern))

const PROPOSAL_LINKS = [
  ['requires', targetsAt('/requires/*')],
  ['replaced-by', targetsAt('/replaced-by')],
] as const

function reportRing(key: string, ring: readonly IdUse[], report: Report) {
  const [first] = ring
  if (first === undefined) return
  const ids = [ring.at(-1) as IdUse, ...ring].map(({ id }) => id)
  if (ring.length === 1) report('itself', first.place, { key })
  else report(key, first.place, { ring: ids.join(' → ') })
}

/**
 * The shortest ring of ids through `start`, or an empty list. A ring is found only from its
 * smallest id, so each ring is reported once.
 */
function ringFrom(start: string, usesOf: (id: string) => readonly IdUse[]): readonly IdUse[] {
  const seen = new Set<string>()
  let ways = usesOf(start).map((use): Way => ({ use, before: null }))
  while (ways.length > 0) {
    const ring = ways.find(({ use }) => use.id === start)
    if (ring !== undefined) return usesAlong(ring)
    ways = ways.flatMap((before) => {
      const { id } = before.use
      if (id < start || seen.has(id)) return []
      seen.add(id)
      return usesOf(id).map((use) => ({ use, before }))
    })
  }
  return []
}

interface Way {
  readonly use: IdUse
  readonly before: Way | null
}

function usesAlong(last: Way): readonly IdUse[] {
  const uses: IdUse[] = []
  for (let way: Way | null = last; way !== null; way = way.before) uses.unshift(way.use)
  return uses
}
