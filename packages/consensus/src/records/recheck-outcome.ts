import {
  type MessageData,
  memoizeByBytes,
  type Outcome,
  type Positions,
  type Programme,
  type Round,
  readDocument,
  readPositions,
  type Source,
} from '@cahier/core'
import { indexPositions } from '../counting/stance-index.ts'
import { SIGNATURE_FAULTS } from '../counting/why-uncounted.ts'
import { isSameValue } from '../is-same-value.ts'
import { isOutcomeSettled, outcomeOf } from '../rounds/plan-closing.ts'
import { rulingSignatureFault } from '../signatures/ruling-signature.ts'
import { keyringOf, type SigningReader } from '../signatures/stance-signatures.ts'
import type { recordMessages } from './record-messages.ts'
import { recordsOf } from './round-copies.ts'
import { outcomeSeal } from './seal.ts'

/** Reports a fault at a JSON pointer below the round. */
export type ReportFault = (
  at: string,
  message: keyof typeof recordMessages,
  data?: MessageData,
) => void

type ClosedRound = Round & { readonly outcome: Outcome }

/** Counts a closed round (a vote) again from its copies of stances, and reports each difference. */
export function recheckOutcome(
  programme: Programme,
  proposal: string,
  round: ClosedRound,
  signingOf: SigningReader,
  report: ReportFault,
): void {
  const { outcome } = round
  recheckRulingSignatures(programme, round, report)
  const folder = `decisions/${proposal}/${round.opened}/positions/`
  const copies = recordsOf(programme, proposal).filter(({ path }) => path.startsWith(folder))
  const positions = copies.map((copy) => copiedPositions(copy, proposal))
  const missing = Object.keys(outcome.stances).filter(
    (member) => !copies.some(({ path }) => path === `${folder}${member}.yaml`),
  )
  if (missing.length > 0)
    report(`/outcome/stances/${missing[0]}`, 'positionsMissing', {
      copies: missing.map((member) => `${folder}${member}.yaml`),
    })
  if (copies.length < Object.keys(outcome.stances).length) return
  const recounted = recount(programme, proposal, round, positions, signingOf)
  const { index, stances, result, wrong } = recounted
  for (const member of wrong) {
    const at = Object.hasOwn(outcome.stances, member)
      ? `/outcome/stances/${member}`
      : '/outcome/stances'
    const why = stances[member]?.why ?? ''
    const isSignatureFault = why !== outcome.stances[member]?.why && SIGNATURE_FAULTS.has(why)
    report(at, isSignatureFault ? 'stanceUnheard' : 'stanceDiffers', { member, why })
  }
  const { closed } = outcome
  const isEarly = closed <= round.closes && outcome.result !== 'void'
  const mayCloseEarly = () =>
    round.rule['early-close'] === true &&
    closed >= round.opened &&
    isOutcomeSettled(index, proposal, round, outcome)
  if (result !== outcome.result)
    report('/outcome/result', 'resultDiffers', { written: outcome.result, computed: result })
  else if (isEarly && !mayCloseEarly())
    report('/outcome/closed', 'closedEarly', { closed, closes: round.closes })
  else if (wrong.length === 0 && outcome.seal !== outcomeSeal(round, outcome))
    report('/outcome/seal', 'outcomeSeal')
}

function recheckRulingSignatures(programme: Programme, round: ClosedRound, report: ReportFault) {
  // The signature policy of the closing day is unknown, so only existing signatures are checked.
  const keyring = { required: false, keys: keyringOf(programme).keys }
  for (const [index, ruling] of round.rulings.entries()) {
    const { on: member, by } = ruling
    const why = rulingSignatureFault(round, ruling, round.outcome.closed, keyring)
    if (why !== '') report(`/rulings/${index}/signature`, 'rulingUnheard', { member, by, why })
  }
}

/**
 * Counts a round again. The programme identifier and the signature policy may have changed since
 * the first count. When the stances differ, former values of both are tried too.
 */
function recount(
  { manifest }: Programme,
  proposal: string,
  round: ClosedRound,
  positions: readonly Positions[],
  signingOf: SigningReader,
) {
  const { outcome } = round
  // A changed text makes a round void, and its digest is not recorded. An empty digest stands for
  // it here. It differs from `round.text`, so the result is void again.
  const normative = outcome.result === 'void' ? '' : round.text
  const countWith = (isRequired: boolean, identifier: string) => {
    const index = indexPositions(positions, identifier, leftDays(round), (file) =>
      signingOf(file, isRequired),
    )
    const { stances, result } = outcomeOf(index, { id: proposal, normative }, round, outcome.closed)
    const members = [...new Set([...Object.keys(stances), ...Object.keys(outcome.stances)])]
    const wrong = members.filter((one) => !isSameValue(stances[one], outcome.stances[one]))
    return { index, stances, result, wrong }
  }
  const isRequired = manifest.decision.signatures === 'required'
  const { identifier } = manifest.publication
  const present = countWith(isRequired, identifier)
  if (present.wrong.length === 0) return present
  const names = new Set([identifier, ...positions.map(({ programme }) => programme)])
  for (const name of names)
    for (const required of [isRequired, !isRequired]) {
      const former = countWith(required, name)
      if (former.wrong.length === 0) return former
    }
  return present
}

// The members that had left, according to the outcome. Present files may say otherwise.
function leftDays({ opened, outcome }: ClosedRound) {
  const away = Object.entries(outcome.stances).filter(([, { why }]) => why === 'left')
  return Object.fromEntries(away.map(([member]) => [member, opened]))
}

function copiedPositions(copy: Source, proposal: string) {
  const positions = positionsIn(copy)
  return {
    ...positions,
    stances: positions.stances.filter((stance) => stance.proposal === proposal),
    document: readDocument(copy, 'positions'),
  }
}

const positionsIn = memoizeByBytes((text) =>
  readPositions(readDocument({ path: 'positions/x.yaml', text }, 'positions')),
)
