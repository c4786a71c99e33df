import type { Element, Root } from 'xast'
import { fromXml } from 'xast-util-from-xml'
import { leadsOutside } from '../bundle/check-sums.ts'
import { unzipped } from '../bundle/unzipped.ts'
import { fetchesElsewhere } from './fetches-elsewhere.ts'
import { type OdtParagraph, paragraphsIn } from './odt-paragraphs.ts'
import { type PrintedText, readPrintedTexts } from './printed-texts.ts'

/** An OpenDocument text that was published, worked on and sent back, with all its changes accepted. */
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
 * Why a file is not one: no archive or no OpenDocument text, larger than any, behind a password, made with what no office writes (a file
 * that leads outside, one twice, a declaration of entities), with parts to be fetched elsewhere, or one that `cahier` did not publish.
 */
export type Unreturned = 'unreadable' | 'tooLarge' | 'encrypted' | 'unsafe' | 'external' | 'foreign'

/** Bytes, of one part: what no programme comes near, so that an archive made to fill a memory is refused. */
const MOST_BYTES = 128 * 1024 * 1024

/** Recorded changes: more than readers leave in a programme of thousands of pages, each of which costs memory. */
const MOST_CHANGES = 100_000

/** What a document says of itself. */
export type Printed = Pick<ReturnedOdt, 'identifier' | 'edition' | 'kind' | 'texts'>

/**
 * Reads a document that comes back. It may come from anyone: nothing in it is run, fetched or written to the disk. `sent` is what it said of itself when it
 * left, for a word processor that keeps nothing of it.
 */
export function readReturnedOdt(bytes: Uint8Array, sent?: Printed): ReturnedOdt | Unreturned {
  let parts: ReadonlyMap<string, Uint8Array>
  const names = new Set<string>()
  let isUnsafe = false
  try {
    parts = unzipped(bytes, ({ name, size, originalSize }) => {
      // A part that is packed larger than it says it is lies about what it unpacks to.
      if (originalSize > MOST_BYTES || size > originalSize + 1024) throw new RangeError('too large')
      // An office writes its empty folders too.
      isUnsafe ||= leadsOutside(name.replace(/\/$/, '')) || names.has(name)
      names.add(name)
      return !isUnsafe && READ.has(name)
    })
  } catch (error) {
    return error instanceof RangeError ? 'tooLarge' : 'unreadable'
  }
  if (isUnsafe) return 'unsafe'
  if (isEncrypted(parts.get(MANIFEST))) return 'encrypted'
  if (countOf('<text:changed-region', parts.get('content.xml'), MOST_CHANGES) > MOST_CHANGES) return 'tooLarge'
  const [content, meta, styles] = [parse(parts.get('content.xml')), parse(parts.get('meta.xml')), parse(parts.get('styles.xml'))]
  if (content === null) return 'unreadable'
  if ([content, meta, styles].some((part) => part?.children.some(({ type }) => type === 'doctype'))) return 'unsafe'
  if (fetchesElsewhere(content)) return 'external'
  const said = meta === null ? new Map<string, string>() : userDefined(meta)
  const isSaid = said.has('cahier-format')
  if (!isSaid && sent === undefined) return 'foreign'
  const read = paragraphsIn(content, styles)
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
  return { identifier, edition, kind, texts, authors: read.authors, paragraphs: read.paragraphs.map(ownMarksIn(texts)) }
}

/** What was pasted from another edition brings its bookmarks: a paragraph keeps those of the proposals that its document prints. */
function ownMarksIn(texts: readonly PrintedText[]): (paragraph: OdtParagraph) => OdtParagraph {
  const prefixes = new Set(texts.map(({ prefix }) => prefix))
  const isOwn = (name: string): boolean => {
    const [, proposal] = /^(b_\d+)_/.exec(name) ?? []
    return proposal === undefined || prefixes.has(proposal)
  }
  const ownOf = (marks: OdtParagraph['starts']) => marks.filter(({ name }) => isOwn(name))
  return ({ id, starts, ends, ...paragraph }) => ({ ...paragraph, id: isOwn(id) ? id : '', starts: ownOf(starts), ends: ownOf(ends) })
}

const MANIFEST = 'META-INF/manifest.xml'
const READ: ReadonlySet<string> = new Set(['content.xml', 'styles.xml', 'meta.xml', MANIFEST])

/** How often something stands in a part, counted up to one more than `most`. */
function countOf(words: string, part: Uint8Array | undefined, most: number): number {
  const text = new TextDecoder().decode(part)
  let count = 0
  for (let at = text.indexOf(words); at >= 0 && count <= most; at = text.indexOf(words, at + words.length)) count += 1
  return count
}

function isEncrypted(manifest: Uint8Array | undefined): boolean {
  return manifest !== undefined && new TextDecoder().decode(manifest).includes('encryption-data')
}

function parse(bytes: Uint8Array | undefined): Root | null {
  if (bytes === undefined) return null
  try {
    return fromXml(new TextDecoder('utf-8', { fatal: true }).decode(bytes))
  } catch {
    return null
  }
}

function userDefined(meta: Root): Map<string, string> {
  const found = new Map<string, string>()
  const visit = (node: Root | Element): void => {
    for (const child of node.children) {
      if (child.type !== 'element') continue
      if (child.name === 'meta:user-defined')
        found.set(child.attributes['meta:name'] ?? '', child.children.map((text) => (text.type === 'text' ? text.value : '')).join(''))
      else visit(child)
    }
  }
  visit(meta)
  return found
}
