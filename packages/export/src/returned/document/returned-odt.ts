import type { Element, Root } from 'xast'
import { type PrintedText, readPrintedTexts } from '../printed-texts.ts'
import { fetchesElsewhere } from './odt-elements.ts'
import type { OdtParagraph } from './odt-paragraph.ts'
import { paragraphsIn } from './odt-paragraphs.ts'
import { odtParts, type Unparted } from './odt-parts.ts'

/**
 * An OpenDocument text that was published, worked on and sent back, with all its changes accepted.
 */
export interface ReturnedOdt {
  /** What `publication.identifier` said; `''` when the document does not say. */
  readonly identifier: string
  readonly edition: string
  /** What kind of publication it is; whatever is no whole programme prints its texts in part. */
  readonly kind: string
  readonly texts: readonly PrintedText[]
  readonly paragraphs: readonly OdtParagraph[]
  /** Who recorded changes, and how many; in the order they come. */
  readonly authors: ReadonlyMap<string, number>
}

/**
 * Why a file is not one: it gives no parts, has some to be fetched elsewhere, or is one that
 * `cahier` did not publish.
 */
export type Unreturned = Unparted | 'external' | 'foreign'

/** What a document says of itself. */
export type Printed = Pick<ReturnedOdt, 'identifier' | 'edition' | 'kind' | 'texts'>

/**
 * Reads a document that comes back. It may come from anyone: nothing in it is run, fetched or
 * written to the disk. `sent` is what it said of itself when it left, for a word processor that
 * keeps nothing of it.
 */
export function readReturnedOdt(bytes: Uint8Array, sent?: Printed): ReturnedOdt | Unreturned {
  const parts = odtParts(bytes)
  if (typeof parts === 'string') return parts
  const { content, styles, meta, sizes } = parts
  if (fetchesElsewhere(content)) return 'external'
  const said = meta === null ? new Map<string, string>() : userDefined(meta)
  const isSaid = said.has('cahier-format')
  if (!isSaid && sent === undefined) return 'foreign'
  const read = paragraphsIn(content, styles, sizes)
  if (read === null) return 'tooLarge'
  const printed: Printed =
    !isSaid && sent !== undefined
      ? sent
      : {
          identifier: said.get('cahier-identifier') ?? '',
          edition: said.get('cahier-edition') ?? '',
          kind: said.get('cahier-kind') ?? '',
          texts: readPrintedTexts(said.get('cahier-texts') ?? ''),
        }
  const { identifier, edition, kind, texts } = printed
  return {
    identifier,
    edition,
    kind,
    texts,
    authors: read.authors,
    paragraphs: read.paragraphs.map(ownMarksIn(texts)),
  }
}

/**
 * What was pasted from another edition brings its bookmarks: a paragraph keeps those of the
 * proposals that its document prints.
 */
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

function userDefined(meta: Root): Map<string, string> {
  const found = new Map<string, string>()
  const visit = (node: Root | Element): void => {
    for (const child of node.children) {
      if (child.type !== 'element') continue
      if (child.name === 'meta:user-defined')
        found.set(
          child.attributes['meta:name'] ?? '',
          child.children.map((text) => (text.type === 'text' ? text.value : '')).join(''),
        )
      else visit(child)
    }
  }
  visit(meta)
  return found
}
