import { type Document, lazily, placeOf, type Source } from '@cahier/core'
import { bodyStartOf, type Parser, parseMarkdown } from '@cahier/prose'
import { nodesOf } from '../document/nodes-of.ts'
import { selectsOnlyRules } from '../engine/rule.ts'
import { type LooseScope, lintLooseText } from '../loose/lint-loose-text.ts'
import { readLooseText } from '../loose/read-loose-text.ts'
import { fixTexts, type TextFix } from './fix-texts.ts'
import { EVERYTHING, type FindingFilter, type Fixes } from './fixes.ts'
import { fragmentsIn, movedAnchors } from './heading-anchors.ts'
import { sameButProse } from './same-but-prose.ts'

/** Options of `planLooseFixes`. */
export interface LooseFixScope extends LooseScope {
  readonly parse?: Parser
  readonly wanted?: FindingFilter
  /** Other texts: headings that they link to are not changed. */
  readonly others?: () => Iterable<string>
}

/**
 * Fixes the prose of Markdown texts outside a programme, not their front matter. A heading with a
 * link to it is not changed. Rules that change more than prose fix only when `scope.rule` names
 * them.
 */
export function planLooseFixes(sources: readonly Source[], scope: LooseFixScope = {}): Fixes {
  const fragments = lazily({
    own: () => fragmentsIn(sources.map(({ text }) => text)),
    others: () => fragmentsIn(scope.others?.() ?? []),
  })
  const isLinked = (slug: string) => fragments.own.has(slug) || fragments.others.has(slug)
  // One file at a time, to limit memory.
  const all = sources.map((source) => fixOne(source, scope, isLinked))
  return {
    texts: new Map(all.flatMap(({ texts }) => [...texts])),
    fixed: all.flatMap(({ fixed }) => fixed),
    remaining: all.flatMap(({ remaining }) => remaining),
    refused: all.flatMap(({ refused }) => refused),
  }
}

function fixOne(
  { path, text }: Source,
  scope: LooseFixScope,
  isLinked: (slug: string) => boolean,
): Fixes {
  const { rule = '', parse = parseMarkdown, wanted = EVERYTHING } = scope
  const lint = (document: Document) => lintLooseText(document, scope)
  const known = new Map([[text, readLooseText({ path, text }, parse)]])
  const read = (now: string): Document => {
    const document = known.get(now) ?? readLooseText({ path, text: now })
    if (known.size > 4) known.clear()
    known.set(now, document)
    return document
  }
  return fixTexts({
    texts: new Map([[path, text]]),
    lint: (now) => lint(read(now.get(path) ?? text)),
    wanted,
    closed: () => null,
    check: (_, change) => {
      const [before, after] = [read(change.before), read(change.after)]
      if (change.editScope === 'tree' && !selectsOnlyRules(rule)) return 'unasked'
      if (change.editScope === 'tree')
        return lint(after).length < lint(before).length ? null : 'error'
      if (!keepsProse(before, after, change)) return 'tree'
      const breaksLink =
        touchesHeading(before, change) && [...movedAnchors(before, after).keys()].some(isLinked)
      return breaksLink ? 'linked' : null
    },
  })
}

function keepsProse(before: Document, after: Document, { edits }: TextFix): boolean {
  const bodyStart = bodyStartOf(before.text)
  return edits.every(({ start }) => start >= bodyStart) && sameButProse(before, after, edits)
}

function touchesHeading(document: Document, { edits }: TextFix): boolean {
  return nodesOf(document, 'heading').some((heading) => {
    const { start, end } = placeOf(heading)
    return edits.some((edit) => edit.start <= end.offset && edit.end >= start.offset)
  })
}
