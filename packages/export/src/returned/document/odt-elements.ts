import type { Element, Root } from 'xast'

/** The outermost descendants of this name. */
export function elementsIn(element: Element, name: string): readonly Element[] {
  return element.children.flatMap((child) =>
    child.type !== 'element' ? [] : child.name === name ? [child] : elementsIn(child, name),
  )
}

/** The text of an element, one line a paragraph, without comments. */
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

/** Word processors never nest deeper; a deeper file is made to exhaust the stack. */
const MOST_DEEP = 200

/**
 * @throws {RangeError} long before the stack overflows.
 */
export function refuseTooDeep(depth: number): void {
  if (depth > MOST_DEEP) throw TOO_DEEP
}

const TOO_DEEP = new RangeError('nested too deep')

/**
 * True when opening the document would fetch something: a picture by its address, a section or data
 * of another file. Links to follow do not count.
 */
export function fetchesElsewhere({ children }: Root | Element): boolean {
  return children.some(
    (child) =>
      child.type === 'element' &&
      ((!LINKS.has(child.name) && FETCHED.some((is) => is(child))) || fetchesElsewhere(child)),
  )
}

const LINKS: ReadonlySet<string> = new Set(['text:a', 'draw:a'])

const FETCHED: readonly ((element: Element) => boolean)[] = [
  // Parts of the document itself are named from where it begins: `Pictures/a.png`, `./Object 1`,
  // `#table`.
  ({ attributes }) => /^(?:[a-z][a-z\d+.-]*:|\/|\.\.\/)/i.test(attributes['xlink:href'] ?? ''),
  ({ name, attributes }) =>
    name === 'text:section-source' && (attributes['xlink:href'] ?? '') !== '',
  ({ name }) => name === 'office:dde-source' || name === 'text:dde-connection-decl',
]
