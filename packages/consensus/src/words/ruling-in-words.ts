import {
  dayIn,
  type Language,
  type Programme,
  quoted,
  type Ruling,
  type VerdictStance,
} from '@cahier/core'

/** A ruling for the minutes. It says when `stance` is no longer the objection ruled on. */
export function rulingInWords(
  { on, ruling, by, date, reason, objection }: Ruling,
  stance: Partial<Pick<VerdictStance, 'date' | 'text'>> | undefined,
  nameOf: (id: string) => string,
  language: Language,
  { manifest }: Pick<Programme, 'manifest'>,
): string {
  const say = WORDS[language]
  const isCancelled =
    objection !== null && (stance?.date !== objection.date || stance.text !== objection.text)
  return `${say.ruling(dayIn(language, date), nameOf(by))}${say.colon}${nameOf(on)}, ${say.rulings[ruling]}${say.reason(quoted(reason, manifest))}${isCancelled ? say.fell : ''}`
}

const WORDS = {
  fr: {
    colon: ' : ',
    ruling: (day: string, by: string) => `Arbitrage du ${day}, par ${by}`,
    rulings: {
      inadmissible: 'objection jugée irrecevable',
      overruled: 'objection écartée',
      recused: 'mis en retrait de ce tour',
    },
    reason: (text: string) => ` — « ${text} »`,
    fell: ' (tombé depuis : une autre position a été donnée)',
  },
  en: {
    colon: ': ',
    ruling: (day: string, by: string) => `Ruling of ${day}, by ${by}`,
    rulings: {
      inadmissible: 'objection inadmissible',
      overruled: 'objection overruled',
      recused: 'recused from this round',
    },
    reason: (text: string) => ` — “${text}”`,
    fell: ' (no longer holds: another stance was given since)',
  },
}
