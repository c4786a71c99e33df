import type { Element, ElementContent } from 'hast'
import { h } from 'hastscript'
import { hastText } from '../markup/mark-direction-and-language.ts'
import type { BookPage } from './book-page.ts'
import type { BookOutline } from './navigation.ts'

/** Characters of a page, the *feuillet* of French publishers. */
const feuillet = 1500

/**
 * Returns `mark`, which adds page breaks to a file, and `breaks`, the list of all breaks added. A
 * break is at the top of each file, then about every feuillet. Notes have no breaks.
 */
export function openPageBreaks(): {
  readonly mark: (page: BookPage) => BookPage
  readonly breaks: readonly BookOutline[]
} {
  const breaks: BookOutline[] = []
  return { mark, breaks }

  function mark(page: BookPage): BookPage {
    const nextBreak = (): Element => {
      const title = String(breaks.length + 1)
      const id = `page-${title}`
      breaks.push({ href: `${page.path}#${id}`, title })
      return h('span', { id, role: 'doc-pagebreak', 'epub:type': 'pagebreak', ariaLabel: title })
    }
    const [first, ...rest] = page.body
    if (first?.type !== 'element') return page
    const opening = nextBreak()
    const state: State = { letters: 0, held: false, nextBreak }
    return {
      ...page,
      body: [
        inside(opening, { ...first, children: walk(first.children, state) }),
        ...walk(rest, state),
      ],
    }
  }
}

interface State {
  letters: number
  /** True after a heading, where no break is added. */
  held: boolean
  readonly nextBreak: () => Element
}

function walk(nodes: readonly ElementContent[], state: State): ElementContent[] {
  return nodes.flatMap((node): ElementContent[] => {
    if (node.type !== 'element' || node.properties.role === 'doc-endnotes') return [node]
    if (holdsBlocks(node)) return [{ ...node, children: walk(node.children, state) }]
    const size = hastText(node).length
    const isHeading = /^h[1-6]$/.test(node.tagName)
    const over = state.letters + (isHeading ? size + feuillet / 10 : size / 2) > feuillet
    const breaks = over && state.letters > 0 && !state.held
    state.letters = breaks ? size : state.letters + size
    state.held = isHeading
    if (!breaks) return [node]
    // The break is inside the paragraph: between two paragraphs, it would change their spacing.
    return ['p', 'li', 'div'].includes(node.tagName)
      ? [inside(state.nextBreak(), node)]
      : [state.nextBreak(), node]
  })
}

function inside(mark: Element, element: Element) {
  return { ...element, children: [mark, ...element.children] }
}

function holdsBlocks({ tagName, properties }: Element) {
  return (
    ['section', 'article', 'ul', 'ol', 'blockquote'].includes(tagName) ||
    (tagName === 'div' && properties.className === undefined)
  )
}
