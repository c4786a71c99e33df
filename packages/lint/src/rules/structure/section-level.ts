import { placeOf } from '@cahier/core'
import { compareSections } from '../../document/compare-sections.ts'
import type { Rule } from '../../engine/rule.ts'

/** Reports section titles that are not level-2 headings. */
export const sectionLevel: Rule = {
  id: 'structure/section-level',
  severity: 'error',
  fixes: true,
  messages: {
    level: {
      fr: 'le titre d’une section commence par deux dièses : écrivez « ## {title} »',
      en: 'the title of a section begins with two number signs: write “## {title}”',
    },
    glued: {
      fr: 'il faut deux dièses puis une espace pour que ce soit un titre : écrivez « ## {title} »',
      en: 'it takes two number signs and a space to make a heading: write “## {title}”',
    },
  },
  document({ programme, document, report }) {
    for (const { node, term } of compareSections(document, programme.manifest).misplaced) {
      const { start, end } = placeOf(node)
      const written = document.text.slice(start.offset, end.offset)
      const [line = ''] = node.type === 'heading' ? [written] : written.split(/\r?\n/, 1)
      const isGlued = node.type !== 'heading' && line.startsWith('#')
      const at = { start: start.offset, end: start.offset + line.length }
      const { title } = term
      report(isGlued ? 'glued' : 'level', at, { title }, { text: `## ${title}` })
    }
  },
}
