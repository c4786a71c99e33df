import type { Rule } from '../../engine/rule.ts'
import { factualBlocks } from '../../evidence/factual-blocks.ts'
import { contradictedBy } from '../../evidence/source-figures.ts'

/** Reports figures that differ from those of the cited source in `sources.yaml`. */
export const claim: Rule = {
  id: 'evidence/claim',
  severity: 'warning',
  inDraft: 'info',
  messages: {
    differs: {
      fr: '« {figure} » n’est pas ce que sources.yaml note de {keys} : {known}. Corrigez le texte, ou notez ce chiffre dans la source',
      en: '“{figure}” is not what sources.yaml notes of {keys}: {known}. Fix the text, or note this figure in the source',
    },
  },
  document({ programme, document, settings, report }) {
    for (const { figures } of factualBlocks(document, settings))
      for (const figure of figures) {
        const known = contradictedBy(figure, programme)
        if (known.length === 0) continue
        const texts = known.map(({ text, year }) => (year === null ? text : `${text} (${year})`))
        report('differs', figure.span, {
          figure: figure.text,
          keys: figure.keys.map((key) => `@${key}`),
          known: [...new Set(texts)].slice(0, 4),
        })
      }
  },
}
