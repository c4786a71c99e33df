import { type Document, lazily, memoize, slugOf } from '@cahier/core'
import { headingSlugs, matchesIn, plainHeadingSlugs, unfoldedText } from '@cahier/prose'

/** The names that links may use for places in a page. */
export interface PageAnchors {
  /** Slugs of headings as code hosts make them, and names set in HTML or after a heading. */
  readonly names: ReadonlySet<string>
  /** The slugs of the headings that contain no markup. They are found without parsing the page. */
  readonly plainNames: ReadonlySet<string>
  /** Slugs as site generators make them, such as `l-ete` or `lete` for “L’été”. */
  readonly siteNames: ReadonlySet<string>
}

/** The names of a page, computed when first read. */
export const pageAnchors = memoize((document: Document): PageAnchors => {
  const { text } = document
  const headings = () => (document.body === null ? new Map() : headingSlugs(document.body.tree))
  return lazily<PageAnchors>({
    names: () =>
      new Set([
        ...headings().keys(),
        ...matchesIn(text, NAME).map((match) => match[1] ?? match[2] ?? ''),
      ]),
    plainNames: () => plainHeadingSlugs(text),
    siteNames: () =>
      new Set(
        [...headings().values()].flatMap((heading) => {
          const words = unfoldedText(heading)
          return [slugOf(words), slugOf(words.replace(/['’]/g, ''))]
        }),
      ),
  })
})

// Names set in HTML, `id="name"`, or in braces after a heading, `{#name}`.
const NAME = /=(?<=\s(?:id|name)\s*=)\s*["']?([^\s"'>]+)|\{[^}\n]*#([\w-]+)[^}\n]*\}/g

/** Whether a decoded fragment (`#…`) names a place in a page. Code hosts ignore capitals. */
export function isNameIn(anchors: PageAnchors, fragment: string): boolean {
  const { names } = anchors
  const isForge =
    names.has(fragment) ||
    names.has(fragment.toLowerCase()) ||
    fragment === 'top' ||
    fragment === 'readme'
  // Python-Markdown numbers repeated headings: `_1`.
  return (
    isForge ||
    anchors.siteNames.has(fragment) ||
    anchors.siteNames.has(fragment.replace(/_\d+$/, ''))
  )
}
