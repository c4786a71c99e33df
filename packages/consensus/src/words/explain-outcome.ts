import {
  asSentence,
  byId,
  countOf,
  type DecisionRule,
  type Language,
  type Outcome,
  RESULT_WORDS,
  type Result,
  type Round,
  STANCE_WORDS,
  sentenceOf,
  type Threshold,
  type VerdictStance,
} from '@cahier/core'
import { countRound } from '../counting/count-round.ts'
import { countedAs } from '../counting/count-stances.ts'
import type { Count, Decision } from '../counting/method.ts'
import { countAnswers, fewestReaching, inFavour } from '../counting/quorum.ts'
import { isAdopted } from '../counting/status.ts'
import { decide, methodOf } from '../methods/index.ts'
import { lastDayOf } from '../rounds/plan-closing.ts'

/**
 * Why a round had its result, in sentences: figures, quorum, decisive members. Empty for a void
 * round.
 */
export function explainOutcome(
  round: Round,
  outcome: Outcome,
  stances: Readonly<Record<string, VerdictStance>>,
  language: Language,
  nameOf: (member: string) => string,
): readonly string[] {
  if (outcome.result === 'void') return []
  const say = WORDS[language]
  const until = lastDayOf(round, outcome.closed)
  const count = countRound(round, stances, until)
  const decision = decide(count, round.rule)
  const memberWithStance = (member: string) =>
    `${nameOf(member)} (${STANCE_WORDS[language][stances[member]?.stance ?? 'abstention']})`
  return [
    asSentence(explainDecision(round.rule, decision, language)),
    ...quorumSentences(count, round.rule, decision, language),
    ...decisiveSentences(
      decisiveMembers(round, stances, until),
      decision,
      countAnswers(count),
      memberWithStance,
      say,
    ),
    ...(outcome.closed <= round.closes ? [say.early] : []),
  ]
}

// Leaves out a missed quorum, which the decision explains.
function quorumSentences(
  count: Count,
  rule: DecisionRule,
  { why, fallback }: Decision,
  language: Language,
): readonly string[] {
  const say = WORDS[language]
  if (fallback !== undefined)
    return quorumSentences(count, fallback.rule, fallback.decision, language)
  const { quorum, 'minimum-consents': minimum } = rule
  return [
    ...(quorum === undefined || why === 'quorum'
      ? []
      : [
          say.quorum(
            countAnswers(count),
            count.members,
            fewestReaching(count.members, quorum),
            share(quorum, language),
          ),
        ]),
    ...(minimum === undefined || why === 'minimumConsents' || why === 'quorum'
      ? []
      : [say.minimum(inFavour(count), minimum)]),
  ]
}

function share(threshold: Threshold, language: Language): string {
  const [[bound = '', ratio = ''] = []] = Object.entries(threshold)
  return `${bound === 'more-than' ? WORDS[language].more : WORDS[language].least} ${ratio}`
}

// When no member was decisive alone, the objections explain a blocked round.
function decisiveSentences(
  decisive: readonly DecisiveMember[],
  { result }: Decision,
  answered: number,
  memberWithStance: (member: string) => string,
  say: (typeof WORDS)[Language],
): readonly string[] {
  if (decisive.length === 0) return answered > 1 && result !== 'blocked' ? [say.nobodyTipped] : []
  const outcomes = [...new Set(decisive.map(({ without }) => without))]
  return outcomes.map((without) => {
    const members = decisive
      .filter((one) => one.without === without)
      .map(({ member }) => memberWithStance(member))
    return members.length === 1
      ? say.oneTipped(members[0] ?? '', say.without[without])
      : say.eachTipped(members.join(', '), say.without[without])
  })
}

const WORDS = {
  fr: {
    least: 'au moins',
    more: 'plus de',
    quorum: (answered: number, members: number, needed: number, of: string) =>
      `Quorum : ${countOf('fr', answered, 'membre s’est exprimé', 'membres se sont exprimés')} sur ${members}, il en fallait ${needed} (${of}).`,
    minimum: (yes: number, needed: number) =>
      `La règle demande au moins ${countOf('fr', needed, 'consentement exprimé', 'consentements exprimés')} : il y en a ${yes}.`,
    nobodyTipped: 'Aucune position, à elle seule, n’a fait la différence.',
    oneTipped: (member: string, without: string) =>
      `A fait la différence : ${member} ; sans cette position, ${without}.`,
    eachTipped: (members: string, without: string) =>
      `Ont fait la différence, chacun à lui seul : ${members} ; sans l’une de ces positions, ${without}.`,
    early:
      'Ce tour a été clos avant son dernier jour, comme la règle le permet : rien de ce qui restait à dire ne pouvait plus en changer le résultat.',
    without: {
      adopted: 'la proposition aurait été adoptée',
      'adopted-with-reservations': 'la proposition aurait été adoptée',
      rejected: 'la proposition n’aurait pas été adoptée',
      blocked: 'la proposition aurait été bloquée',
      'no-quorum': 'le quorum n’aurait pas été atteint',
    },
  },
  en: {
    least: 'at least',
    more: 'more than',
    quorum: (answered: number, members: number, needed: number, of: string) =>
      `Quorum: ${answered} of ${countOf('en', members, 'member', 'members')} spoke, ${countOf('en', needed, 'was needed', 'were needed')} (${of}).`,
    minimum: (yes: number, needed: number) =>
      `The rule asks for at least ${countOf('en', needed, 'spoken consent', 'spoken consents')}: there are ${yes}.`,
    nobodyTipped: 'No stance made the difference on its own.',
    oneTipped: (member: string, without: string) =>
      `${member} made the difference: without this stance ${without}.`,
    eachTipped: (members: string, without: string) =>
      `Each of these made the difference on its own: ${members}; without one of these stances ${without}.`,
    early:
      'This round was closed before its last day, as the rule allows: nothing that was left to say could change its result any more.',
    without: {
      adopted: 'the proposal would have been adopted',
      'adopted-with-reservations': 'the proposal would have been adopted',
      rejected: 'the proposal would not have been adopted',
      blocked: 'the proposal would have been blocked',
      'no-quorum': 'the quorum would not have been met',
    },
  },
}

/** Why a rule decided so, then why its fallback did: a clause without a capital or a full stop. */
export function explainDecision(
  rule: DecisionRule,
  { why, data, fallback }: Decision,
  language: Language,
): string {
  const { id, messages } = methodOf(rule)
  const sentence = sentenceOf({ rule: id, message: why, data }, { [id]: messages }, language)
  if (fallback === undefined) return sentence
  return `${sentence}${language === 'fr' ? ' ; règle de repli : ' : '; fallback rule: '}${explainDecision(fallback.rule, fallback.decision, language)}`
}

/**
 * The result of an open round if no stance changes, and why: « bloquée (1 objection ouverte : …) ».
 */
export function foreseenOutcome(
  round: Round,
  stances: Readonly<Record<string, VerdictStance>>,
  language: Language,
): string {
  const decision = decide(countRound(round, stances), round.rule)
  return `${RESULT_WORDS[language][decision.result]} (${explainDecision(round.rule, decision, language)})`
}

/** A member without whose stance the result would differ, and that other result. */
interface DecisiveMember {
  readonly member: string
  readonly without: Exclude<Result, 'void'>
}

/** The members whose stance decided between adopted and not adopted. */
export function decisiveMembers(
  round: Round,
  stances: Readonly<Record<string, VerdictStance>>,
  until: string,
): readonly DecisiveMember[] {
  const came = decide(countRound(round, stances, until), round.rule).result
  return Object.keys(round.electorate).flatMap((member) => {
    if (countedAs(round.rulings, member, stances[member]) === 'silent') return []
    const others = byId(Object.entries(stances).filter(([one]) => one !== member))
    const without = decide(countRound(round, others, until), round.rule).result
    return isAdopted(without) === isAdopted(came) ? [] : [{ member, without }]
  })
}
