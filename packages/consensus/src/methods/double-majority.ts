import type { Method } from '../counting/method.ts'
import {
  adoptedWith,
  fewestReaching,
  inFavour,
  quorumMessages,
  reaches,
  requireParameter,
  withoutQuorum,
} from '../counting/quorum.ts'
import { countOf } from '../words/count-of.ts'

/** Double majority: enough of all members, who hold enough of the total weight. */
export const doubleMajority: Method = {
  id: 'double-majority',
  asks: 'weight',
  votes: true,
  messages: {
    ...quorumMessages,
    reached: {
      fr: ({ yes, members, least, weight, total, needed }) =>
        `${countOf('fr', yes, 'membre', 'membres')} pour sur ${members} (il en fallait ${least}), de poids ${weight} sur ${total} (il fallait ${needed})`,
      en: ({ yes, members, least, weight, total, needed }) =>
        `${yes} of ${countOf('en', members, 'member', 'members')} for (${countOf('en', least, 'was needed', 'were needed')}), of weight ${weight} of ${total} (${needed} was needed)`,
    },
    unblocked: {
      fr: ({ weight, total, needed, others, blocking }) =>
        `poids ${weight} sur ${total}, il fallait ${needed} ; mais ${countOf('fr', others, 'membre n’est pas pour', 'membres ne sont pas pour')}, et il en faut ${blocking} pour bloquer`,
      en: ({ weight, total, needed, others, blocking }) =>
        `weight ${weight} of ${total}, ${needed} was needed; but ${countOf('en', others, 'member is', 'members are')} not for, and it takes ${blocking} to block`,
    },
    members: {
      fr: ({ yes, members, least }) =>
        `${countOf('fr', yes, 'membre', 'membres')} pour sur ${members} : il en fallait ${least}`,
      en: ({ yes, members, least }) =>
        `${yes} of ${countOf('en', members, 'member', 'members')} for: ${countOf('en', least, 'was needed', 'were needed')}`,
    },
    weight: {
      fr: ({ yes, members, weight, total, needed }) =>
        `${countOf('fr', yes, 'membre', 'membres')} pour sur ${members}, mais de poids ${weight} sur ${total} : il fallait ${needed}`,
      en: ({ yes, members, weight, total, needed }) =>
        `${yes} of ${countOf('en', members, 'member', 'members')} for, but of weight ${weight} of ${total}: ${needed} was needed`,
    },
    unknown: {
      fr: ({ unknown }) =>
        `${countOf('fr', unknown, 'membre n’a pas de poids écrit', 'membres n’ont pas de poids écrit')} : rien ne peut être pesé`,
      en: ({ unknown }) =>
        `${countOf('en', unknown, 'member has', 'members have')} no weight written: nothing can be weighed`,
    },
    nobody: { fr: () => 'personne n’est pour', en: () => 'nobody is in favour' },
  },
  decide(count, rule) {
    const { members } = count
    const {
      inFavour: weight,
      total,
      unknown,
    } = count.weight ?? { inFavour: 0, total: 0, unknown: members }
    const [share, weightShare, blocking] = [
      requireParameter(rule.members),
      requireParameter(rule.weight),
      rule['blocking-minority'] ?? 0,
    ]
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
    if (unknown > 0) return { result: 'rejected', why: 'unknown', data: { unknown } }
    const failure = withoutQuorum(count, rule)
    if (failure !== null) return failure
    if (yes === 0) return { result: 'rejected', why: 'nobody', data: {} }
    if (!reaches(yes, members, share)) return { result: 'rejected', why: 'members', data }
    if (reaches(weight, total, weightShare))
      return { result: adoptedWith(count), why: 'reached', data }
    return others < blocking
      ? { result: adoptedWith(count), why: 'unblocked', data }
      : { result: 'rejected', why: 'weight', data }
  },
}
