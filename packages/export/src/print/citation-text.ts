import type { CitationItem } from '@cahier/prose'
import type { PhrasingContent } from 'mdast'
import { textNode } from '../edition/nodes.ts'
import { shortReference } from '../iso690/references.ts'
import { TERMS } from '../iso690/terms.ts'
import type { Typesetter } from './context.ts'

/**
 * The short references of a citation. The author is printed even for `-@key`, which asks to omit
 * it.
 */
export function citationText(
  items: readonly CitationItem[],
  { context, cite }: Typesetter,
): PhrasingContent[] {
  const terms = TERMS[context.language]
  return items.flatMap(({ key, locator }, index) => {
    const source = context.sources.get(key)
    const separator: PhrasingContent[] = index === 0 ? [] : [textNode(terms.semicolon)]
    if (source === undefined) {
      const words = [
        terms.unknown(key || locator),
        ...(key !== '' && locator !== '' ? [locator] : []),
      ].join(', ')
      return [...separator, textNode(words)]
    }
    cite(key)
    return [...separator, ...shortReference(source, locator, context.language)]
  })
}

/**
 * The key under which a `NoteBook` keeps the note of a citation. Citations of the same works and
 * pages share one note.
 */
export function citationKey(items: readonly CitationItem[]): string {
  return `cite ${JSON.stringify(items.map(({ key, locator }) => [key, locator]))}`
}
