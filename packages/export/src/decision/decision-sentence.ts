import {
  type Language,
  type Message,
  type Result,
  type Round,
  type Ruling,
  type RulingKind,
  STANCE_KINDS,
  STANCE_WORDS,
  type Status,
  type Tally,
  wording,
} from '@cahier/core'
import { joinWithSemicolons, labelled, numberInWords, withReason } from '../edition/labels.ts'
import { markedName } from '../edition/member.ts'
import type { ProgrammeContext } from '../print/context.ts'
import { rulePhrase } from './rule-in-words.ts'

/**
 * A round (a vote) in a sentence: « Adoptée le 3 mai par consentement : six consentements. » Omits
 * the counts of a void round, whose text changed.
 */
export function decisionSentence(
  { rule, opened, closes, outcome }: Round,
  tally: Tally,
  status: Status,
  language: Language,
): string {
  const standing = status === 'void' || status === 'overdue' ? status : 'open'
  const message = outcome === null ? WITHOUT_OUTCOME[standing] : RESULTS[outcome.result]
  const closed = outcome?.closed ?? ''
  const sentence = message[language]({ rule: rulePhrase(rule, language), opened, closes, closed })
  return (outcome?.result ?? status) === 'void'
    ? `${sentence}.`
    : `${labelled(sentence, language)} ${countsInWords(tally, language)}.`
}

/** « quatre consentements, une réserve ; un membre n’a rien dit » */
export function countsInWords(tally: Tally, language: Language): string {
  const given = STANCE_KINDS.filter((kind) => tally[kind] > 0).map((kind) => {
    const number = numberInWords(tally[kind], kind !== 'consent', language)
    return `${number} ${STANCE_WORDS[language][kind]}${tally[kind] > 1 ? 's' : ''}`
  })
  if (given.length === 0) return NOBODY[language]
  if (tally.silent === 0) return given.join(', ')
  const number = numberInWords(tally.silent, false, language)
  const silent = (tally.silent === 1 ? ONE_SILENT : MANY_SILENT)[language]({ number })
  return joinWithSemicolons([given.join(', '), silent], language)
}

const RESULTS: Readonly<Record<Result, Message>> = {
  adopted: wording('Adoptée le {closed|day} {rule}', 'Adopted on {closed|day} {rule}'),
  'adopted-with-reservations': wording(
    'Adoptée avec réserves le {closed|day} {rule}',
    'Adopted with reservations on {closed|day} {rule}',
  ),
  rejected: wording(
    'Soumise à décision {rule} et non adoptée le {closed|day}',
    'Put to a decision {rule} and not adopted on {closed|day}',
  ),
  blocked: wording(
    'Soumise à décision {rule} et bloquée le {closed|day}',
    'Put to a decision {rule} and blocked on {closed|day}',
  ),
  'no-quorum': wording(
    'Soumise à décision {rule}, sans atteindre le quorum, le {closed|day}',
    'Put to a decision {rule}, short of the quorum, on {closed|day}',
  ),
  void: wording(
    'Consultation annulée le {closed|day}, le texte ayant changé',
    'Consultation void on {closed|day}, as the text had changed',
  ),
}

const WITHOUT_OUTCOME = {
  open: wording(
    'En consultation du {opened|day} au {closes|day}, à décider {rule}\u202F; à ce jour',
    'Open for consultation from {opened|day} to {closes|day}, to be decided {rule}; so far',
  ),
  overdue: wording(
    'Soumise à décision {rule} du {opened|day} au {closes|day}, sans résultat enregistré',
    'Put to a decision {rule} from {opened|day} to {closes|day}, with no outcome recorded',
  ),
  void: wording(
    'Consultation ouverte du {opened|day} au {closes|day}, annulée parce que le texte a changé',
    'Consultation open from {opened|day} to {closes|day}, void because the text has changed',
  ),
}

const NOBODY = { fr: 'aucun membre ne s’est exprimé', en: 'no member has spoken' }
const ONE_SILENT = wording('un membre n’a rien dit', 'one member said nothing')
const MANY_SILENT = wording('{number} membres n’ont rien dit', '{number} members said nothing')

/** A ruling in one sentence. `fallen` is true when the member has given a new stance since. */
export function rulingSentence(
  { on, ruling, by, date, reason }: Ruling,
  fallen: boolean,
  context: ProgrammeContext,
): string {
  const { names, language } = context
  const nameOf = (id: string) => markedName(names(id), language)
  const sentence = SENTENCES[ruling][language]({ date, member: nameOf(on), by: nameOf(by) })
  return context.text(sentence + withReason(reason, language) + (fallen ? FALLEN[language] : ''))
}

const SENTENCES: Readonly<Record<RulingKind, Message>> = {
  inadmissible: wording(
    'Le {date|day}, l’objection faite par {member} a été jugée irrecevable par {by}',
    'On {date|day}, the objection made by {member} was ruled inadmissible by {by}',
  ),
  overruled: wording(
    'Le {date|day}, l’objection faite par {member} a été écartée par {by}',
    'On {date|day}, the objection made by {member} was overruled by {by}',
  ),
  recused: wording(
    'Le {date|day}, la récusation du membre {member} pour ce tour a été prononcée par {by}',
    'On {date|day}, {member} was recused from this round by {by}',
  ),
}
const FALLEN = {
  fr: ' Cette décision est tombée : ce membre a donné depuis une autre position.',
  en: ' This ruling no longer holds: the member has given another stance since.',
}
