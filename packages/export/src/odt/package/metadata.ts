import type { Element } from 'xast'
import { x } from 'xastscript'
import type { Edition } from '../../edition/edition.ts'
import { writePrintedTexts } from '../../returned/printed-texts.ts'
import { namespaces } from './namespaces.ts'

/**
 * What `cahier-format` says: the way blocks are named and set. A returned document is read after
 * it.
 */
const odtFormat = '1'

/**
 * `meta.xml`: what the document is, and which edition it must be compared with when it comes back.
 * No date but the edition's.
 */
export function metadataPart(edition: Edition): Element {
  const dates =
    edition.date === ''
      ? []
      : ['meta:creation-date', 'dc:date'].map((name) => x(name, `${edition.date}T00:00:00`))
  const own = (name: string, value: string): Element =>
    x('meta:user-defined', { 'meta:name': name, 'meta:value-type': 'string' }, value)
  return x('office:document-meta', { ...namespaces, 'office:version': '1.3' }, [
    x('office:meta', [
      x('meta:generator', 'cahier'),
      x('dc:title', edition.title),
      ...(edition.subtitle === '' ? [] : [x('dc:subject', edition.subtitle)]),
      x('meta:initial-creator', edition.publisher),
      x('dc:creator', edition.publisher),
      ...dates,
      x('dc:language', edition.language),
      ...edition.chapters.map(({ title }) => x('meta:keyword', title)),
      own('cahier-format', odtFormat),
      own('cahier-identifier', edition.identifier),
      own('cahier-edition', edition.edition),
      own('cahier-kind', edition.kind),
      ...(writePrintedTexts(edition) === ''
        ? []
        : [own('cahier-texts', writePrintedTexts(edition))]),
      ...(edition.licence === '' ? [] : [own('cahier-licence', edition.licence)]),
    ]),
  ])
}
