import { type Document, lineStartsOf, nearest, type Place, placeAt } from '@cahier/core'
import type { Citation } from '@cahier/prose'
import type { Rule } from '../../rule.ts'

/** Every citation names an entry of `sources.yaml`. */
export const source: Rule = {
  id: 'reference/source',
  severity: 'error',
  fixed: true,
  messages: {
    unknownNear: {
      fr: ({ key, meant }) => `aucune source « ${key} » dans sources.yaml : vouliez-vous citer « ${meant} » ?`,
      en: ({ key, meant }) => `no source “${key}” in sources.yaml: did you mean “${meant}”?`,
    },
    unknown: {
      fr: ({ key }) => `aucune source « ${key} » dans sources.yaml : ajoutez-la, ou corrigez la citation`,
      en: ({ key }) => `no source “${key}” in sources.yaml: add it, or mend the citation`,
    },
    malformed: {
      fr: ({ written }) => `« ${written} » n’est pas une citation : écrivez [@identifiant] ou [@identifiant, p. 12], et un point-virgule entre deux sources`,
      en: ({ written }) => `“${written}” is no citation: write [@id] or [@id, p. 12], and a semicolon between two sources`,
    },
  },
  nodes: {
    citation(node: Citation, { programme, document, report }) {
      for (const { key, locator, start, end } of node.items) {
        if (key === '') report('malformed', placeIn(document, start, end), { written: locator })
        else if (!programme.ids.sources.has(key)) {
          const meant = nearest(key, [...programme.ids.sources])
          const place = placeIn(document, start, end)
          if (meant === '') report('unknown', place, { key })
          else report('unknownNear', place, { key, meant }, { edits: [{ path: document.path, start, end, text: meant }] })
        }
      }
    },
  },
}

function placeIn(document: Document, start: number, end: number): Place {
  return placeAt(lineStartsOf(document.text), start, end)
}
