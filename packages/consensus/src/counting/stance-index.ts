import {
  byId,
  type JudgedStance,
  memoize,
  type Positions,
  type Programme,
  type Stance,
  stemOf,
} from '@cahier/core'
import { groupedBy } from '@cahier/prose'
import { folderSigningReader, type Signing } from '../signatures/signing.ts'
import { judgeStance, type StanceContext } from './judge-stance.ts'

/** The stances of some positions files (one for each member), grouped by proposal. */
export interface StanceIndex {
  readonly byProposal: ReadonlyMap<string, readonly IndexedStance[]>
  /** The identifier of the programme that a file must name. */
  readonly identifier: string
  /** The leaving day of each member that left. */
  readonly left: Readonly<Record<string, string>>
}

/** A stance, its file and the signature of that file. The file is named after the `author`. */
interface IndexedStance {
  readonly author: string
  readonly positions: Positions
  readonly signing: Signing
  readonly stance: Stance
}

/** Every stance in the folder, grouped by proposal. */
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

export function indexPositions(
  files: readonly Positions[],
  identifier: string,
  left: StanceIndex['left'],
  signingOf: (positions: Positions) => Signing,
): StanceIndex {
  const indexed = files.flatMap((positions): IndexedStance[] => {
    const author = stemOf(positions.document.path)
    const signing = signingOf(positions)
    return positions.stances.map((stance) => ({ author, positions, signing, stance }))
  })
  return { byProposal: groupedBy(indexed, ({ stance }) => stance.proposal), identifier, left }
}

/** The verdicts on the stances on one proposal, by member. Silent members are left out. */
export function judgeStances(
  index: StanceIndex,
  proposal: string,
  context: Omit<StanceContext, 'ours' | 'signing'>,
): Readonly<Record<string, JudgedStance>> {
  const judged = (index.byProposal.get(proposal) ?? []).map(
    ({ author, positions, signing, stance }): readonly [string, JudgedStance] => {
      const ours = positions.programme === index.identifier
      const verdict = judgeStance(author, stance, { ...context, ours, signing })
      const left = Object.hasOwn(index.left, author) ? index.left[author] : undefined
      const why =
        author !== positions.collective
          ? 'otherCollective'
          : verdict.counted && hasLeft(left, context)
            ? 'left'
            : ''
      return [author, why === '' ? verdict : { ...verdict, counted: false, why }]
    },
  )
  return byId(judged)
}

// A member that leaves by the last day stays in the electorate, but its stance no longer counts.
function hasLeft(
  left: string | undefined,
  { day, round }: Pick<StanceContext, 'day' | 'round'>,
): boolean {
  return left !== undefined && round !== null && left <= day && left <= round.closes
}
