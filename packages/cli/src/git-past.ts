import type { Past, PastName, PastStance, PastText } from '@cahier/consensus'
import { type Programme, type Proposal, readDocument, readPositions, stemOf } from '@cahier/core'
import { type FormerName, formerNames } from './former-names.ts'
import { gitBlobs } from './git-blobs.ts'
import { gitTexts } from './git-texts.ts'
import { type GitVersion, gitVersions } from './git-versions.ts'
import { dayOf } from './today.ts'

/** What git remembers of a proposal: its texts and its names, the oldest first, and all that members once said of it. */
export function gitPast(folder: string, { id, document: { path } }: Proposal, { manifest: { timezone } }: Programme): Past {
  const versions = gitTexts(folder, path, { leftAside: false })
  const made = madeFrom(folder, versions)
  const texts = versions.map(({ commit, text, seconds, subject }, index): PastText => {
    // What git knows of no earlier text, as after a renaming, was made from the one told before.
    const before = made.get(commit) ?? versions.slice(index + 1, index + 2).map((one) => one.text)
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
  const now = gitVersions(folder, ':(literal)positions').flatMap((version) => stancesIn(version, id))
  const stances = [...now, ...former.flatMap((name) => stancesBefore(folder, name))]
  return { texts: texts.toReversed(), names: names.toReversed(), stances: stances.toReversed() }
}

/** The texts that the versions of one were made from, by their commits, where there were any. */
function madeFrom(folder: string, versions: readonly GitVersion[]): ReadonlyMap<string, readonly string[]> {
  const wanted = versions.flatMap(({ commit, parents, paths }) =>
    parents.flatMap((parent) => paths.map((path) => ({ commit, name: `${parent}:${path}` }))),
  )
  const found = gitBlobs(
    folder,
    wanted.map(({ name }) => name),
  )
  const made = new Map<string, string[]>()
  for (const [index, { commit }] of wanted.entries()) {
    const text = found[index] ?? null
    if (text !== null) made.set(commit, [...(made.get(commit) ?? []), text])
  }
  return made
}

// What was said of it while it had another name, in the folder where the programme then was.
function stancesBefore(folder: string, { path, commit }: FormerName): readonly PastStance[] {
  const programme = path.split('/').slice(0, -3)
  const versions = gitVersions(folder, `:(top,literal)${[...programme, 'positions'].join('/')}`, { revision: `${commit}~1` })
  return versions.flatMap((version) => stancesIn(version, stemOf(path)))
}

function stancesIn({ path, text }: { readonly path: string; readonly text: string }, id: string): readonly PastStance[] {
  if (!path.endsWith('.yaml')) return []
  const { stances } = readPositions(readDocument({ path, text }, 'positions'))
  return stances.flatMap(({ proposal, stance, date, text: digest, argument }) =>
    proposal === id && stance !== null ? [{ member: stemOf(path), date, stance, text: digest, argument }] : [],
  )
}
