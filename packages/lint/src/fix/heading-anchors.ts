import { type Document, decoded } from '@cahier/core'
import { headingSlugs } from '@cahier/prose'

/** The decoded fragments (`#…`) of all links in some texts, to any file. */
export function fragmentsIn(texts: Iterable<string>): ReadonlySet<string> {
  const fragments = new Set<string>()
  for (const text of texts)
    for (const [, fragment = ''] of text.matchAll(/#([^\s#()"'<>[\]]+)/g))
      fragments.add(decoded(fragment))
  return fragments
}

/**
 * The slugs of headings (their names in links) that a change removes, each with its new slug. When
 * the number of headings changed, no pair is certain: the new slug is `''`.
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
