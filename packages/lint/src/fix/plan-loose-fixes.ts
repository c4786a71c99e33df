import type { Document, Source } from '@cahier/core'
import { lintLooseText } from '../loose/lint-loose-text.ts'
import { bodyStartOf, readLooseText } from '../loose/read-loose-text.ts'
import { type Change, fixTexts, type Mendable } from './fix-texts.ts'
import type { Fixes, Refusal } from './fixes.ts'
import { fragmentsIn, movedAnchors } from './heading-anchors.ts'
import { type Before, bodyBefore, sameButProse } from './same-but-prose.ts'

/**
 * Mends loose Markdown texts: their prose and nothing else, heads left alone. A heading that some link of these texts leads to keeps its address, and so
 * stays as it is. With `rule`, that rule alone, even one that changes more than prose.
 */
export function planLooseFixes(sources: readonly Source[], rule = ''): Fixes {
  const texts = new Map(sources.map(({ path, text }) => [path, text]))
  const read = remembering((path: string, text: string) => readLooseText({ path, text }))
  const before = remembering((_: string, text: string) => bodyBefore(text, bodyStartOf(text)))
  let fragments: ReadonlySet<string> | undefined
  const mendable: Mendable = {
    texts,
    lint: (now, paths) => [...paths].flatMap((path) => lintLooseText(read(path, now.get(path) ?? ''), rule)),
    closed: () => null,
    check: (_, change) => {
      if (change.mends === 'tree') return rule === '' ? 'unasked' : fewerErrors(change, read, rule)
      const old = before(change.path, change.before)
      if (!keepsProse(old, change)) return 'tree'
      if (!touchesHeading(old, change)) return null
      fragments ??= fragmentsIn(texts.values())
      const moved = movedAnchors(change.before, change.after, old.bodyStart, bodyStartOf(change.after))
      return [...moved.keys()].some((slug) => fragments?.has(slug)) ? 'linked' : null
    },
  }
  return fixTexts(mendable)
}

function keepsProse(old: Before, { after, edits }: Change): boolean {
  return edits.every(({ start }) => start >= old.bodyStart) && sameButProse(old, after, bodyStartOf(after), edits)
}

function touchesHeading({ tree }: Before, { edits }: Change): boolean {
  const headings: { from: number; to: number }[] = []
  const visit = (node: Before['tree'] | Before['tree']['children'][number]): void => {
    if (node.type === 'heading') headings.push({ from: node.position?.start.offset ?? 0, to: node.position?.end.offset ?? 0 })
    else if ('children' in node) for (const child of node.children) visit(child as Before['tree']['children'][number])
  }
  visit(tree)
  return edits.some(({ start, end }) => headings.some(({ from, to }) => start <= to && end >= from))
}

function fewerErrors({ path, before, after }: Change, read: (path: string, text: string) => Document, rule: string): Refusal | null {
  const count = (text: string) => lintLooseText(read(path, text), rule).length
  return count(after) < count(before) ? null : 'error'
}

// The last reading alone: a check asks for one text many times, and a folder may hold ten thousand.
function remembering<T>(make: (path: string, text: string) => T): (path: string, text: string) => T {
  let last: { readonly path: string; readonly text: string; readonly made: T } | undefined
  return (path, text) => {
    if (last?.path !== path || last.text !== text) last = { path, text, made: make(path, text) }
    return last.made
  }
}
