import { isDeepStrictEqual } from 'node:util'
import type { Finding, Programme, Verdict } from '@cahier/core'
import { composeEdition } from '../compose/compose-edition.ts'
import { MANIFEST } from './bundle-file.ts'
import { bundleFinding } from './bundle-finding.ts'
import { type ManifestMeasure, manifestMeasures } from './bundle-manifest.ts'
import type { BundleManifest } from './bundle-manifest-file.ts'

/**
 * Whether the manifest says of the programme and of each measure what the record gives when it is
 * counted again: text and digest, status, round, stances. `verdicts` are those of the record on the
 * edition's day.
 */
export function checkMeasures(
  manifest: BundleManifest,
  programme: Programme,
  verdicts: readonly Verdict[],
): readonly Finding[] {
  return [...headFindings(manifest, programme), ...measureFindings(manifest, programme, verdicts)]
}

function headFindings(
  manifest: BundleManifest,
  { manifest: { language, publication } }: Programme,
): Finding[] {
  const given = {
    identifier: publication.identifier,
    language,
    edition: publication.edition,
    date: publication.date,
  }
  return (Object.keys(given) as (keyof typeof given)[])
    .filter((key) => given[key] !== '' && given[key] !== manifest[key])
    .map((key) =>
      bundleFinding('bundle/manifest', 'headDiffers', MANIFEST, {
        key,
        written: manifest[key],
        computed: given[key],
      }),
    )
}

function measureFindings(
  manifest: BundleManifest,
  programme: Programme,
  verdicts: readonly Verdict[],
): Finding[] {
  // Whatever was selected, a measure is printed in its adopted text or as it stood.
  const computed = (['default', 'all'] as const).map((status) => {
    const edition = composeEdition(programme, verdicts, {
      kind: 'programme',
      status,
      version: manifest.edition,
      day: manifest.date,
    })
    return new Map(
      manifestMeasures(edition, programme, verdicts).map((measure) => [measure.id, measure]),
    )
  })
  const told = new Set<string>()
  return manifest.measures.flatMap((written) => {
    const { id } = written
    const say = (
      message: 'measureTwice' | 'measureUnknown' | 'measureDiffers',
      fields: readonly string[] = [],
    ) => bundleFinding('bundle/manifest', message, MANIFEST, { id, fields })
    if (told.has(id)) return [say('measureTwice')]
    told.add(id)
    const candidates = computed.flatMap((measures) => measures.get(id) ?? [])
    if (candidates.some((candidate) => isDeepStrictEqual(candidate, written))) return []
    const closest = candidates.find(({ text }) => text === written.text) ?? candidates[0]
    return closest === undefined
      ? [say('measureUnknown')]
      : [say('measureDiffers', differing(written, closest))]
  })
}

function differing(written: ManifestMeasure, computed: ManifestMeasure): readonly string[] {
  const keys = Object.keys(computed) as (keyof ManifestMeasure)[]
  return keys.filter((key) => !isDeepStrictEqual(written[key], computed[key]))
}
