import {
  byId,
  memoize,
  type Positions,
  type Programme,
  type Stance,
  stemOf,
  type VerdictStance,
} from '@cahier/core'
import { groupedBy } from '@cahier/prose'
import { folderSigningReader, type Signing } from '../signatures/signing.ts'
import { judgeStance, type StanceContext } from './judge-stance.ts'

/** All that members have said, by proposal, and what it is held against. */
export interface StanceIndex {
  readonly byProposal: ReadonlyMap<string, readonly IndexedStance[]>
  /** The identifier of the programme it must be about. */
  readonly identifier: string
  /** The day each member who left did so. */
  readonly left: Readonly<Record<string, string>>
}

/** One stance, and the file it stands in, which is its author’s. */
export interface IndexedStance {
  readonly author: string
  readonly positions: Positions
  readonly signing: Signing
  readonly stance: Stance
}

/** What members say in the folder as it stands. */
export const indexStances = memoize((programme: Programme): StanceIndex => {
  const left = Object.fromEntries(
    programme.collectives.filter((one) => one.left !== '').map((one) => [one.id, one.left]),
  )
  return indexPositions(
    programme.positions,
    programme.manifest.publication.identifier,
    left,
    folderSigningReader(programme),
  )
})

/** What these positions files say, and who signed each. */
export function indexPositions(
  files: readonly Positions[],
  identifier: string,
  left: StanceIndex['left'],
  signingOf: (positions: Positions) => Signing,
): StanceIndex {
  const spoken = files.flatMap((positions): IndexedStance[] => {
    const author = stemOf(positions.document.path)
    const signing = signingOf(positions)
    return positions.stances.map((stance) => ({ author, positions, signing, stance }))
  })
  return { byProposal: groupedBy(spoken, ({ stance }) => stance.proposal), identifier, left }
}

/**
 * Every member's stance on one proposal, judged; silence left out. A member speaks in its own file,
 * whatever the file says of itself.
 */
export function judgeStances(
  said: StanceIndex,
  proposal: string,
  bench: Omit<StanceContext, 'ours' | 'signing'>,
): Readonly<Record<string, VerdictStance>> {
  const { text, day, round } = bench
  const judged: (readonly [string, VerdictStance])[] = []
  for (const { author, positions, signing, stance } of said.byProposal.get(proposal) ?? []) {
    const verdict = judgeStance(author, stance, {
      text,
      day,
      round,
      ours: positions.programme === said.identifier,
      signing,
    })
    if (verdict === null) continue
    const heard =
      author === positions.collective
        ? verdict
        : { ...verdict, counted: false, why: 'otherCollective' }
    judged.push([
      author,
      absentOnceLeft(
        heard,
        Object.hasOwn(said.left, author) ? said.left[author] : undefined,
        bench,
      ),
    ])
  }
  return byId(judged)
}

// A member who leaves before the last day of a round stays in its electorate, and is absent from
// it.
function absentOnceLeft(
  verdict: VerdictStance,
  left: string | undefined,
  { day, round }: Omit<StanceContext, 'ours' | 'signing'>,
): VerdictStance {
  if (!verdict.counted || round === null || left === undefined || left > day || left > round.closes)
    return verdict
  return { ...verdict, counted: false, why: 'left' }
}
