import {
  type JudgedStance,
  type Programme,
  readDocument,
  readPositions,
  type Source,
  stemOf,
} from '@cahier/core'
import { countingRound } from '../counting/rounds.ts'
import { tally } from '../counting/tally.ts'
import { positionsAt } from '../find-by-id.ts'
import { isSameValue } from '../is-same-value.ts'
import { keyringOf, signingReader, stanceSignatureFault } from '../signatures/stance-signatures.ts'

/** A positions file (the stances of one member) to write, with its signature. */
export interface SignedFile extends Source {
  readonly signature: string
}

/** The id of the reason why stances of `day` in a signed file would not count, or empty. */
export function whyNotCounted(programme: Programme, file: SignedFile, day: string): string {
  const { positions, signing } = readSigned(programme, file)
  if (signing.why !== '') return signing.why
  const [{ delegate = '' } = {}] = signing.held
  const ofKey = stanceSignatureFault({ by: delegate, date: day }, day, signing)
  if (ofKey !== '') return ofKey
  const whys = positions.stances
    .filter(({ date }) => date === day)
    .map((one) => stanceSignatureFault(one, day, signing))
  return whys.find((why) => why !== '') ?? ''
}

/**
 * The earlier stances that a signed file would make invalid, such as stances dated before the
 * first day of its key. Stances in closed rounds still count and are left out.
 */
export function silencedBySigning(
  programme: Programme,
  file: SignedFile,
  day: string,
): readonly JudgedStance[] {
  const { positions, signing } = readSigned(programme, file)
  const old = positionsAt(programme, file.path)?.stances ?? []
  const lost = positions.stances.filter(
    (stance) =>
      old.some((one) => isSameValue(one, stance)) &&
      stanceSignatureFault(stance, day, signing) !== '',
  )
  const asked = programme.proposals.filter(({ id }) => lost.some(({ proposal }) => proposal === id))
  return tally(programme, day, asked).flatMap(({ stances, round, digest }) => {
    const one = stances[stemOf(file.path)]
    return one?.counted === true && !countingRound(round, digest)?.outcome ? [one] : []
  })
}

function readSigned(programme: Programme, { path, text, signature }: SignedFile) {
  const positions = readPositions(readDocument({ path, text }, 'positions'))
  const signingOf = signingReader(
    { signatures: [{ path: `${path}.sig`, text: signature }], folderFindings: [] },
    keyringOf(programme),
  )
  return { positions, signing: signingOf(positions) }
}
