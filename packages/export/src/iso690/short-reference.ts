import type { Language, Reference } from '@cahier/core'
import type { PhrasingContent } from 'mdast'
import { cslNames, yearOf } from './csl-item.ts'
import { shortNames } from './names.ts'
import { TERMS } from './terms.ts'
import { cslTitle } from './title.ts'

/** A reference in a note: « Insee, *Démarches en ligne*, 2022, p. 3 ». Its title is a link. */
export function shortReference(
  source: Reference,
  locator: string,
  language: Language,
): PhrasingContent[] {
  const { id, csl } = source
  const title = cslTitle(csl, 'short', language)
  const parts: PhrasingContent[][] = [
    shortNames(cslNames(csl, 'author'), language),
    [
      {
        type: 'crossReference',
        target: { kind: 'work', id },
        children: title.length > 0 ? title : [{ type: 'text', value: id }],
      },
    ],
    [{ type: 'text', value: yearOf(csl.issued) || TERMS[language].noDate.slice(1, -1) }],
    locator === '' ? [] : [{ type: 'text', value: locatorIn(locator, language) }],
  ]
  return parts
    .filter((part) => part.length > 0)
    .flatMap((part, index): PhrasingContent[] =>
      index === 0 ? part : [{ type: 'text', value: ', ' }, ...part],
    )
}

// As in pandoc, a bare number is a page.
function locatorIn(locator: string, language: Language): string {
  const { page, pages } = TERMS[language]
  if (!/^\d[\d\s,–-]*$/.test(locator)) return locator
  return `${/[,–-]/.test(locator) ? pages : page}\u00A0${locator}`
}
