import { type Document, editAt, type Place, placeOf } from '@cahier/core'
import type { RootContent } from 'mdast'
import { placeIn } from '../../document/places.ts'
import { sectionsOf } from '../../document/sections-of.ts'
import type { Rule } from '../../engine/rule.ts'

/** Reports section titles that are not level-2 headings. */
export const sectionLevel: Rule = {
  id: 'structure/section-level',
  severity: 'error',
  fixed: false,
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
    for (const { node, term } of sectionsOf(document, programme.manifest).misplaced) {
      const place = node.type === 'heading' ? placeOf(node) : firstLine(node, document)
      const edit = editAt(document.path, place, `## ${term.title}`)
      const isGlued = document.text[place.start.offset] === '#' && node.type !== 'heading'
      report(isGlued ? 'glued' : 'level', place, { title: term.title }, { edits: [edit] })
    }
  },
}

function firstLine(node: RootContent, document: Document): Place {
  const { start, end } = placeOf(node)
  const line = document.text.slice(start.offset, end.offset).split(/\r?\n/, 1)[0] as string
  return placeIn(document, start.offset, start.offset + line.length)
}
