import { type Message, type Ruling, type RulingKind, wording } from '@cahier/core'
import { dayInWords } from '../edition/labels.ts'
import { markedName } from '../edition/member.ts'
import type { ProgrammeContext } from '../print/context.ts'

/** A ruling in one sentence. `fallen` is true when the member has given a new stance since. */
export function rulingSentence(
  { on, ruling, by, date, reason }: Ruling,
  fallen: boolean,
  context: ProgrammeContext,
): string {
  const { names, language } = context
  const nameOf = (id: string) => markedName(names(id), language)
  const day = dayInWords(date, language)
  const sentence = SENTENCES[ruling][language]({ day, member: nameOf(on), by: nameOf(by) })
  const stop = /[.?!…]$/.test(reason) ? '' : '.'
  const quoted = reason === '' ? '.' : REASON[language]({ reason }) + stop
  return context.text(sentence + quoted + (fallen ? FALLEN[language] : ''))
}

const SENTENCES: Readonly<Record<RulingKind, Message>> = {
  inadmissible: wording(
    'Le {day}, l’objection faite par {member} a été jugée irrecevable par {by}',
    'On {day}, the objection made by {member} was ruled inadmissible by {by}',
  ),
  overruled: wording(
    'Le {day}, l’objection faite par {member} a été écartée par {by}',
    'On {day}, the objection made by {member} was overruled by {by}',
  ),
  recused: wording(
    'Le {day}, la récusation du membre {member} pour ce tour a été prononcée par {by}',
    'On {day}, {member} was recused from this round by {by}',
  ),
}
const REASON = wording(' : « {reason} »', ': “{reason}”')
const FALLEN = {
  fr: ' Cette décision est tombée : ce membre a donné depuis une autre position.',
  en: ' This ruling no longer holds: the member has given another stance since.',
}
