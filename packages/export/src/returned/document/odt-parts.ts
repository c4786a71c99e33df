import type { Element, Root } from 'xast'
import { fromXml } from 'xast-util-from-xml'
import { leadsOutside } from '../../bundle/check-sums.ts'
import { unzipped } from '../../bundle/unzipped.ts'

/** What is read of an OpenDocument text, whether its parts were packed or stand in one file. */
export interface OdtParts {
  readonly content: Root
  readonly styles: Root | null
  readonly meta: Root | null
  /** How many bytes each of its files has, by name; none where all is in one. */
  readonly sizes: ReadonlyMap<string, number>
}

/**
 * Why a file gives no parts: no archive or no OpenDocument text, larger than any, behind a
 * password, or made with what no office writes (a file that leads outside, one twice, a declaration
 * of entities).
 */
export type Unparted = 'unreadable' | 'tooLarge' | 'encrypted' | 'unsafe'

/**
 * Bytes, of one part: what no programme comes near, so that an archive made to fill a memory is
 * refused.
 */
const MOST_BYTES = 128 * 1024 * 1024

/**
 * Recorded changes and comments: more than readers leave in a programme of thousands of pages, each
 * of which costs memory.
 */
const MOST_CHANGES = 100_000
const CHANGE = /<(?:text:changed-region|office:annotation)[\s>]/g

/** The parts of a document. Nothing in it is run, fetched or written to the disk. */
export function odtParts(bytes: Uint8Array): OdtParts | Unparted {
  return /^(?:\xEF\xBB\xBF)?\s*</.test(Buffer.from(bytes.subarray(0, 100)).toString('latin1'))
    ? flatParts(bytes)
    : packedParts(bytes)
}

function packedParts(bytes: Uint8Array): OdtParts | Unparted {
  let parts: ReadonlyMap<string, Uint8Array>
  const sizes = new Map<string, number>()
  let isUnsafe = false
  try {
    parts = unzipped(bytes, ({ name, size, originalSize }) => {
      // A part that is packed larger than it says it is lies about what it unpacks to.
      if (originalSize > MOST_BYTES || size > originalSize + 1024) throw new RangeError('too large')
      // An office writes its empty folders too.
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
  const [content, meta, styles] = [
    parse(parts.get('content.xml')),
    parse(parts.get('meta.xml')),
    parse(parts.get('styles.xml')),
  ]
  if (content === null) return 'unreadable'
  return [content, meta, styles].some(hasDoctype) ? 'unsafe' : { content, styles, meta, sizes }
}

// One file, that an office writes as `.fodt`: each part stands in it under its own name, and what
// is on each page besides.
function flatParts(bytes: Uint8Array): OdtParts | Unparted {
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

function hasTooManyChanges(part: Uint8Array | undefined): boolean {
  const text = new TextDecoder().decode(part)
  let count = 0
  for (const _ of text.matchAll(CHANGE)) if (++count > MOST_CHANGES) return true
  return false
}

function isEncrypted(manifest: Uint8Array | undefined): boolean {
  return manifest !== undefined && new TextDecoder().decode(manifest).includes('encryption-data')
}

function hasDoctype(part: Root | null): boolean {
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
