import { lineStartsOf, nearest, type Place, placeAt } from '@cahier/core'
import type { Citation } from '@cahier/prose'
import { idsIn } from '../../id-uses.ts'
import type { Rule, RuleContext } from '../../rule.ts'

/** Every citation, and every `superseded-by`, names an entry of `sources.yaml`. */
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
      fr: ({ key }) => `aucune source « ${key} » dans sources.yaml : ajoutez-la à ce fichier, ou citez-en une qui y est`,
      en: ({ key }) => `no source “${key}” in sources.yaml: add it to that file, or cite one that is there`,
    },
    malformed: {
      fr: ({ written }) => `« ${written} » n’est pas une citation : écrivez [@identifiant] ou [@identifiant, p. 12], et un point-virgule entre deux sources`,
      en: ({ written }) => `“${written}” is no citation: write [@id] or [@id, p. 12], and a semicolon between two sources`,
    },
  },
  document(context) {
    if (context.document.kind === 'sources') for (const { id, place } of idsIn(context.document, '/*/superseded-by')) check(context, id, place)
  },
  nodes: {
    citation(node: Citation, context) {
      const { document, report } = context
      for (const { key, locator, start, end } of node.items) {
        const place = placeAt(lineStartsOf(document.text), start, end)
        if (key === '') report('malformed', place, { written: locator })
        else check(context, key, place)
      }
    },
  },
}

function check({ programme, document, report }: RuleContext, key: string, place: Place): void {
  if (programme.ids.sources.has(key)) return
  const meant = nearest(key, [...programme.ids.sources])
  if (meant === '') report('unknown', place, { key })
  else report('unknownNear', place, { key, meant }, { edits: [{ path: document.path, start: place.start.offset, end: place.end.offset, text: meant }] })
}
