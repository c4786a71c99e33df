import {
  asSentence,
  byId,
  type DecisionRule,
  type Language,
  type Outcome,
  RESULT_WORDS,
  type Round,
  STANCE_WORDS,
  sentenceOf,
  sentencesIn,
  type Verdict,
  wording,
} from '@cahier/core'
import { countRound } from '../counting/count-round.ts'
import { countedAs } from '../counting/count-stances.ts'
import {
  type Count,
  countAnswers,
  type Decision,
  fewestReaching,
  inFavour,
} from '../counting/method.ts'
import { isAdopted } from '../counting/status.ts'
import { decide, methodOf } from '../methods/index.ts'
import { lastDayOf } from '../rounds/plan-closing.ts'
import { shareInWords } from './rule-in-words.ts'

/** Sentences that say why a round (a vote) had its result. A void round has none. */
export function explainOutcome(
  round: Round,
  outcome: Outcome,
  language: Language,
  nameOf: (member: string) => string,
): readonly string[] {
  if (outcome.result === 'void') return []
  const { stances } = outcome
  const say = sentencesIn(WORDS, language)
  const until = lastDayOf(round, outcome.closed)
  const count = countRound(round, stances, until)
  const decision = decide(count, round.rule)
  const decisive = decisiveMembers(round, stances, until)
  const results = [...new Set(decisive.map(({ without }) => without))]
  const tipped = results.map((without) => {
    const members = decisive
      .filter((one) => one.without === without)
      .map(({ member }) => {
        const stance = stances[member]?.stance ?? 'abstention'
        return `${nameOf(member)} (${STANCE_WORDS[language][stance]})`
      })
    return say(members.length === 1 ? 'oneTipped' : 'eachTipped', {
      members,
      without: say(without),
    })
  })
  const isUndecisive =
    tipped.length === 0 && countAnswers(count) > 1 && decision.result !== 'blocked'
  return [
    asSentence(explainDecision(round.rule, decision, language)),
    ...quorumSentences(count, round.rule, decision, language),
    ...tipped,
    ...(isUndecisive ? [say('nobodyTipped')] : []),
    ...(outcome.closed <= round.closes ? [say('early')] : []),
  ]
}

// A missed quorum is left out, since the decision explains it.
function quorumSentences(
  count: Count,
  rule: DecisionRule,
  { why, fallback }: Decision,
  language: Language,
): readonly string[] {
  const say = sentencesIn(WORDS, language)
  if (fallback !== undefined)
    return quorumSentences(count, fallback.rule, fallback.decision, language)
  const { quorum, 'minimum-consents': minimum } = rule
  const { members } = count
  const sentences: string[] = []
  if (why === 'quorum') return sentences
  if (quorum !== undefined) {
    const of = shareInWords(quorum, language)
    const needed = fewestReaching(members, quorum)
    sentences.push(say('quorum', { answered: countAnswers(count), members, needed, of }))
  }
  if (minimum !== undefined && why !== 'minimumConsents')
    sentences.push(say('minimum', { yes: inFavour(count), needed: minimum }))
  return sentences
}

const WORDS = {
  quorum: wording(
    'Quorum : {answered|membre s’est exprimé|membres se sont exprimés} sur {members}, il en fallait {needed} ({of}).',
    'Quorum: {answered} of {members|member|members} spoke, {needed|was needed|were needed} ({of}).',
  ),
  minimum: wording(
    'La règle demande au moins {needed|consentement exprimé|consentements exprimés} : il y en a {yes}.',
    'The rule asks for at least {needed|spoken consent|spoken consents}: there are {yes}.',
  ),
  nobodyTipped: wording(
    'Aucune position, à elle seule, n’a fait la différence.',
    'No stance made the difference on its own.',
  ),
  oneTipped: wording(
    'A fait la différence : {members} ; sans cette position, {without}.',
    '{members} made the difference: without this stance {without}.',
  ),
  eachTipped: wording(
    'Ont fait la différence, chacun à lui seul : {members} ; sans l’une de ces positions, {without}.',
    'Each of these made the difference on its own: {members}; without one of these stances {without}.',
  ),
  early: wording(
    'Ce tour a été clos avant son dernier jour, comme la règle le permet : rien de ce qui restait à dire ne pouvait plus en changer le résultat.',
    'This round was closed before its last day, as the rule allows: nothing that was left to say could change its result any more.',
  ),
  adopted: wording('la proposition aurait été adoptée', 'the proposal would have been adopted'),
  'adopted-with-reservations': wording(
    'la proposition aurait été adoptée',
    'the proposal would have been adopted',
  ),
  rejected: wording(
    'la proposition n’aurait pas été adoptée',
    'the proposal would not have been adopted',
  ),
  blocked: wording('la proposition aurait été bloquée', 'the proposal would have been blocked'),
  'no-quorum': wording('le quorum n’aurait pas été atteint', 'the quorum would not have been met'),
}

/** Why a rule, and then its fallback, decided so: a clause without a capital or a full stop. */
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

/** The result of a round if no stance changes, and why: « bloquée (1 objection ouverte : …) ». */
export function foreseenOutcome(
  round: Round,
  stances: Verdict['stances'],
  language: Language,
): string {
  const decision = decide(countRound(round, stances), round.rule)
  return `${RESULT_WORDS[language][decision.result]} (${explainDecision(round.rule, decision, language)})`
}

/**
 * The members whose stance alone decided between adopted and not adopted, each with the result
 * without that stance.
 */
export function decisiveMembers(round: Round, stances: Verdict['stances'], until: string) {
  const came = decide(countRound(round, stances, until), round.rule).result
  return Object.keys(round.electorate).flatMap((member) => {
    if (countedAs(round.rulings, member, stances[member]) === 'silent') return []
    const others = byId(Object.entries(stances).filter(([one]) => one !== member))
    const without = decide(countRound(round, others, until), round.rule).result
    return isAdopted(without) === isAdopted(came) ? [] : [{ member, without }]
  })
}
