import { createHash } from 'node:crypto'
import type { Json, Programme, Verdict } from '@cahier/core'
import { lastAdoptedText, type SelectedProposal } from '../compose/selection.ts'
import { printedStances } from '../decision/printed-stances.ts'
import type { Edition, EditionKind } from '../edition/edition.ts'
import type { OutputFile } from '../edition/exporter.ts'
import type { Measure } from '../edition/measure.ts'
import { MANIFEST, RECORD, SUMS } from './bundle-file.ts'

/**
 * The files `manifest.json` and `SHA256SUMS` of a bundle. `files` are all others, `record/`
 * included.
 */
export function bundleManifest(
  edition: Edition,
  programme: Programme,
  verdicts: readonly Verdict[],
  files: readonly OutputFile[],
): OutputFile[] {
  const sorted = [...files].sort((a, b) => (a.path < b.path ? -1 : 1))
  const manifest = {
    format: 'cahier-bundle-1',
    identifier: edition.identifier,
    edition: edition.edition,
    date: edition.date,
    title: edition.title,
    language: edition.language,
    kind: edition.kind,
    files: sorted.map(({ path, bytes }) => ({ path, sha256: sha256(bytes), size: bytes.length })),
    assets: programme.assets.map(({ path, sha256 }) => ({ path, sha256 })),
    measures: manifestMeasures(edition, programme, verdicts),
  } satisfies Json
  const manifestFile = { path: MANIFEST, bytes: encoded(`${JSON.stringify(manifest, null, 2)}\n`) }
  const summed = [...sorted, manifestFile].map(({ path, bytes }) => ({
    path,
    sha256: sha256(bytes),
  }))
  return [manifestFile, { path: SUMS, bytes: encoded(sumsOf(summed)) }]
}

export function manifestMeasures(
  edition: Edition,
  programme: Programme,
  verdicts: readonly Verdict[],
): readonly ManifestMeasure[] {
  return edition.chapters.flatMap(({ id, measures }) =>
    measures.map((measure) => measureEntry(measure, id, programme, verdicts)),
  )
}

/** An entry of `measures` in schemas/manifest.schema.json. */
export type ManifestMeasure = ReturnType<typeof measureEntry>

/** The text of `SHA256SUMS`, sorted by path. */
export function sumsOf(
  files: readonly { readonly path: string; readonly sha256: string }[],
): string {
  return [...files]
    .sort((a, b) => (a.path < b.path ? -1 : 1))
    .map(sumLine)
    .join('')
}

function measureEntry(
  measure: Measure,
  axis: string,
  programme: Programme,
  verdicts: readonly Verdict[],
) {
  const { id, number, title, status } = measure
  const proposal = programme.proposals.find((one) => one.id === id)
  const verdict = verdicts.find((one) => one.proposal === id) ?? null
  const decisions = programme.decisions.find((one) => one.proposal === id)
  const adopted =
    proposal === undefined || proposal.normative === measure.normative
      ? null
      : lastAdoptedText(programme, proposal)
  const round = adopted?.round ?? verdict?.round ?? null
  const text = adopted?.path ?? proposal?.document.path ?? `axes/${axis}/${id}.md`
  const printed = adopted?.proposal ?? proposal
  const entry: SelectedProposal | null =
    printed === undefined
      ? null
      : {
          proposal: printed,
          number,
          status,
          verdict,
          round,
          fromCopy: adopted !== null,
          adopted: measure.mark === '',
        }
  return {
    id,
    number,
    axis,
    title,
    status,
    digest: measure.normative,
    text: `${RECORD}${text}`,
    decision: decisions === undefined ? null : `${RECORD}${decisions.document.path}`,
    round:
      round === null
        ? null
        : {
            opened: round.opened,
            closes: round.closes,
            closed: round.outcome?.closed ?? null,
            result: round.outcome?.result ?? null,
          },
    stances: entry === null ? {} : stancesIn(entry),
  }
}

function stancesIn(entry: SelectedProposal): Record<string, { stance: string; state: string }> {
  const stances = [...printedStances(entry)].sort(([a], [b]) => (a < b ? -1 : 1))
  return Object.fromEntries(
    stances.map(([member, { stance, stale }]) => [
      member,
      { stance, state: stale ? 'stale' : 'fresh' },
    ]),
  )
}

// As sha256sum: a backslash or line end in the path is escaped, and the line starts with `\`.
function sumLine({ path, sha256 }: { readonly path: string; readonly sha256: string }): string {
  const escaped = path.replaceAll('\\', '\\\\').replaceAll('\n', '\\n').replaceAll('\r', '\\r')
  return `${escaped === path ? '' : '\\'}${sha256}  ${escaped}\n`
}

function sha256(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex')
}

function encoded(text: string): Uint8Array {
  return new TextEncoder().encode(text)
}

/** The content of `manifest.json` (schemas/manifest.schema.json). */
export interface BundleManifest {
  readonly identifier: string
  readonly edition: string
  readonly date: string
  readonly title: string
  readonly language: string
  readonly kind: EditionKind
  readonly files: readonly {
    readonly path: string
    readonly sha256: string
    readonly size: number
  }[]
  readonly assets: readonly { readonly path: string; readonly sha256: string }[]
  readonly measures: readonly ManifestMeasure[]
}
