import { isDeepStrictEqual } from 'node:util'
import { buildProgramme, type Finding, type Programme, readFiles, type Verdict } from '@cahier/core'
import { composeEdition } from '../compose/compose-edition.ts'
import {
  type BundleFile,
  type BundleManifest,
  MANIFEST,
  type ManifestMeasure,
  manifestMeasures,
  RECORD,
} from './bundle-manifest.ts'
import { bundleFinding } from './bundle-messages.ts'

/** Compares the manifest of a published edition with a recount of its sources (`programme`). */
export function checkMeasures(
  manifest: BundleManifest,
  programme: Programme,
  verdicts: readonly Verdict[],
): readonly Finding[] {
  return [
    ...publicationFindings(manifest, programme),
    ...measureFindings(manifest, programme, verdicts),
  ]
}

function publicationFindings(
  manifest: BundleManifest,
  { manifest: { language, publication } }: Programme,
): Finding[] {
  const { identifier, edition, date } = publication
  return Object.entries({ identifier, language, edition, date }).flatMap(([key, computed]) => {
    const written = manifest[key as 'identifier' | 'language' | 'edition' | 'date']
    return computed === '' || computed === written
      ? []
      : [bundleFinding('bundle/manifest', 'headDiffers', MANIFEST, { key, written, computed })]
  })
}

function measureFindings(
  manifest: BundleManifest,
  programme: Programme,
  verdicts: readonly Verdict[],
): Finding[] {
  // An edition prints a measure in its adopted or its current text, so both texts are tried.
  const computed = (['default', 'all'] as const).map((status) => {
    const { chapters } = composeEdition(programme, verdicts, {
      kind: 'programme',
      status,
      version: manifest.edition,
      day: manifest.date,
    })
    return new Map(
      manifestMeasures(chapters, programme, verdicts).map((measure) => [measure.id, measure]),
    )
  })
  const seen = new Set<string>()
  return manifest.measures.flatMap((written) => {
    const { id } = written
    const differ = (
      message: 'measureTwice' | 'measureUnknown' | 'measureDiffers',
      fields: readonly string[] = [],
    ) => bundleFinding('bundle/manifest', message, MANIFEST, { id, fields })
    if (seen.has(id)) return [differ('measureTwice')]
    seen.add(id)
    const candidates = computed.flatMap((measures) => measures.get(id) ?? [])
    if (candidates.some((candidate) => isDeepStrictEqual(candidate, written))) return []
    const closest = candidates.find(({ text }) => text === written.text) ?? candidates[0]
    return closest === undefined
      ? [differ('measureUnknown')]
      : [differ('measureDiffers', differing(written, closest))]
  })
}

function differing(written: ManifestMeasure, computed: ManifestMeasure) {
  const keys = Object.keys(computed) as (keyof ManifestMeasure)[]
  return keys.filter((key) => !isDeepStrictEqual(written[key], computed[key]))
}

/** Rebuilds the programme from `record/`. The manifest gives the digests of images. */
export function readRecord(
  files: readonly BundleFile[],
  manifest: BundleManifest,
): { readonly programme: Programme; readonly findings: readonly Finding[] } {
  const record = files.filter(({ path }) => path.startsWith(RECORD))
  const findings: Finding[] = []
  const folder = readFiles(
    record.map(({ path, bytes }) => ({ path: path.slice(RECORD.length), bytes: () => bytes })),
    findings,
  )
  const assets = manifest.assets.map((asset) => ({
    ...asset,
    size: 0,
    mediaType: 'application/octet-stream',
    width: 0,
    height: 0,
  }))
  const programme = buildProgramme({ ...folder, assets })
  // Only errors in `decisions/` prevent the recount of rounds.
  const wrong = programme.findings.filter(
    ({ path, severity }) => severity === 'error' && path.startsWith('decisions/'),
  )
  return { programme, findings: wrong }
}
