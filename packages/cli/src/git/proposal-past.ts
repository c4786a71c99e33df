import {
  type Past,
  type PastName,
  type PastStance,
  type PastText,
  stancesOn,
  type WithdrawnStance,
} from '@cahier/consensus'
import { type Programme, type Proposal, readDocument, readPositions, stemOf } from '@cahier/core'
import { groupedBy } from '@cahier/prose'
import { dayOf } from '../arguments/day.ts'
import { type FormerName, formerNames } from './names.ts'
import { gitBlobs } from './objects.ts'
import { gitTexts } from './texts.ts'
import { type GitVersion, gitVersions } from './versions.ts'

/** The past of a proposal in git, oldest first: texts, names and stances. */
export function gitPast(
  folder: string,
  { id, document: { path } }: Proposal,
  { manifest: { timezone } }: Programme,
): Past {
  const versions = gitTexts(folder, path, { leftAside: false })
  const made = madeFrom(folder, versions)
  const texts = versions.map(({ commit, path: then, text, seconds, subject }, index): PastText => {
    // A version without a parent text, as after a rename, is compared with the next older version.
    const before =
      made.get(`${commit}:${then}`) ?? versions.slice(index + 1, index + 2).map((one) => one.text)
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

/** The parent texts of each version, by `commit:path`. */
function madeFrom(
  folder: string,
  versions: readonly GitVersion[],
): ReadonlyMap<string, readonly string[]> {
  const wanted = versions.flatMap(({ commit, path, parents, paths }) =>
    parents.flatMap((parent) =>
      paths.map((one) => ({ version: `${commit}:${path}`, name: `${parent}:${one}` })),
    ),
  )
  const names = wanted.map(({ name }) => name)
  const texts = gitBlobs(folder, names)
  const found = wanted.flatMap(({ version }, at) => {
    const text = texts[at] ?? null
    return text === null ? [] : [{ version, text }]
  })
  return new Map(
    [...groupedBy(found, ({ version }) => version)].map(([version, all]) => [
      version,
      all.map(({ text }) => text),
    ]),
  )
}

/** A version of a positions file, with its stances on the proposal that was then called `id`. */
interface PositionsVersion {
  readonly version: GitVersion
  readonly id: string
  readonly stances: readonly PastStance[]
  /** Whether the file has no error. */
  readonly sound: boolean
}

function versionsUnderFormerName(
  folder: string,
  { path, commit }: FormerName,
): readonly PositionsVersion[] {
  const programme = path.split('/').slice(0, -3)
  const pathspec = `:(top,literal)${[...programme, 'positions'].join('/')}`
  return positionsVersions(gitVersions(folder, pathspec, { revision: `${commit}~1` }), stemOf(path))
}

function positionsVersions(
  versions: readonly GitVersion[],
  id: string,
): readonly PositionsVersion[] {
  return versions
    .filter(({ path }) => path.endsWith('.yaml'))
    .map((version) => {
      const document = readDocument({ path: version.path, text: version.text }, 'positions')
      return { version, id, stances: stancesOn(readPositions(document), id), sound: document.sound }
    })
}

// A version withdraws a stance when it lacks the stance and all its parent versions have it.
function withdrawnStances(
  folder: string,
  versionsOfPositions: readonly PositionsVersion[],
  timezone: string,
): readonly WithdrawnStance[] {
  const without = versionsOfPositions.filter(
    ({ stances, sound, version }) => stances.length === 0 && sound && version.parents.length > 0,
  )
  const made = madeFrom(
    folder,
    without.map(({ version }) => ({ ...version, paths: [version.path] })),
  )
  return without.flatMap(
    ({ version: { commit, path, parents, seconds }, id }): readonly WithdrawnStance[] => {
      const texts = made.get(`${commit}:${path}`) ?? []
      const before = texts.flatMap((text) =>
        stancesOn(readPositions(readDocument({ path, text }, 'positions')), id).slice(0, 1),
      )
      const [first] = before
      return first === undefined || before.length < parents.length
        ? []
        : [{ ...first, day: dayOf(seconds, timezone) }]
    },
  )
}
