import {
  EMPTY_PLAN,
  nearCollective,
  nearest,
  type Plan,
  type Programme,
  type Ruling,
  type RulingKind,
} from '@cahier/core'
import { countedAs } from '../counting/count-stances.ts'
import { membersCounted } from '../counting/members.ts'
import { policyFault, rulingFault } from '../counting/ruling-policy.ts'
import { indexStances, judgeStances } from '../counting/stance-index.ts'
import { methodOf } from '../methods/index.ts'
import { unknownProposal } from '../refusals/names.ts'
import { signedRuling } from '../signatures/ruling-signature.ts'
import { normalizeText } from '../stances/plan-stance.ts'
import { withRuling } from './decisions-file.ts'
import { votableText } from './plan-closing.ts'
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

/** Plans a ruling in the open round of a proposal. Later objections are not covered. */
export function planRuling(
  programme: Programme,
  id: string,
  collective: string,
  { ruling, by, reason, day, sign }: NewRuling,
): Plan {
  const path = `decisions/${id}.yaml`
  const proposal = programme.proposals.find((one) => one.id === id)
  if (proposal === undefined)
    return refusedRound(path, 'noProposal', unknownProposal(programme, id))
  if (!programme.ids.collectives.has(collective))
    return refusedRound(path, 'noCollective', {
      id: collective,
      near: nearCollective(programme, collective),
    })
  const against = policyFault({ ruling, by }, programme.manifest.decision)
  if (against !== null) return refusedRound('programme.yaml', against.message, against.data)
  if (reason.trim() === '') return refusedRound(path, 'noReason')
  if (sign === undefined && programme.manifest.decision.signatures === 'required')
    return refusedRound(path, 'rulingToSign')
  const decisions = programme.decisions.find((one) => one.proposal === id)
  if (decisions !== undefined && !decisions.document.sound)
    return refusedRound(path, 'unreadable', { path })
  const last = decisions?.rounds.at(-1)
  // A ruling without effect may be given again: it is left out here, and replaced below.
  const isIdle = (one: Ruling) =>
    last !== undefined && rulingFault(programme, last, one, day) !== null
  const round = last && { ...last, rulings: last.rulings.filter((one) => !isIdle(one)) }
  if (
    decisions === undefined ||
    round === undefined ||
    round.outcome !== null ||
    round.text !== votableText(proposal, day) ||
    day < round.opened
  )
    return refusedRound(path, 'noRound', { id })
  if (sign === undefined && day > round.closes)
    return refusedRound(path, 'rulingLate', { closes: round.closes })
  if (!Object.hasOwn(round.electorate, collective))
    return refusedRound(path, 'notInRound', {
      id: collective,
      near: nearest(collective, Object.keys(round.electorate)),
    })
  if (!membersCounted(round).includes(collective))
    return refusedRound(path, 'ruledAlready', { id: collective })
  if (ruling === 'recused')
    return written({
      on: collective,
      ruling,
      by,
      date: day,
      reason: normalizeText(reason),
      objection: null,
    })
  const stance = judgeStances(indexStances(programme), id, { text: round.text, day, round })[
    collective
  ]
  const counted = countedAs(round.rulings, collective, stance)
  if (counted === 'ruled') return refusedRound(path, 'ruledAlready', { id: collective })
  if (stance === undefined || counted !== 'objection')
    return refusedRound(path, 'noObjection', { id: collective, proposal: id })
  if (methodOf(round.rule).votes === true)
    return refusedRound(path, 'voteAgainst', { id: collective })
  return written({
    on: collective,
    ruling,
    by,
    date: day,
    reason: normalizeText(reason),
    objection: { date: stance.date, text: stance.text },
  })

  function written(spoken: Ruling): Plan {
    const { opened = '', seal = '', rulings = [] } = last ?? {}
    const signature = sign?.(signedRuling({ seal }, spoken)) ?? ''
    const one = signature === '' ? spoken : { ...spoken, signature }
    const fault = signature === '' ? null : rulingFault(programme, { seal }, one, day)
    if (fault !== null) return refusedRound(path, fault.message, fault.data)
    const isReplaced = (other: Ruling) =>
      other.on === one.on && other.ruling === one.ruling && isIdle(other)
    const replaced = rulings.flatMap((other, index) => (isReplaced(other) ? [index] : []))
    return {
      ...EMPTY_PLAN,
      files: [
        {
          path,
          content: withRuling(decisions?.document.text ?? '', opened, one, replaced),
          replaces: true,
        },
      ],
    }
  }
}
