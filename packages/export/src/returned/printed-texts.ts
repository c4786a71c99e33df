import type { Edition } from '../edition/edition.ts'

/**
 * A text as one edition printed it: what the names of its blocks begin with, and the digest that
 * says which version it was.
 */
export interface PrintedText {
  /** `b_7` for the seventh proposal, `c_2` for the second axis. */
  readonly prefix: string
  /** Id of the proposal or the axis. */
  readonly id: string
  /** The beginning of its `whole` digest, as long as `DIGEST_LENGTH`. */
  readonly whole: string
}

/** UTF-16 units: enough of a digest to tell the versions of one text apart. */
const DIGEST_LENGTH = 'v1-'.length + 16

/**
 * What `cahier-texts` says in a document: `b_7=guichet-humain@v1-2c0b4178582da3f4`, one after the
 * other. `''` in what cannot come back as amendments: a leaflet abridges its texts, and recorded
 * amendments are there to be settled, not to be brought again by somebody else.
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

/** The same read back; what is not written so, or names a text or a place again, is left out. */
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
