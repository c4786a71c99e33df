import {
  EMPTY_PLAN,
  nearest,
  type Plan,
  type Programme,
  type Ruling,
  type RulingKind,
} from '@cahier/core'
import { countedAs, membersCounted } from '../counting/count-stances.ts'
import { policyFault, rulingFault } from '../counting/rounds.ts'
import { indexStances, judgeStances } from '../counting/stance-index.ts'
import { methodOf } from '../methods/index.ts'
import { unknownCollective } from '../refusals/refusal.ts'
import { signedRuling } from '../signatures/ruling-signature.ts'
import { normalizeText } from '../stances/plan-stance.ts'
import { withRuling } from './decisions-file.ts'
import { lastRound } from './last-round.ts'
import { votableDigest } from './plan-closing.ts'
import { refusedRound } from './round-messages.ts'

export interface NewRuling {
  readonly ruling: RulingKind
  /** One of the manifest's facilitators. */
  readonly by: string
  readonly reason: string
  readonly day: string
  /** Signs a text with the facilitator's key, as `ssh-keygen -Y sign -n cahier-rulings` does. */
  readonly sign?: (text: string) => string
}

/**
 * Plans a facilitator's ruling on a member or objection in an open round. A ruling on an objection
 * does not cover later objections.
 */
export function planRuling(
  programme: Programme,
  id: string,
  collective: string,
  { ruling, by, reason, day, sign }: NewRuling,
): Plan {
  const path = `decisions/${id}.yaml`
  const refuse = refusedRound.bind(null, path)
  const found = lastRound(programme, id)
  if ('refusal' in found) return found.refusal
  const { proposal, decisions, round: last } = found
  if (!programme.ids.collectives.has(collective))
    return refuse('noCollective', unknownCollective(programme, collective))
  const against = policyFault({ ruling, by }, programme.manifest.decision)
  if (against !== null) return refusedRound('programme.yaml', against.message, against.data)
  if (reason.trim() === '') return refuse('noReason')
  if (sign === undefined && programme.manifest.decision.signatures === 'required')
    return refuse('rulingToSign')
  // A ruling that does not count may be given again: it is left out here and replaced below.
  const isIdle = (one: Ruling) => rulingFault(programme, last, one, day) !== null
  const round = { ...last, rulings: last.rulings.filter((one) => !isIdle(one)) }
  const isOpen = round.outcome === null && round.text === votableDigest(proposal, day)
  if (!isOpen || day < round.opened) return refuse('noRound', { id })
  if (sign === undefined && day > round.closes)
    return refuse('rulingLate', { closes: round.closes })
  if (!Object.hasOwn(round.electorate, collective))
    return refuse('notInRound', {
      id: collective,
      near: nearest(collective, Object.keys(round.electorate)),
    })
  if (!membersCounted(round).includes(collective)) return refuse('ruledAlready', { id: collective })
  const given = { on: collective, ruling, by, date: day, reason: normalizeText(reason) }
  if (ruling === 'recused') return written({ ...given, objection: null })
  const stance = judgeStances(indexStances(programme), id, { text: round.text, day, round })[
    collective
  ]
  const counted = countedAs(round.rulings, collective, stance)
  if (counted === 'ruled') return refuse('ruledAlready', { id: collective })
  if (stance === undefined || counted !== 'objection')
    return refuse('noObjection', { id: collective, proposal: id })
  if (methodOf(round.rule).refusesRulings) return refuse('voteAgainst', { id: collective })
  return written({ ...given, objection: { date: stance.date, text: stance.text } })

  function written(spoken: Ruling): Plan {
    const signature = sign?.(signedRuling(last, spoken)) ?? ''
    const one = signature === '' ? spoken : { ...spoken, signature }
    const fault = signature === '' ? null : rulingFault(programme, last, one, day)
    if (fault !== null) return refuse(fault.message, fault.data)
    const isReplaced = (other: Ruling) =>
      other.on === one.on && other.ruling === one.ruling && isIdle(other)
    const replaced = last.rulings.flatMap((other, index) => (isReplaced(other) ? [index] : []))
    const content = withRuling(decisions.document.text, last.opened, one, replaced)
    return { ...EMPTY_PLAN, files: [{ path, content, replaces: true }] }
  }
}
