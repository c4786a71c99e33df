import { type Document, decoded } from '@cahier/core'
import { headingSlugs } from '@cahier/prose'

/**
 * The fragments that links of some texts ask for, whatever file they lead to and however they are
 * written: in Markdown or in HTML. Decoded.
 */
export function fragmentsIn(texts: Iterable<string>): ReadonlySet<string> {
  const fragments = new Set<string>()
  for (const text of texts)
    for (const [, fragment = ''] of text.matchAll(/#([^\s#()"'<>[\]]+)/g))
      fragments.add(decoded(fragment))
  return fragments
}

/**
 * The addresses of headings that a change takes away, each with the one that takes its place; `''`
 * when headings come or go, and none can be said to.
 */
export function movedAnchors(before: Document, after: Document): ReadonlyMap<string, string> {
  if (before.referenceBody === null || after.referenceBody === null) return new Map()
  const old = [...headingSlugs(before.referenceBody.tree).keys()]
  const young = [...headingSlugs(after.referenceBody.tree).keys()]
  const isPaired = old.length === young.length
  return new Map(
    old.flatMap((slug, at) => {
      if (isPaired ? slug === young[at] : young.includes(slug)) return []
      return [[slug, isPaired ? (young[at] ?? '') : ''] as const]
    }),
  )
}
