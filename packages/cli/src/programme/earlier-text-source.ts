import { resolve } from 'node:path'
import type { EarlierText, EarlierTextSource } from '@cahier/consensus'
import type { Programme } from '@cahier/core'
import { type BundleFile, checkManifest, RECORD } from '@cahier/export'
import { dayOf } from '../arguments/day.ts'
import type { Invocation } from '../command.ts'
import { gitTexts } from '../git/texts.ts'
import { readBundle } from '../published/read-bundle.ts'

/**
 * Finds earlier texts of proposals and axes: first in the named bundles (published folders or ZIP
 * files), then in git.
 */
export function earlierTextSource(
  { folder, cwd }: Invocation,
  { manifest: { timezone } }: Programme,
  named: readonly string[],
): EarlierTextSource {
  const bundles = named.map((path) => readBundle(resolve(cwd, path), path).files)
  return function* ({ id, document: { path } }): Generator<EarlierText> {
    for (const files of bundles) yield* bundleTexts(files, id)
    for (const { text, seconds } of gitTexts(folder, path))
      yield { text, from: 'git', day: dayOf(seconds, timezone) }
  }
}

/** The path, in a bundle, of a published text or of the copy that a decision round saved. */
const TEXT = new RegExp(`^${RECORD}(?:axes/[^/]+/([^/]+)|decisions/([^/]+)/([^/]+)/text)\\.md$`)

function bundleTexts(files: readonly BundleFile[], id: string): readonly EarlierText[] {
  const day = checkManifest(files).manifest?.date ?? ''
  const texts = files.flatMap(({ path, bytes }) => {
    const [, published, frozen, opened = day] = TEXT.exec(path) ?? []
    const of = published ?? frozen
    if (bytes === null || of === undefined) return []
    return [{ of, text: new TextDecoder().decode(bytes), from: 'bundle' as const, day: opened }]
  })
  // The text may have another name in the bundle: then all texts of the bundle are returned.
  const own = texts.filter(({ of }) => of === id)
  return own.length > 0 ? own : texts
}
