import { createHash } from 'node:crypto'
import type { Programme, Verdict } from '@cahier/core'
import { printedStances } from '../decision/printed-stances.ts'
import { type Edition, lastAdoptedText, type OutputFile, textFile } from '../edition/edition.ts'

/** The files `manifest.json` and `SHA256SUMS` of a bundle (a published edition). */
export function bundleManifest(
  edition: Edition,
  programme: Programme,
  verdicts: readonly Verdict[],
  files: readonly OutputFile[],
): OutputFile[] {
  const sums = files.map(summed).sort(byPath)
  const manifest = manifestOf(edition, programme, verdicts, sums)
  const manifestFile = textFile(MANIFEST, `${JSON.stringify(manifest, null, 2)}\n`)
  return [manifestFile, textFile(SUMS, sumsOf([...sums, summed(manifestFile)]))]
}

/** The content of `manifest.json` (schemas/manifest.schema.json). */
export type BundleManifest = ReturnType<typeof manifestOf>

function manifestOf(
  { identifier, edition, date, title, language, kind, chapters }: Edition,
  programme: Programme,
  verdicts: readonly Verdict[],
  files: readonly SummedFile[],
) {
  return {
    format: 'cahier-bundle-1',
    identifier,
    edition,
    date,
    title,
    language,
    kind,
    files,
    assets: programme.assets.map(({ path, sha256 }) => ({ path, sha256 })),
    measures: manifestMeasures(chapters, programme, verdicts),
  }
}

type SummedFile = Omit<BundleFile, 'bytes'>

/** The SHA-256 and the size of a file. */
export function summed({ path, bytes }: OutputFile): SummedFile {
  return { path, sha256: createHash('sha256').update(bytes).digest('hex'), size: bytes.length }
}

/** The manifest entries of the measures (printed proposals), from the programme. */
export function manifestMeasures(
  chapters: Edition['chapters'],
  programme: Programme,
  verdicts: readonly Verdict[],
) {
  return chapters.flatMap(({ id: axis, measures }) =>
    measures.map(({ id, number, title, status, normative }) => {
      const current = programme.proposals.find((one) => one.id === id)
      const verdict = verdicts.find(({ proposal }) => proposal === id) ?? null
      const decisions = programme.decisions.find(({ proposal }) => proposal === id)
      const adopted =
        current === undefined || current.normative === normative
          ? null
          : lastAdoptedText(programme, current)
      const round = adopted?.round ?? verdict?.round ?? null
      const proposal = adopted?.proposal ?? current
      const stances =
        proposal === undefined
          ? []
          : [...printedStances({ proposal, round, verdict, fromCopy: adopted !== null })]
      return {
        id,
        number,
        axis,
        title,
        status,
        digest: normative,
        text: `${RECORD}${adopted?.path ?? current?.document.path ?? `axes/${axis}/${id}.md`}`,
        decision: decisions === undefined ? null : `${RECORD}${decisions.document.path}`,
        round: round && {
          opened: round.opened,
          closes: round.closes,
          closed: round.outcome?.closed ?? null,
          result: round.outcome?.result ?? null,
        },
        stances: Object.fromEntries(
          stances
            .sort(([a], [b]) => (a < b ? -1 : 1))
            .map(([member, { stance, stale }]) => [
              member,
              { stance, state: stale ? 'stale' : 'fresh' },
            ]),
        ),
      }
    }),
  )
}

export type ManifestMeasure = ReturnType<typeof manifestMeasures>[number]

/** The text of `SHA256SUMS`, sorted by path. */
export function sumsOf(files: readonly Pick<SummedFile, 'path' | 'sha256'>[]): string {
  return files.toSorted(byPath).map(sumLine).join('')
}

function byPath(a: { readonly path: string }, b: { readonly path: string }) {
  return a.path < b.path ? -1 : 1
}

// `sha256sum` escapes a backslash or a line end in a name, and marks the line with `\`.
function sumLine({ path, sha256 }: Pick<SummedFile, 'path' | 'sha256'>) {
  const escaped = path.replaceAll('\\', '\\\\').replaceAll('\n', '\\n').replaceAll('\r', '\\r')
  return `${escaped === path ? '' : '\\'}${sha256}  ${escaped}\n`
}

/** One file of a bundle (a published edition) under verification. */
export interface BundleFile {
  readonly path: string
  /** Lower-case hexadecimal SHA-256 of the bytes. */
  readonly sha256: string
  readonly size: number
  /** `null` for a file that is too large, or that `isRead` excludes. */
  readonly bytes: Uint8Array | null
}

export const MANIFEST = 'manifest.json'
export const SUMS = 'SHA256SUMS'
export const SIGNATURE = 'SHA256SUMS.sig'
/** The folder of the source files: texts, stances, decisions. */
export const RECORD = 'record/'

/** True when verification reads the content of a file, and not only its digest. */
export function isRead(path: string): boolean {
  return path === MANIFEST || path === SUMS || path === SIGNATURE || path.startsWith(RECORD)
}

/** The namespace of signatures: `ssh-keygen -Y sign -n cahier-bundle -f KEY SHA256SUMS`. */
export const BUNDLE_NAMESPACE = 'cahier-bundle'
