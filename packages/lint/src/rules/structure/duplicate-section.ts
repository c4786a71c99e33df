import { placeOf } from '@cahier/core'
import { compareSections, headingTextPlace } from '../../document/compare-sections.ts'
import type { Rule } from '../../engine/rule.ts'

/** Reports a section written twice in a proposal. */
export const duplicateSection: Rule = {
  id: 'structure/duplicate-section',
  severity: 'error',
  messages: {
    twice: {
      fr: 'la section « {title} » est déjà écrite ligne {line} : réunissez les deux textes sous un seul titre',
      en: 'the section “{title}” is there already, on line {line}: bring both texts under one heading',
    },
  },
  document({ programme, document, report }) {
    for (const { section, term, first } of compareSections(document, programme.manifest)
      .duplicates) {
      const related = [{ place: placeOf(first.heading) }]
      report('twice', headingTextPlace(section), { title: term.title }, { related })
    }
  },
}
