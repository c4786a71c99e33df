import type { Element, Root } from 'xast'

/** The outermost descendants of this name, in order. */
export function elementsIn(element: Element | Root, name: string): readonly Element[] {
  return element.children.flatMap((child) =>
    child.type !== 'element' ? [] : child.name === name ? [child] : elementsIn(child, name),
  )
}

/** The text of an element, a line for each paragraph, without comments. */
export function elementText(element: Element): string {
  return element.children
    .map((child) => {
      if (child.type === 'text') return child.value
      if (child.type !== 'element' || child.name === 'office:annotation') return ''
      if (child.name === 'text:line-break') return '\n'
      if (child.name === 'text:s' || child.name === 'text:tab') return ' '
      return child.name === 'text:p' ? `${elementText(child)}\n` : elementText(child)
    })
    .join('')
}

/** Deeper files could overflow the stack; word processors nest less. */
const MOST_DEEP = 200

/** @throws {RangeError} when `depth` would soon overflow the stack. */
export function refuseTooDeep(depth: number): void {
  if (depth > MOST_DEEP) throw new RangeError('nested too deep')
}

/** True when opening the document would fetch a file. Links to click do not count. */
export function fetchesElsewhere({ children }: Root | Element): boolean {
  return children.some(
    (child) =>
      child.type === 'element' &&
      ((!LINKS.has(child.name) && isFetched(child)) || fetchesElsewhere(child)),
  )
}

const LINKS: ReadonlySet<string> = new Set(['text:a', 'draw:a'])
const DATA_LINKS: ReadonlySet<string> = new Set(['office:dde-source', 'text:dde-connection-decl'])

function isFetched({ name, attributes }: Element) {
  const address = attributes['xlink:href'] ?? ''
  return (
    DATA_LINKS.has(name) ||
    (name === 'text:section-source' && address !== '') ||
    // Addresses inside the document do not match: `Pictures/a.png`, `./Object 1`, `#table`.
    /^(?:[a-z][a-z\d+.-]*:|\/|\.\.\/)/i.test(address)
  )
}
