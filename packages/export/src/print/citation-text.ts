import type { CitationItem } from '@cahier/prose'
import type { PhrasingContent } from 'mdast'
import { shortReference } from '../iso690/short-reference.ts'
import { TERMS } from '../iso690/terms.ts'
import type { Press } from './press.ts'

/**
 * The works of one citation, one after the other, without a full stop. A note names its author even
 * where the sentence already does (`-@key`): notes are read apart from the text.
 */
export function citationText(
  items: readonly CitationItem[],
  { house, cite }: Press,
): PhrasingContent[] {
  const terms = TERMS[house.language]
  return items.flatMap(({ key, locator }, index) => {
    const source = house.sources.get(key)
    const separator: PhrasingContent[] =
      index === 0 ? [] : [{ type: 'text', value: terms.semicolon }]
    if (source === undefined) {
      const words = [
        terms.unknown(key || locator),
        ...(key !== '' && locator !== '' ? [locator] : []),
      ].join(', ')
      return [...separator, { type: 'text' as const, value: words }]
    }
    cite(key)
    return [...separator, ...shortReference(source, locator, house.language)]
  })
}

/** What makes two citations the same note: the same works at the same pages. */
export function citationKey(items: readonly CitationItem[]): string {
  return `cite ${JSON.stringify(items.map(({ key, locator }) => [key, locator]))}`
}
