import { type Document, type Edit, placeOf, slugOf } from '@cahier/core'
import { plainText } from '@cahier/prose'
import type { Heading } from 'mdast'
import type { Rule } from '../../engine/rule.ts'

/**
 * Reports headings that skip a level (WCAG 2.2, technique G141): a screen reader user who jumps
 * between headings would miss one.
 */
export const headingLevel: Rule = {
  id: 'structure/heading-level',
  severity: 'warning',
  fixed: false,
  editScope: 'tree',
  inDraft: 'info',
  messages: {
    skip: {
      fr: '« {written} » saute un niveau, après un titre en « {before} » : écrivez « {meant} »',
      en: '“{written}” skips a level, after a heading in “{before}”: write “{meant}”',
    },
    second: {
      fr: 'le titre de ce texte est dans l’en-tête : commencez cette ligne par « ## » ou « ### », ou enlevez-la',
      en: 'the title of this text is in its head: begin this line with “##” or “###”, or remove it',
    },
  },
  text({ document, settings, report }) {
    if (document.body === null || document.kind === 'amendment') return
    const isTitled =
      document.head !== null &&
      (document.kind === 'proposal' || document.kind === 'axis' || document.kind === 'question')
    const headings = document.body.tree.children.filter(
      (node): node is Heading => node.type === 'heading',
    )
    // `structure/section-level` reports these.
    const misplaced = new Set(
      document.kind === 'proposal'
        ? settings.sections
            .map(({ title }) => slugOf(title))
            .filter((slug) => !isThere(slug, headings))
        : [],
    )
    let before = 0
    for (const [index, heading] of headings.entries()) {
      if (misplaced.size > 0 && heading.depth !== 2 && misplaced.has(slugOf(plainText(heading))))
        continue
      if (heading.depth === 1 && isTitled) report('second', placeOf(heading))
      else if (before > 0 && heading.depth > before + 1) {
        report(
          'skip',
          placeOf(heading),
          { written: signs(heading.depth), meant: signs(before + 1), before: signs(before) },
          { edits: raised(headings.slice(index), before, document) },
        )
      }
      before = heading.depth
    }
  },
}

function isThere(slug: string, headings: readonly Heading[]): boolean {
  return headings.some((heading) => heading.depth === 2 && slugOf(plainText(heading)) === slug)
}

/**
 * Edits that raise the first heading to the level below `before`, and those below it by as much;
 * none when a later heading lies between both levels.
 */
function raised(
  headings: readonly Heading[],
  before: number,
  { path, text }: Document,
): readonly Edit[] {
  const depth = headings[0]?.depth ?? 0
  const next = headings.findIndex((heading) => heading.depth < depth)
  if (next >= 0 && (headings[next] as Heading).depth > before) return []
  const run = (next < 0 ? headings : headings.slice(0, next)).map(
    (heading) => placeOf(heading).start.offset,
  )
  if (run.some((start) => text[start] !== '#')) return []
  return run.map((start) => ({ path, start, end: start + depth - before - 1, text: '' }))
}

function signs(depth: number): string {
  return '#'.repeat(depth)
}
