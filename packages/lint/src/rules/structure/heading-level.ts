import { type Place, placeOf, slugOf } from '@cahier/core'
import { plainText, type Splice } from '@cahier/prose'
import { headingsIn } from '../../document/compare-sections.ts'
import { isPrinted } from '../../document/documents.ts'
import type { Rule } from '../../engine/rule.ts'

/** Reports headings that skip a level (WCAG 2.2, technique G141). */
export const headingLevel: Rule = {
  id: 'structure/heading-level',
  severity: 'warning',
  fixes: true,
  editScope: 'tree',
  inDraft: 'info',
  messages: {
    skip: {
      fr: '« {written} » saute un niveau, après un titre en « {before} » : écrivez « {meant} »',
      en: '“{written}” skips a level, after a heading in “{before}”: write “{meant}”',
    },
    second: {
      fr: 'le titre de ce texte est dans l’en-tête : commencez cette ligne par « ## » ou « ### », ou enlevez-la',
      en: 'the title of this text is in its front matter: begin this line with “##” or “###”, or remove it',
    },
  },
  text({ document, settings, report }) {
    if (document.kind === 'amendment') return
    const isTitled = document.head !== null && isPrinted(document)
    // `structure/section-level` reports wrong levels of section titles.
    const titles = document.kind === 'proposal' ? settings.sections.map(({ title }) => title) : []
    const wanted = new Set(titles.map(slugOf))
    const headings = headingsIn(document).map((node) => ({
      place: placeOf(node),
      depth: node.depth,
      slug: wanted.size > 0 ? slugOf(plainText(node)) : '',
    }))
    for (const { depth, slug } of headings) if (depth === 2) wanted.delete(slug)
    let before = 0
    for (const [index, { place, depth, slug }] of headings.entries()) {
      if (depth !== 2 && wanted.has(slug)) continue
      if (depth === 1 && isTitled) report('second', place)
      else if (before > 0 && depth > before + 1) {
        const above = '#'.repeat(before)
        const data = { written: '#'.repeat(depth), meant: `${above}#`, before: above }
        report('skip', place, data, { edits: raised(headings.slice(index), before, document.text) })
      }
      before = depth
    }
  },
}

/**
 * The edits raise a heading and its subheadings by the same number of levels. The raised heading
 * must still have more `#` signs than the next heading that had fewer before. Otherwise, there is
 * no edit.
 */
function raised(
  headings: readonly { readonly depth: number; readonly place: Place }[],
  before: number,
  text: string,
): readonly Splice[] {
  const depth = headings[0]?.depth ?? 0
  const next = headings.findIndex((heading) => heading.depth < depth)
  if (next >= 0 && (headings[next]?.depth ?? 0) > before) return []
  const run = headings.slice(0, next < 0 ? undefined : next)
  const starts = run.map(({ place }) => place.start.offset)
  return starts.some((start) => text[start] !== '#')
    ? []
    : starts.map((start) => ({ start, end: start + depth - before - 1, text: '' }))
}
