import type { Document, Finding, Source } from '@cahier/core'
import { bodyStartOf, type Parser, parseMarkdown } from '@cahier/prose'
import type { Nodes } from 'mdast'
import { selectsOnlyRules } from '../engine/rule.ts'
import { type LooseScope, lintLooseText } from '../loose/lint-loose-text.ts'
import { readLooseText } from '../loose/read-loose-text.ts'
import { fixTexts, type TextFix } from './fix-texts.ts'
import { EVERYTHING, type FindingFilter, type Fixes, type Refused } from './fixes.ts'
import { fragmentsIn, movedAnchors } from './heading-anchors.ts'
import { sameButProse } from './same-but-prose.ts'

/** Options of `planLooseFixes`. */
export interface LooseFixScope extends LooseScope {
  /** The parser for linting; by default the reference parser. */
  readonly parse?: Parser
  /** The findings to fix; all when remaining out. */
  readonly wanted?: FindingFilter
  /** Other texts whose links may point to these. */
  readonly others?: () => Iterable<string>
}

/**
 * Fixes the prose of Markdown texts outside a programme, not their front matter. Headings with
 * links from these or the other texts stay. Rules that change more than prose fix only when asked
 * for by name.
 */
export function planLooseFixes(sources: readonly Source[], scope: LooseFixScope = {}): Fixes {
  const { others = () => [] } = scope
  const texts = new Map<string, string>()
  const fixed: Finding[] = []
  const remaining: Finding[] = []
  const refused: Refused[] = []
  let fragments: ReadonlySet<string> | undefined
  let around: ReadonlySet<string> | undefined
  const isLinked = (slug: string): boolean => {
    fragments ??= fragmentsIn(sources.map(({ text }) => text))
    if (fragments.has(slug)) return true
    around ??= fragmentsIn(others())
    return around.has(slug)
  }
  // One file at a time, to limit memory.
  for (const source of sources) {
    const fixes = fixOne(source, scope, isLinked)
    for (const [path, text] of fixes.texts) texts.set(path, text)
    for (const one of fixes.fixed) fixed.push(one)
    for (const one of fixes.remaining) remaining.push(one)
    for (const one of fixes.refused) refused.push(one)
  }
  return { texts, fixed, remaining, refused }
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
      if (change.editScope === 'tree')
        return !selectsOnlyRules(rule)
          ? 'unasked'
          : lint(after).length < lint(before).length
            ? null
            : 'error'
      if (!keepsProse(before, after, change)) return 'tree'
      return touchesHeading(before, change) &&
        [...movedAnchors(before, after).keys()].some(isLinked)
        ? 'linked'
        : null
    },
  })
}

function keepsProse(before: Document, after: Document, { edits }: TextFix): boolean {
  const bodyStart = bodyStartOf(before.text)
  return edits.every(({ start }) => start >= bodyStart) && sameButProse(before, after, edits)
}

function touchesHeading({ referenceBody }: Document, { edits }: TextFix): boolean {
  const headings: { readonly from: number; readonly to: number }[] = []
  const visit = (node: Nodes): void => {
    if (node.type === 'heading')
      headings.push({ from: node.position?.start.offset ?? 0, to: node.position?.end.offset ?? 0 })
    else if ('children' in node) for (const child of node.children) visit(child)
  }
  if (referenceBody !== null) visit(referenceBody.tree)
  return edits.some(({ start, end }) => headings.some(({ from, to }) => start <= to && end >= from))
}
