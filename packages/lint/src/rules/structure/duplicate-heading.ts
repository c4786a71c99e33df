import { placeOf } from '@cahier/core'
import { foldProse, plainText } from '@cahier/prose'
import type { Heading } from 'mdast'
import type { Rule } from '../../engine/rule.ts'

/**
 * Reports two equal headings of one level under the same parent: a table of contents or a link
 * could not distinguish them.
 */
export const duplicateHeading: Rule = {
  id: 'structure/duplicate-heading',
  severity: 'warning',
  fixed: false,
  inDraft: 'info',
  messages: {
    twice: {
      fr: 'le titre « {title} » est déjà écrit ligne {line} : changez l’un des deux, ou réunissez les textes',
      en: 'the heading “{title}” is there already, on line {line}: change one of them, or bring both texts together',
    },
  },
  text({ document, report }) {
    if (document.body === null || document.kind === 'amendment') return
    const headings = document.body.tree.children.filter(
      (node): node is Heading => node.type === 'heading',
    )
    const above: { readonly depth: number; readonly seen: Map<string, Heading> }[] = [
      { depth: 0, seen: new Map() },
    ]
    for (const heading of headings) {
      while ((above.at(-1)?.depth ?? 0) >= heading.depth) above.pop()
      const title = plainText(heading)
      const key = `${heading.depth} ${foldProse(title)}`
      const siblings = above.at(-1)?.seen
      const first = siblings?.get(key)
      if (first === undefined) siblings?.set(key, heading)
      // Sections written twice have their own rule. `:::` above a table of dashes looks like a
      // heading.
      else if (
        title !== '' &&
        !title.startsWith(':::') &&
        !(document.kind === 'proposal' && heading.depth === 2)
      ) {
        const place = placeOf(first)
        report(
          'twice',
          placeOf(heading),
          { title, line: place.start.line },
          { related: [{ path: document.path, place }] },
        )
      }
      above.push({ depth: heading.depth, seen: new Map() })
    }
  },
}
