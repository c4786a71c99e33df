import { type Document, memoize, type Place, type Programme, stemOf } from '@cahier/core'
import { documentOf } from '../../document/documents.ts'
import { fieldsAt } from '../../document/fields-at.ts'
import type { Report, Rule } from '../../engine/rule.ts'
import { type IdUse, idsIn } from '../../references/id-uses.ts'

/**
 * Reports proposals that require or replace themselves, and sources that supersede themselves, also
 * through others; each ring once, on its smallest id.
 */
export const cycle: Rule = {
  id: 'reference/cycle',
  severity: 'error',
  fixed: true,
  messages: {
    itself: {
      fr: ({ key }) => `« ${key} » nomme ${OWN[key ?? '']?.fr} elle-même : enlevez-la`,
      en: ({ key }) => `“${key}” names the ${OWN[key ?? '']?.en} itself: remove it`,
    },
    requires: {
      fr: 'ces propositions se supposent en rond : {ring}. Enlevez l’une d’elles d’une liste « requires »',
      en: 'these proposals require one another in a ring: {ring}. Remove one of them from a list “requires”',
    },
    replaced: {
      fr: 'ces propositions se remplacent en rond : {ring}. Enlevez une des lignes « replaced-by »',
      en: 'these proposals replace one another in a ring: {ring}. Remove one of the lines “replaced-by”',
    },
    superseded: {
      fr: 'ces sources se remplacent en rond : {ring}. Enlevez une des lignes « superseded-by »',
      en: 'these sources supersede one another in a ring: {ring}. Remove one of the lines “superseded-by”',
    },
  },
  document({ programme, document, report }) {
    if (document.kind === 'sources') checkSources(document, report)
    if (document.kind !== 'proposal') return
    const id = stemOf(document.path)
    for (const [pattern, message, targetsOf] of WAYS) {
      const ring = shortestRing(programme, id, targetsOf)
      const first = idsIn(document, pattern).find((use) => use.id === ring[1])
      if (first !== undefined) reportRing(message, first.place, ring, report)
    }
  },
}

function checkSources(document: Document, report: Report): void {
  const heirs = new Map<string, IdUse>()
  for (const { key } of fieldsAt(document, '/*')) {
    const [[source], [heir]] = [
      idsIn(document, `/${key}/id`),
      idsIn(document, `/${key}/superseded-by`),
    ]
    if (source !== undefined && heir !== undefined) heirs.set(source.id, heir)
  }
  const seen = new Set<string>()
  for (const start of [...heirs.keys()].sort()) {
    const way: string[] = []
    let id: string | undefined = start
    for (; id !== undefined && !seen.has(id); id = heirs.get(id)?.id) {
      seen.add(id)
      way.push(id)
    }
    const at = id === undefined ? -1 : way.indexOf(id)
    const ring = at < 0 ? [] : [...way.slice(at), way[at] as string]
    const first = heirs.get(ring[0] ?? '')
    if (first !== undefined) reportRing('superseded', first.place, ring, report)
  }
}

function reportRing(
  message: keyof typeof KEYS,
  place: Place,
  ring: readonly string[],
  report: Report,
): void {
  if (ring.length === 2) report('itself', place, { key: KEYS[message] })
  else report(message, place, { ring: ring.join(' → ') })
}

const KEYS = { requires: 'requires', replaced: 'replaced-by', superseded: 'superseded-by' } as const
const OWN: Readonly<Record<string, { readonly fr: string; readonly en: string } | undefined>> = {
  requires: { fr: 'la proposition', en: 'proposal' },
  'replaced-by': { fr: 'la proposition', en: 'proposal' },
  'superseded-by': { fr: 'la source', en: 'source' },
}

const targetsAt = (pattern: string) =>
  memoize((document: Document): readonly string[] => idsIn(document, pattern).map(({ id }) => id))

/** The pattern of the ids, the message for a ring, and the ids in a proposal. */
const WAYS = [
  ['/requires/*', 'requires', targetsAt('/requires/*')],
  ['/replaced-by', 'replaced', targetsAt('/replaced-by')],
] as const

// Breadth first, through greater ids only: a ring with a smaller id is reported there.
function shortestRing(
  programme: Programme,
  start: string,
  targetsOf: (document: Document) => readonly string[],
): readonly string[] {
  const cameFrom = new Map<string, string>()
  let border = [start]
  while (border.length > 0) {
    const next: string[] = []
    for (const id of border) {
      const document = documentOf(programme, 'proposal', id)
      for (const target of document === null ? [] : targetsOf(document)) {
        if (target === start) return ringThrough(id, cameFrom, start)
        if (target > start && !cameFrom.has(target)) {
          cameFrom.set(target, id)
          next.push(target)
        }
      }
    }
    border = next
  }
  return []
}

function ringThrough(
  last: string,
  cameFrom: ReadonlyMap<string, string>,
  start: string,
): readonly string[] {
  const ring = [start]
  for (let id = last; id !== start; id = cameFrom.get(id) as string) ring.unshift(id)
  return [start, ...ring]
}
