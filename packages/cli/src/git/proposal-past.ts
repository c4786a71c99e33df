import {
  type Past,
  type PastName,
  type PastStance,
  type PastText,
  stancesOn,
  type WithdrawnStance,
} from '@cahier/consensus'
import { type Programme, type Proposal, readDocument, readPositions, stemOf } from '@cahier/core'
import { dayOf } from '../arguments/day.ts'
import { gitBlobs } from './objects.ts'
import { type FormerName, formerNames } from './renames.ts'
import { gitTexts } from './texts.ts'
import { type GitVersion, gitVersions } from './versions.ts'

/** The past of a proposal in git, oldest first: texts, names and stances. */
export function gitPast(
  folder: string,
  { id, document: { path } }: Proposal,
  { manifest: { timezone } }: Programme,
): Past {
  const versions = gitTexts(folder, path, { leftAside: false })
  const ofParents = parentTexts(folder, versions)
  const texts = versions.map(({ text, seconds, subject }, index): PastText => {
    const parents = ofParents[index] ?? []
    // A version without a parent text, as after a rename, is compared with the next older version.
    const before =
      parents.length > 0 ? parents : versions.slice(index + 1, index + 2).map((one) => one.text)
    return { text, before, day: dayOf(seconds, timezone), subject }
  })
  const former = formerNames(folder, path)
  const names = former
    .map(
      (name, index): PastName => ({
        id: stemOf(name.path),
        until: dayOf(name.seconds, timezone),
        next: stemOf(former[index - 1]?.path ?? id),
      }),
    )
    .filter((name) => name.id !== name.next)
  const versionsOfPositions = [
    ...positionsVersions(gitVersions(folder, ':(literal)positions'), id),
    ...former.flatMap((name) => versionsUnderFormerName(folder, name)),
  ]
  return {
    texts: texts.toReversed(),
    names: names.toReversed(),
    stances: versionsOfPositions.flatMap(({ stances }) => stances).toReversed(),
    takenBack: withdrawnStances(folder, versionsOfPositions, timezone).toReversed(),
  }
}

function parentTexts(
  folder: string,
  versions: readonly GitVersion[],
): readonly (readonly string[])[] {
  const names = versions.map(({ parents, paths }) =>
    parents.flatMap((parent) => paths.map((path) => `${parent}:${path}`)),
  )
  const texts = gitBlobs(folder, names.flat()).values()
  return names.map((own) =>
    own.flatMap(() => {
      const text = texts.next().value ?? null
      return text === null ? [] : [text]
    }),
  )
}

function versionsUnderFormerName(folder: string, { path, commit }: FormerName) {
  const pathspec = `:(top,literal)${[...path.split('/').slice(0, -3), 'positions'].join('/')}`
  return positionsVersions(gitVersions(folder, pathspec, { revision: `${commit}~1` }), stemOf(path))
}

// The proposal may have another name now: `id` is the name at the time of these versions.
function positionsVersions(versions: readonly GitVersion[], id: string) {
  return versions
    .filter(({ path }) => path.endsWith('.yaml'))
    .map((version) => {
      const document = readDocument({ path: version.path, text: version.text }, 'positions')
      const stances: readonly PastStance[] = stancesOn(readPositions(document), id)
      return { version, id, stances, sound: document.sound }
    })
}

// A stance missing from a merge commit was withdrawn there only if every parent commit had it.
function withdrawnStances(
  folder: string,
  versionsOfPositions: ReturnType<typeof positionsVersions>,
  timezone: string,
): readonly WithdrawnStance[] {
  const without = versionsOfPositions.filter(
    ({ stances, sound, version }) => stances.length === 0 && sound && version.parents.length > 0,
  )
  const ofParents = parentTexts(
    folder,
    without.map(({ version }) => ({ ...version, paths: [version.path] })),
  )
  return without.flatMap(
    ({ version: { path, parents, seconds }, id }, index): readonly WithdrawnStance[] => {
      const before = (ofParents[index] ?? []).flatMap((text) =>
        stancesOn(readPositions(readDocument({ path, text }, 'positions')), id).slice(0, 1),
      )
      const [first] = before
      return first === undefined || before.length < parents.length
        ? []
        : [{ ...first, day: dayOf(seconds, timezone) }]
    },
  )
}
