import type { Element, Root } from 'xast'
import { fromXml } from 'xast-util-from-xml'
import { leadsOutside } from '../../bundle/check-sums.ts'
import { unzipped } from '../../bundle/unzipped.ts'
import { type PrintedText, readPrintedTexts } from '../printed-texts.ts'
import { elementsIn, elementText, fetchesElsewhere } from './odt-elements.ts'
import type { OdtParagraph } from './odt-paragraph.ts'
import { paragraphsIn } from './odt-paragraphs.ts'

/** A published OpenDocument text, returned after edits; tracked changes are read as accepted. */
export interface ReturnedOdt {
  /** `publication.identifier` of the programme's manifest; empty when the document has none. */
  readonly identifier: string
  readonly edition: string
  readonly kind: string
  readonly texts: readonly PrintedText[]
  readonly paragraphs: readonly OdtParagraph[]
  /** The number of tracked changes by author. */
  readonly authors: ReadonlyMap<string, number>
}

/** Why a document was refused. `external`: it fetches files; `foreign`: not made by `cahier`. */
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
  const paragraphs = read.paragraphs.map(ownMarksIn(published.texts))
  return { ...published, authors: read.authors, paragraphs }
}

/**
 * Returns a function that removes the bookmarks of other proposals, which come with pasted words.
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

function userDefined(meta: Root | null): ReadonlyMap<string, string> {
  return new Map(
    (meta === null ? [] : elementsIn(meta, 'meta:user-defined')).map((field) => [
      field.attributes['meta:name'] ?? '',
      elementText(field),
    ]),
  )
}

interface OdtParts {
  readonly content: Root
  readonly styles: Root | null
  readonly meta: Root | null
  /** The size in bytes of each file, by name; empty for a flat file. */
  readonly sizes: ReadonlyMap<string, number>
}

/** Why a file was refused. `unsafe`: a path out of the archive, a repeated name, or a DTD. */
type OdtRefusal = 'unreadable' | 'tooLarge' | 'encrypted' | 'unsafe'

/** In bytes; a larger part may be a zip bomb. */
const MOST_BYTES = 128 * 1024 * 1024

/** More tracked changes and comments would exhaust the memory. */
const MOST_CHANGES = 100_000
const CHANGE = /<(?:text:changed-region|office:annotation)[\s>]/

function odtParts(bytes: Uint8Array): OdtParts | OdtRefusal {
  return /^(?:\xEF\xBB\xBF)?\s*</.test(Buffer.from(bytes.subarray(0, 100)).toString('latin1'))
    ? flatParts(bytes)
    : packedParts(bytes)
}

function packedParts(bytes: Uint8Array): OdtParts | OdtRefusal {
  let parts: ReadonlyMap<string, Uint8Array>
  const sizes = new Map<string, number>()
  let isUnsafe = false
  try {
    parts = unzipped(bytes, ({ name, size, originalSize }) => {
      // A valid part is not larger packed than unpacked.
      if (originalSize > MOST_BYTES || size > originalSize + 1024) throw new RangeError('too large')
      // Some programs store empty folders too.
      isUnsafe ||= leadsOutside(name.replace(/\/$/, '')) || sizes.has(name)
      sizes.set(name, originalSize)
      return !isUnsafe && READ.has(name)
    })
  } catch (error) {
    return error instanceof RangeError ? 'tooLarge' : 'unreadable'
  }
  if (isUnsafe) return 'unsafe'
  if (isEncrypted(parts.get(MANIFEST))) return 'encrypted'
  if (hasTooManyChanges(parts.get('content.xml'))) return 'tooLarge'
  const [content = null, meta = null, styles = null] = ['content', 'meta', 'styles'].map((name) =>
    parse(parts.get(`${name}.xml`)),
  )
  if (content === null) return 'unreadable'
  return [content, meta, styles].some(hasDoctype) ? 'unsafe' : { content, styles, meta, sizes }
}

// A `.fodt` file has the parts as elements of one document.
function flatParts(bytes: Uint8Array): OdtParts | OdtRefusal {
  if (bytes.length > MOST_BYTES || hasTooManyChanges(bytes)) return 'tooLarge'
  const whole = parse(bytes)
  const root = whole?.children.find((child) => child.type === 'element')
  if (whole === null || root?.name !== 'office:document') return 'unreadable'
  if (hasDoctype(whole)) return 'unsafe'
  const part = (...names: readonly string[]): Root => {
    const children = root.children.filter(
      (child): child is Element => child.type === 'element' && names.includes(child.name),
    )
    return { type: 'root', children: [{ ...root, children }] }
  }
  return {
    content: part('office:automatic-styles', 'office:body'),
    styles: part('office:styles', 'office:automatic-styles'),
    meta: part('office:meta'),
    sizes: new Map(),
  }
}

const MANIFEST = 'META-INF/manifest.xml'
const READ: ReadonlySet<string> = new Set(['content.xml', 'styles.xml', 'meta.xml', MANIFEST])

function hasTooManyChanges(part: Uint8Array | undefined) {
  return new TextDecoder().decode(part).split(CHANGE).length > MOST_CHANGES + 1
}

function isEncrypted(manifest: Uint8Array | undefined) {
  return manifest !== undefined && new TextDecoder().decode(manifest).includes('encryption-data')
}

function hasDoctype(part: Root | null) {
  return part?.children.some(({ type }) => type === 'doctype') === true
}

function parse(bytes: Uint8Array | undefined): Root | null {
  if (bytes === undefined) return null
  try {
    return fromXml(new TextDecoder('utf-8', { fatal: true }).decode(bytes))
  } catch {
    return null
  }
}
