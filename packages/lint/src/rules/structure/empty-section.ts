import { wordSet } from '@cahier/core'
import { isOurComment } from '@cahier/prose'
import type { RootContent } from 'mdast'
import { compareSections, headingTextPlace } from '../../document/compare-sections.ts'
import type { Rule } from '../../engine/rule.ts'

/** Reports empty sections of a proposal. */
export const emptySection: Rule = {
  id: 'structure/empty-section',
  severity: 'error',
  messages: {
    empty: {
      fr: 'la section « {title} » est vide : écrivez-la, ou enlevez son titre',
      en: 'the section “{title}” is empty: write it, or remove its heading',
    },
  },
  document({ programme, document, report }) {
    const { known, duplicates } = compareSections(document, programme.manifest)
    for (const { section, term } of known) {
      const isTwice = duplicates.some((duplicate) => duplicate.term === term)
      if (!isTwice && !section.nodes.some(saysSomething))
        report('empty', headingTextPlace(section), { title: term.title })
    }
  },
}

const SILENT = wordSet('heading definition footnoteDefinition thematicBreak')

function saysSomething(node: RootContent) {
  return node.type === 'html' ? !isOurComment(node.value) : !SILENT.has(node.type)
}
