import {
  type Asset,
  type Document,
  type Finding,
  memoize,
  type Place,
  type Programme,
  readDocument,
  wholeDigest,
} from '@cahier/core'
import { applyHunks, groupedBy, readHunks, sourceSpan } from '@cahier/prose'
import { amendedDocument, placeIn, textsAt } from '../document/documents.ts'
import { prosePassages } from '../document/prose-passages.ts'
import { type Settings, settingsOf } from '../document/settings.ts'
import { lintText } from '../engine/lint-text.ts'
import type { Rule } from '../engine/rule.ts'
import { rules } from '../rules/index.ts'
import { type AmendedVersions, amendedVersions, baseOf, givenRanks } from './amended-versions.ts'

/**
 * Findings that an amendment would add to the whole text, at their places in the amendment. Only
 * rules with `amended: 'whole'` run. Empty unless the amendment starts from the current text.
 */
export function findingsAddedByAmendment(
  programme: Programme,
  document: Document,
  active: readonly Rule[],
): readonly Finding[] {
  if (document.kind !== 'amendment' || !active.some(({ amended }) => amended === 'whole')) return []
  const before = amendedDocument(programme, document)
  if (before === null) return []
  const found = findingsOf(document, before, settingsOf(programme.manifest), programme.assets)
  return found.filter(({ rule }) => active.some(({ id }) => id === rule))
}

const findingsOf = memoize(
  (
    document: Document,
    before: Document,
    settings: Settings,
    assets: readonly Asset[],
  ): readonly Finding[] => {
    const versions = amendedVersions(document, settings)
    // These rules look only at figures and acronyms, and making the amended text is slow.
    if (versions === null || !FIGURE_OR_ACRONYM.test(versions.written)) return []
    const after = amendedText(document, before, versions, settings, assets)
    if (after === null) return []
    const known = new Map<string, number>()
    for (const finding of findingsIn(before, settings))
      known.set(keyOf(finding), (known.get(keyOf(finding)) ?? 0) + 1)
    const places = placesIn(document, after, versions, settings)
    return findingsIn(after, settings).flatMap(({ edits, ...finding }) => {
      const left = known.get(keyOf(finding)) ?? 0
      known.set(keyOf(finding), left - 1)
      const place = left > 0 ? null : places(finding.place)
      return place === null ? [] : [{ ...finding, path: document.path, place }]
    })
  },
)

const FIGURE_OR_ACRONYM = /\d|\p{Lu}{2}/u

const findingsIn = memoize((document: Document, settings: Settings) =>
  lintText(
    document,
    settings,
    rules.filter(({ amended }) => amended === 'whole'),
  ),
)

function amendedText(
  document: Document,
  before: Document,
  { marked }: AmendedVersions,
  settings: Settings,
  assets: readonly Asset[],
): Document | null {
  if (!before.sound || textsAt(document, '/base')[0]?.value !== wholeDigest(before, assets))
    return null
  const placement = readHunks(baseOf(settings, before), marked, givenRanks(document))
  if ('misplaced' in placement) return null
  return readDocument(
    { path: before.path, text: applyHunks(before.text, placement.hunks) },
    before.kind,
    document.parse,
  )
}

// Returns a function that finds a place of the amended text in the amendment. `null` stands for
// unchanged words.
function placesIn(
  document: Document,
  after: Document,
  versions: AmendedVersions,
  settings: Settings,
): (place: Place) => Place | null {
  const quoted = groupedBy(versions.after(), ({ text }) => text)
  const passages = prosePassages(after, settings)
  return ({ start, end }) => {
    const passage = passages.find((one) => one.start <= start.offset && end.offset <= one.end)
    const from = passage?.starts.indexOf(start.offset) ?? -1
    const to = (passage?.starts.indexOf(end.offset - 1) ?? -1) + 1
    if (passage === undefined || from < 0 || to <= from) return null
    const found = (quoted.get(passage.text) ?? []).map((one) => {
      const span = sourceSpan(one, from, to)
      return placeIn(document, span.start, span.end)
    })
    return found.find((place) => versions.isChanged(place.start.offset, place.end.offset)) ?? null
  }
}

function keyOf({ rule, message, data }: Finding) {
  return JSON.stringify([rule, message, data])
}
