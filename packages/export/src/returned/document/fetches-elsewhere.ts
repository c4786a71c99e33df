import type { Element, Root } from 'xast'

/**
 * Whether a document would have something fetched from outside of itself: a picture by its address,
 * a section or data of another file. Links that a reader may follow are none.
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
