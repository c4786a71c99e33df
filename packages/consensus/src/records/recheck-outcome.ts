import {
  isOfFile,
  type MessageData,
  type Outcome,
  type Positions,
  type Programme,
  type Round,
  readDocument,
  readPositions,
  type Source,
  stemOf,
} from '@cahier/core'
import { indexPositions, type StanceIndex } from '../counting/stance-index.ts'
import { isSameValue } from '../is-same-value.ts'
import { isOutcomeSettled, outcomeOf } from '../rounds/plan-closing.ts'
import { keyringOf } from '../signatures/keyring.ts'
import { rulingSignatureFault } from '../signatures/ruling-signature.ts'
import { SIGNATURE_FAULTS, type SigningReader } from '../signatures/signing.ts'
import { recordsOf } from './copies.ts'
import type { recordMessages } from './record-messages.ts'
import { outcomeSeal } from './seal.ts'

export type Report = (at: string, message: keyof typeof recordMessages, data?: MessageData) => void

export function recheckOutcome(
  programme: Programme,
  proposal: string,
  round: Round & { outcome: Outcome },
  { signingOf, positionsOf }: Pick<Readers, 'signingOf' | 'positionsOf'>,
  report: Report,
): void {
  const { outcome } = round
  // Whether a signature was required depends on the policy of that day.
  const keyring = { required: false, keys: keyringOf(programme).keys }
  for (const [index, ruling] of round.rulings.entries()) {
    const why = rulingSignatureFault(round, ruling, outcome.closed, keyring)
    if (why !== '')
      report(`/rulings/${index}/signature`, 'rulingUnheard', {
        member: ruling.on,
        by: ruling.by,
        why,
      })
  }
  const folder = `decisions/${proposal}/${round.opened}/positions/`
  const copies = recordsOf(programme, proposal).filter(({ path }) => path.startsWith(folder))
  const positions = copies.map((copy) => positionsOf(copy, proposal))
  const unkept = Object.keys(outcome.stances).filter(
    (member) => !copies.some(({ path }) => path === `${folder}${member}.yaml`),
  )
  if (unkept.length > 0)
    report(`/outcome/stances/${unkept[0]}`, 'positionsMissing', {
      copies: unkept.map((member) => `${folder}${member}.yaml`),
    })
  if (copies.length < Object.keys(outcome.stances).length) return
  // A void round decides nothing, and the text it fell for is unknown.
  const normative = outcome.result === 'void' ? '' : round.text
  const required = programme.manifest.decision.signatures === 'required'
  const ours = programme.manifest.publication.identifier
  const again = (isRequired: boolean, identifier: string) => {
    const index = indexPositions(positions, identifier, leftDays(round), (file) =>
      signingOf(file, isRequired),
    )
    const { stances, result } = outcomeOf(index, { id: proposal, normative }, round, outcome.closed)
    const members = [...new Set([...Object.keys(stances), ...Object.keys(outcome.stances)])]
    return {
      index,
      stances,
      result,
      wrong: members.filter((one) => !isSameValue(stances[one], outcome.stances[one])),
    }
  }
  // The name of the programme and its rule on signatures may have changed since the close.
  const now = again(required, ours)
  const names =
    now.wrong.length === 0 ? [] : [...new Set([ours, ...positions.map((file) => file.programme)])]
  const others = names.flatMap((name) => [again(required, name), again(!required, name)])
  const { index, stances, result, wrong } = others.find((one) => one.wrong.length === 0) ?? now
  for (const member of wrong) {
    const at = Object.hasOwn(outcome.stances, member)
      ? `/outcome/stances/${member}`
      : '/outcome/stances'
    const why = stances[member]?.why ?? ''
    const isSignatureFault =
      why !== (outcome.stances[member]?.why ?? '') && SIGNATURE_FAULTS.has(why)
    report(at, isSignatureFault ? 'stanceUnheard' : 'stanceDiffers', { member, why })
  }
  if (result !== outcome.result)
    report('/outcome/result', 'resultDiffers', { written: outcome.result, computed: result })
  else if (
    outcome.closed <= round.closes &&
    outcome.result !== 'void' &&
    !mayCloseEarly(index, proposal, round, outcome)
  )
    report('/outcome/closed', 'closedEarly', { closed: outcome.closed, closes: round.closes })
  else if (wrong.length === 0 && outcome.seal !== outcomeSeal(round, outcome))
    report('/outcome/seal', 'outcomeSeal')
}

function mayCloseEarly(
  index: StanceIndex,
  proposal: string,
  round: Round,
  outcome: Outcome,
): boolean {
  return (
    round.rule['early-close'] === true &&
    outcome.closed >= round.opened &&
    isOutcomeSettled(index, proposal, round, outcome)
  )
}

// The outcome records who had left. A member may leave later, or come back.
function leftDays({
  opened,
  outcome,
}: Round & { outcome: Outcome }): Readonly<Record<string, string>> {
  const away = Object.entries(outcome.stances).filter(([, { why }]) => why === 'left')
  return Object.fromEntries(away.map(([member]) => [member, opened]))
}

export interface Readers {
  readonly signingOf: SigningReader
  readonly positionsOf: CopyReader
}

/** Reads the stances of one proposal in a copy of a positions file. */
type CopyReader = (copy: Source, proposal: string) => Positions

// Rounds closed together keep the same file many times. Only the last one read of each member is
// cached.
export function copyReader(): CopyReader {
  const latest = new Map<
    string,
    { readonly content: Uint8Array | Source; readonly said: Positions }
  >()
  return (copy, proposal) => {
    const content = isOfFile(copy) ? copy.bytes : copy
    const member = stemOf(copy.path)
    const known = latest.get(member)
    const document = readDocument(copy, 'positions')
    const said = known?.content === content ? known.said : readPositions(document)
    latest.set(member, { content, said })
    return {
      ...said,
      stances: said.stances.filter((stance) => stance.proposal === proposal),
      document,
    }
  }
}
