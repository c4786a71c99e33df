import {
  byId,
  type JudgedStance,
  memoize,
  type Positions,
  type Programme,
  type Round,
  type Stance,
  stemOf,
  type Verdict,
} from '@cahier/core'
import { groupedBy } from '@cahier/prose'
import {
  type FileSignature,
  folderSigningReader,
  stanceSignatureFault,
} from '../signatures/stance-signatures.ts'
import { isSameStanceContent } from './count-stances.ts'

/** The stances of some positions files (one for each member), grouped by proposal. */
export interface StanceIndex {
  readonly byProposal: ReadonlyMap<string, readonly IndexedStance[]>
  /** The identifier of the programme that a file must name. */
  readonly identifier: string
  /** The leaving day of each member that left. */
  readonly left: Readonly<Record<string, string>>
}

/** `author` comes from the name of the file; the file itself may name another collective. */
interface IndexedStance {
  readonly author: string
  readonly positions: Positions
  readonly signing: FileSignature
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
  signingOf: (positions: Positions) => FileSignature,
): StanceIndex {
  const indexed = files.flatMap((positions) => {
    const author = stemOf(positions.document.path)
    const signing = signingOf(positions)
    return positions.stances.map((stance) => ({ author, positions, signing, stance }))
  })
  return { byProposal: groupedBy(indexed, ({ stance }) => stance.proposal), identifier, left }
}

/** The verdicts on the stances on one proposal, by member. */
export function judgeStances(
  index: StanceIndex,
  proposal: string,
  context: Omit<StanceContext, 'ours' | 'signing'>,
): Verdict['stances'] {
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

// A member that leaves by the last day of the round stays in the electorate, but its stance no
// longer counts.
function hasLeft(left: string | undefined, { day, round }: Pick<StanceContext, 'day' | 'round'>) {
  return left !== undefined && round !== null && left <= day && left <= round.closes
}

export interface StanceContext {
  /** The digest of the text that members vote on. */
  readonly text: string
  readonly day: string
  readonly round: (Pick<Round, 'closes' | 'electorate'> & Partial<Pick<Round, 'outcome'>>) | null
  /** True when the file of the stance names this programme. */
  readonly ours: boolean
  readonly signing: FileSignature
}

/**
 * The verdict on a stance: whether it counts, and why not. A stance on an older text counts only if
 * it is an objection.
 */
export function judgeStance(member: string, stance: Stance, context: StanceContext): JudgedStance {
  const state = stance.text === '' ? 'uncounted' : stance.text === context.text ? 'fresh' : 'stale'
  const why = whyNotCounted(member, stance, context)
  const isObjection = state === 'stale' && stance.stance === 'objection'
  const counted = why === '' && (state === 'fresh' || isObjection)
  const reason = why || (state === 'stale' ? (isObjection ? 'standing' : 'textChanged') : '')
  return { ...stance, state, counted, why: reason }
}

function whyNotCounted(member: string, stance: Stance, context: StanceContext) {
  const { day, round, ours, signing } = context
  if (!ours) return 'otherProgramme'
  if (round !== null && !Object.hasOwn(round.electorate, member)) return 'notMember'
  const fault = stanceSignatureFault(stance, recordedOn(member, stance, context) ?? day, signing)
  if (fault !== '') return fault
  if (stance.text === '') return 'noText'
  if (stance.date > day) return 'future'
  if (round !== null && stance.date > round.closes) return 'afterClose'
  if (stance.stance === 'objection' && stance.argument === '') return 'noArgument'
  return ''
}

// The closing day if the outcome recorded this stance, so that a key revoked later changes nothing.
function recordedOn(member: string, stance: Stance, { round }: StanceContext) {
  const recorded = round?.outcome?.stances[member]
  const isRecorded = isSameStanceContent(recorded, stance) && recorded?.state !== 'uncounted'
  return isRecorded ? round?.outcome?.closed : undefined
}
