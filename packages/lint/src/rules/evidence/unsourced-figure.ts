import { chosenFigures } from '../../evidence/chosen-figures.ts'
import { factualBlocks } from '../../evidence/factual-blocks.ts'
import { FACTUAL, type Figure } from '../../evidence/figure.ts'
import { isWitnessed } from '../../evidence/is-witnessed.ts'
import type { Rule } from '../../rule.ts'

/**
 * A figure that says something of the world has a source in its paragraph. What a proposal sets
 * itself has none to give.
 */
export const unsourcedFigure: Rule = {
  id: 'evidence/unsourced-figure',
  severity: 'warning',
  fixed: false,
  amended: 'whole',
  inDraft: 'info',
  messages: {
    unsourced: {
      fr: ({ figure }) =>
        `d’où vient « ${figure} » ? Citez la source dans ce paragraphe, par [@identifiant]`,
      en: ({ figure }) =>
        `where does “${figure}” come from? Cite the source in this paragraph, with [@id]`,
    },
  },
  text({ document, settings, remark }) {
    const unsourced = factualBlocks(document, settings).filter(({ isSourced }) => !isSourced)
    if (unsourced.every(({ figures }) => figures.length === 0)) return
    const chosen = new Set(chosenFigures(document, settings).map(nameOf))
    for (const { figures } of unsourced) {
      const first = figures.find(
        (figure) =>
          FACTUAL.has(figure.kind) &&
          !figure.isChosen &&
          !isWitnessed(figure) &&
          !chosen.has(nameOf(figure)),
      )
      // One finding a paragraph: one source most often answers for all its figures.
      if (first !== undefined)
        remark(first.passage, first.start, first.end, 'unsourced', { figure: first.text })
    }
  },
}

function nameOf({ kind, value }: Figure): string {
  return `${kind} ${value}`
}
