import { type Document, lazily, memoize, slugOf } from '@cahier/core'
import { headingSlugs, matchesIn, plainHeadingSlugs, unfoldedText } from '@cahier/prose'

/** The names by which links find a place in a page. */
export interface PageAnchors {
  /** Of its headings, as forges make them, and those written in HTML or after a heading. */
  readonly names: ReadonlySet<string>
  /** Of its headings without markup: most of the others, without reading the page. */
  readonly plainNames: ReadonlySet<string>
  /**
   * Of its headings, as programs that make sites have them: without accents, a hyphen for each
   * apostrophe, or nothing as Python-Markdown.
   */
  readonly siteNames: ReadonlySet<string>
}

/** The names of a page, each kind gathered when it is first asked for. */
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

// Pages of other projects name their anchors in HTML, or after the heading.
const NAME = /=(?<=\s(?:id|name)\s*=)\s*["']?([^\s"'>]+)|\{[^}\n]*#([\w-]+)[^}\n]*\}/g

/**
 * Whether the fragment of an address, decoded, is one of the names that forges know: they fold
 * capitals, and have one for the top of each page and of a README; or one of those of sites.
 */
export function isNameIn({ names, siteNames }: PageAnchors, fragment: string): boolean {
  const isForge =
    names.has(fragment) ||
    names.has(fragment.toLowerCase()) ||
    fragment === 'top' ||
    fragment === 'readme'
  // Python-Markdown numbers headings that are alike with a low line.
  return isForge || siteNames.has(fragment) || siteNames.has(fragment.replace(/_\d+$/, ''))
}
