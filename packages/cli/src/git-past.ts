import type { Past, PastStance, PastText } from '@cahier/consensus'
import { type Programme, readDocument, readPositions, stemOf } from '@cahier/core'
import { gitVersions } from './git-versions.ts'
import { dayOf } from './today.ts'

/** What git remembers of a proposal: its texts, the oldest first, and all that members once said of it. */
export function gitPast(folder: string, id: string, { manifest: { timezone } }: Programme): Past {
  const texts = gitVersions(folder, `axes/*/${id}.md`).map(
    ({ text, seconds, subject }): PastText => ({ text, day: dayOf(seconds, timezone), subject }),
  )
  const stances = gitVersions(folder, 'positions/*.yaml').flatMap(({ path, text }) => stancesIn(path, text, id))
  return { texts: texts.toReversed(), stances: stances.toReversed() }
}

function stancesIn(path: string, text: string, id: string): readonly PastStance[] {
  const { stances } = readPositions(readDocument({ path, text }, 'positions'))
  return stances.flatMap(({ proposal, stance, date, text: digest, argument }) =>
    proposal === id && stance !== null ? [{ member: stemOf(path), date, stance, text: digest, argument }] : [],
  )
}
