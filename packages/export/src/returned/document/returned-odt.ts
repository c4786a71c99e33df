import type { Root } from 'xast'
import { type PrintedText, readPrintedTexts } from '../printed-texts.ts'
import { elementsIn, elementText, fetchesElsewhere } from './odt-elements.ts'
import type { OdtParagraph } from './odt-paragraph.ts'
import { paragraphsIn } from './odt-paragraphs.ts'
import { type OdtRefusal, odtParts } from './odt-parts.ts'

/** A published OpenDocument text, returned after edits, with tracked changes accepted. */
export interface ReturnedOdt {
  /** `publication.identifier` of the manifest; empty when the document has none. */
  readonly identifier: string
  readonly edition: string
  readonly kind: string
  readonly texts: readonly PrintedText[]
  readonly paragraphs: readonly OdtParagraph[]
  /** The number of tracked changes by author. */
  readonly authors: ReadonlyMap<string, number>
}

/** Why a document was refused: `external` content, or `foreign`, not published by `cahier`. */
export type ReturnRefusal = OdtRefusal | 'external' | 'foreign'

/** The metadata that `cahier` writes into a document. */
export type EditionMetadata = Pick<ReturnedOdt, 'identifier' | 'edition' | 'kind' | 'texts'>

/**
 * Reads a returned document, which is untrusted: nothing is run, fetched or written. `sent` is the
 * published metadata, used when a word processor dropped it.
 */
export function readReturnedOdt(
  bytes: Uint8Array,
  sent?: EditionMetadata,
): ReturnedOdt | ReturnRefusal {
  const parts = odtParts(bytes)
  if (typeof parts === 'string') return parts
  const { content, styles, meta, sizes } = parts
  if (fetchesElsewhere(content)) return 'external'
  const metadata = userDefined(meta)
  const field = (name: string) => metadata.get(`cahier-${name}`) ?? ''
  const published: EditionMetadata | undefined = metadata.has('cahier-format')
    ? {
        identifier: field('identifier'),
        edition: field('edition'),
        kind: field('kind'),
        texts: readPrintedTexts(field('texts')),
      }
    : sent
  if (published === undefined) return 'foreign'
  const read = paragraphsIn(content, styles, sizes)
  if (read === null) return 'tooLarge'
  const { identifier, edition, kind, texts } = published
  return {
    identifier,
    edition,
    kind,
    texts,
    authors: read.authors,
    paragraphs: read.paragraphs.map(ownMarksIn(texts)),
  }
}

/** Returns a function that removes bookmarks of proposals not in `texts`, from pasted words. */
function ownMarksIn(texts: readonly PrintedText[]): (paragraph: OdtParagraph) => OdtParagraph {
  const prefixes = new Set(texts.map(({ prefix }) => prefix))
  const isOwn = (name: string): boolean => {
    const [, proposal] = /^(b_\d+)_/.exec(name) ?? []
    return proposal === undefined || prefixes.has(proposal)
  }
  const ownOf = (marks: OdtParagraph['starts']) => marks.filter(({ name }) => isOwn(name))
  return ({ id, starts, ends, ...paragraph }) => ({
    ...paragraph,
    id: isOwn(id) ? id : '',
    starts: ownOf(starts),
    ends: ownOf(ends),
  })
}

function userDefined(meta: Root | null): ReadonlyMap<string, string> {
  return new Map(
    (meta === null ? [] : elementsIn(meta, 'meta:user-defined')).map((field) => [
      field.attributes['meta:name'] ?? '',
      elementText(field),
    ]),
  )
}
