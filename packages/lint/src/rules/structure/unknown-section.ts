import { placeOf } from '@cahier/core'
import { compareSections, headingTextPlace } from '../../document/compare-sections.ts'
import type { Rule } from '../../engine/rule.ts'

/** Reports level-2 headings of a proposal that the manifest does not name. */
export const unknownSection: Rule = {
  id: 'structure/unknown-section',
  severity: 'error',
  fixes: true,
  messages: {
    unknownNear: {
      fr: 'il n’y a pas de section « {title} » : écrivez « ## {meant} »',
      en: 'there is no section “{title}”: write “## {meant}”',
    },
    unknown: {
      fr: 'il n’y a pas de section « {title} ». Prenez l’un de ces titres : {known} ; ou, pour un sous-titre, écrivez « ### {title} »',
      en: ({ title, known = '' }) =>
        `there is no section “${title}”. Use one of these titles: ${known.replaceAll('« ', '“').replaceAll(' »', '”')}; or, for a subheading, write “### ${title}”`,
    },
    unknownAbsent: {
      fr: 'il n’y a pas de section « {title} », et il manque « {absent} » : écrivez « ## {absent} » si c’est elle, « ### {title} » si c’est un sous-titre',
      en: 'there is no section “{title}”, and “{absent}” is missing: write “## {absent}” if this is it, “### {title}” for a subheading',
    },
    untitled: {
      fr: 'ce titre de section est vide : écrivez-le après « ## », ou enlevez la ligne',
      en: 'this section has an empty title: write it after “## ”, or remove the line',
    },
  },
  document({ programme, document, report }) {
    const { unknown, absent } = compareSections(document, programme.manifest)
    const [onlyAbsent, ...others] = absent.filter(
      (term) => !unknown.some(({ meant }) => meant === term),
    )
    for (const { section, meant } of unknown) {
      const title = section.title
      const place = headingTextPlace(section)
      if (title === '') report('untitled', placeOf(section.heading))
      else if (meant !== null)
        report('unknownNear', place, { title, meant: meant.title }, { text: meant.title })
      else if (onlyAbsent !== undefined && others.length === 0)
        report('unknownAbsent', place, { title, absent: onlyAbsent.title })
      else
        report('unknown', place, {
          title,
          known: programme.manifest.sections.map((term) => `« ${term.title} »`),
        })
    }
  },
}
