import { wording } from '@cahier/core'
import {
  adopted,
  fewestReaching,
  inFavour,
  type Method,
  quorumMessages,
  reaches,
  rejected,
  requireParameter,
  withoutConsent,
  withoutQuorum,
} from '../counting/method.ts'

/**
 * Double majority: enough members must be in favour, and they must have enough weight. The weight
 * is not needed when the other members are too few to block.
 */
export const doubleMajority: Method = {
  id: 'double-majority',
  asks: 'weight',
  refusesRulings: true,
  messages: {
    ...quorumMessages,
    reached: wording(
      '{yes|membre|membres} pour sur {members} (il en fallait {least}), de poids {weight} sur {total} (il fallait {needed})',
      '{yes} of {members|member|members} for ({least|was needed|were needed}), of weight {weight} of {total} ({needed} was needed)',
    ),
    unblocked: wording(
      'poids {weight} sur {total}, il fallait {needed} ; mais {others|membre n’est pas pour|membres ne sont pas pour}, et il en faut {blocking} pour bloquer',
      'weight {weight} of {total}, {needed} was needed; but {others|member is|members are} not for, and it takes {blocking} to block',
    ),
    members: wording(
      '{yes|membre|membres} pour sur {members} : il en fallait {least}',
      '{yes} of {members|member|members} for: {least|was needed|were needed}',
    ),
    weight: wording(
      '{yes|membre|membres} pour sur {members}, mais de poids {weight} sur {total} : il fallait {needed}',
      '{yes} of {members|member|members} for, but of weight {weight} of {total}: {needed} was needed',
    ),
    unknown: wording(
      '{unknown|membre n’a pas de poids écrit|membres n’ont pas de poids écrit} : rien ne peut être pesé',
      '{unknown|member has|members have} no weight written: nothing can be weighed',
    ),
    nobody: wording('personne n’est pour', 'nobody is in favour'),
  },
  decide(count, rule) {
    const { members } = count
    const { inFavour: weight = 0, total = 0, unknown = members } = count.weight ?? {}
    const share = requireParameter(rule.members)
    const weightShare = requireParameter(rule.weight)
    const blocking = rule['blocking-minority'] ?? 0
    const yes = inFavour(count)
    const others = members - yes
    const data = {
      yes,
      members,
      least: fewestReaching(members, share),
      weight,
      total,
      needed: fewestReaching(total, weightShare),
      others,
      blocking,
    }
    if (unknown > 0) return rejected('unknown', { unknown })
    const failure = withoutQuorum(count, rule) ?? withoutConsent(count)
    if (failure !== null) return failure
    if (!reaches(yes, members, share)) return rejected('members', data)
    if (reaches(weight, total, weightShare)) return adopted(count, data, 'reached')
    return others < blocking ? adopted(count, data, 'unblocked') : rejected('weight', data)
  },
}
