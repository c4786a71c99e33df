import type { Language, Ruling, RulingKind } from '@cahier/core'
import { dayInWords } from '../day-in-words.ts'
import { markedName } from '../edition/member.ts'
import type { ProgrammeContext } from '../print/context.ts'

/** A ruling in one sentence. `fallen`: the member objected again since. */
export function rulingSentence(
  { on, ruling, by, date, reason }: Ruling,
  fallen: boolean,
  context: ProgrammeContext,
): string {
  const { names, language } = context
  const words = WORDS[language]
  const [member, facilitator] = [on, by].map((id) => markedName(names(id), language)) as [
    string,
    string,
  ]
  const sentence = words.sentences[ruling](dayInWords(date, language), member, facilitator)
  const quoted = reason === '' ? '.' : words.reason(reason, /[.?!…]$/.test(reason) ? '' : '.')
  return context.text(`${sentence}${quoted}${fallen ? ` ${words.fallen}` : ''}`)
}

interface RulingWords {
  readonly sentences: Readonly<
    Record<RulingKind, (day: string, member: string, by: string) => string>
  >
  readonly reason: (reason: string, stop: string) => string
  readonly fallen: string
}

const WORDS: Readonly<Record<Language, RulingWords>> = {
  fr: {
    sentences: {
      inadmissible: (day, member, by) =>
        `Le ${day}, l’objection faite par ${member} a été jugée irrecevable par ${by}`,
      overruled: (day, member, by) =>
        `Le ${day}, l’objection faite par ${member} a été écartée par ${by}`,
      recused: (day, member, by) =>
        `Le ${day}, la récusation du membre ${member} pour ce tour a été prononcée par ${by}`,
    },
    reason: (reason, stop) => ` : « ${reason} »${stop}`,
    fallen: 'Cette décision est tombée : ce membre a donné depuis une autre position.',
  },
  en: {
    sentences: {
      inadmissible: (day, member, by) =>
        `On ${day}, the objection made by ${member} was ruled inadmissible by ${by}`,
      overruled: (day, member, by) =>
        `On ${day}, the objection made by ${member} was overruled by ${by}`,
      recused: (day, member, by) => `On ${day}, ${member} was recused from this round by ${by}`,
    },
    reason: (reason, stop) => `: “${reason}”${stop}`,
    fallen: 'This ruling no longer holds: the member has given another stance since.',
  },
}
