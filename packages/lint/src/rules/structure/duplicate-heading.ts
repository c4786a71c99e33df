import { type Document, placeOf } from '@cahier/core'
import { foldProse, plainText } from '@cahier/prose'
import type { Heading } from 'mdast'
import { headingsIn } from '../../document/compare-sections.ts'
import type { Rule } from '../../engine/rule.ts'

/** Reports equal headings of one level under one parent: a link to them would be ambiguous. */
export const duplicateHeading: Rule = {
  id: 'structure/duplicate-heading',
  severity: 'warning',
  inDraft: 'info',
  messages: {
    twice: {
      fr: 'le titre « {title} » est déjà écrit ligne {line} : changez l’un des deux, ou réunissez les textes',
      en: 'the heading “{title}” is there already, on line {line}: change one of them, or bring both texts together',
    },
  },
  text({ document, report }) {
    if (document.kind === 'amendment') return
    const firsts = new Map<string, Heading>()
    const above: Heading[] = []
    for (const heading of headingsIn(document)) {
      while ((above.at(-1)?.depth ?? 0) >= heading.depth) above.pop()
      const parent = placeOf(above.at(-1) ?? {}).start.offset
      above.push(heading)
      const title = plainText(heading)
      // `structure/duplicate-section` reports sections. A line `:::` above dashes is parsed as a
      // heading, but is a mark of pandoc.
      if (title === '' || title.startsWith(':::') || isSection(heading, document)) continue
      const key = `${parent} ${heading.depth} ${foldProse(title)}`
      const first = firsts.get(key)
      if (first === undefined) firsts.set(key, heading)
      else report('twice', placeOf(heading), { title }, { related: [{ place: placeOf(first) }] })
    }
  },
}

function isSection({ depth }: Heading, { kind }: Document) {
  return kind === 'proposal' && depth === 2
}
