/**
 * The ids that the style sheets of a drawing refer to, by selector: `.class`, `#id`, an element’s
 * name, or `*` for a selector that may match anything.
 */
export function styleReferences(
  styles: readonly string[],
): ReadonlyMap<string, readonly (readonly string[])[]> {
  const references = new Map<string, (readonly string[])[]>()
  for (const css of styles)
    for (const block of plainCss(css).split('}')) {
      const heads = block.split('{')
      const ids = referencedIds(heads.pop() ?? '')
      if (ids.length === 0) continue
      for (const key of selectorKeys(heads.pop() ?? ''))
        references.set(key, [...(references.get(key) ?? []), ids])
    }
  return references
}

/** A style without comments, and without the signs `{`, `}` and `;` in its strings. */
export function plainCss(css: string): string {
  return css.replace(/\/\*[\s\S]*?(?:\*\/|$)|"[^"\n]*"|'[^'\n]*'/g, (part) =>
    part.startsWith('/*') ? ' ' : part.replace(/[{};]/g, ''),
  )
}

/** The ids in `url(#id)`, without duplicates. */
export function referencedIds(style: string): readonly string[] {
  const found = style.matchAll(/url\s*\(\s*["']?#([^"')\s]*)/gi)
  return [...new Set([...found].map(([, id = '']) => id))]
}

// The last name in a selector says what it matches. A selector without such a name gets `*`.
function selectorKeys(head: string): ReadonlySet<string> {
  const selectors = head.slice(head.lastIndexOf(';') + 1).trim()
  if (selectors.startsWith('@')) return new Set(['*'])
  return new Set(
    selectors
      .split(',')
      .map((one) => /(?:^|[\s>+~])([.#]?[\p{L}\p{N}_-]+)$/u.exec(one.trim())?.[1] ?? '*'),
  )
}
