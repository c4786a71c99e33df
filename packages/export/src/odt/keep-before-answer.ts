import type { Element } from 'xast'
import { x } from 'xastscript'
import type { Desk } from './desk.ts'

/**
 * Keeps the last paragraph of each proposal on the page of the answer that it asks for.
 * Changes the elements in place; the desk remembers their styles.
 */
export function keepBeforeAnswer(elements: readonly Element[], { kept }: Desk): void {
  elements.forEach(({ attributes }, index) => {
    const last = /^b_\d+_answer$/.test(attributes['xml:id'] ?? '')
      ? lastParagraph(elements[index - 1])
      : undefined
    if (last === undefined) return
    const style = last.attributes['text:style-name'] ?? ''
    kept.add(style)
    last.attributes['text:style-name'] = keptStyle(style)
  })
}

/** The automatic styles of the paragraphs that were kept. */
export function keptStyles({ kept }: Desk): Element[] {
  return [...kept].map((style) =>
    x(
      'style:style',
      {
        'style:name': keptStyle(style),
        'style:family': 'paragraph',
        'style:parent-style-name': style,
      },
      [x('style:paragraph-properties', { 'fo:keep-with-next': 'always' })],
    ),
  )
}

function keptStyle(style: string): string {
  return `${style}.Kept`
}

/** The paragraph itself, or the last one of a list. A table has none. */
function lastParagraph(element: Element | undefined): Element | undefined {
  if (element?.name === 'text:p') return element
  if (element?.name !== 'text:list' && element?.name !== 'text:list-item') return undefined
  return lastParagraph(element.children.findLast((child) => child.type === 'element'))
}
