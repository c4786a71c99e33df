import type { Edition } from '../edition/edition.ts'

/** A proposal or axis of a published edition. */
export interface PrintedText {
  /** The start of the bookmark names of its blocks: `b_7` for proposal 7, `c_2` for axis 2. */
  readonly prefix: string
  readonly id: string
  /** The shortened digest of the source at publication. */
  readonly whole: string
}

const DIGEST_LENGTH = 'v1-'.length + 16

/**
 * The metadata field `cahier-texts`: entries like `b_7=guichet-humain@v1-2c0b4178582da3f4`,
 * separated by spaces. Empty for editions with abridged texts or tracked amendments.
 */
export function writePrintedTexts({
  kind,
  trackedChanges,
  chapters,
}: Pick<Edition, 'kind' | 'trackedChanges' | 'chapters'>): string {
  if (trackedChanges || (kind !== 'programme' && kind !== 'dossier')) return ''
  return chapters
    .flatMap(({ id, number, whole, measures }) => [
      ...(whole === '' ? [] : [{ prefix: `c_${number}`, id, whole }]),
      ...measures.map((measure) => ({
        prefix: `b_${measure.number}`,
        id: measure.id,
        whole: measure.whole,
      })),
    ])
    .map(({ prefix, id, whole }) => `${prefix}=${id}@${whole.slice(0, DIGEST_LENGTH)}`)
    .join(' ')
}

/** Parses the field `cahier-texts`. Malformed or repeated entries are ignored. */
export function readPrintedTexts(written: string): readonly PrintedText[] {
  const found = written.matchAll(/(?<!\S)([bc]_\d+)=([a-z\d-]+)@(v\d+-[\da-f]{16})(?!\S)/g)
  const known = new Set<string>()
  return Array.from(found, ([, prefix = '', id = '', whole = '']) => ({
    prefix,
    id,
    whole,
  })).filter(({ prefix, id }) => {
    if (known.has(prefix) || known.has(id)) return false
    known.add(prefix).add(id)
    return true
  })
}
