import {
  type JudgedStance,
  type Language,
  type Programme,
  type Ruling,
  sentencesIn,
  typesetOnOneLine,
  wording,
} from '@cahier/core'

/** A facilitator's ruling in words. A note tells if `stance` is not the objection ruled on. */
export function rulingInWords(
  { on, ruling, by, date, reason, objection }: Ruling,
  stance: Partial<Pick<JudgedStance, 'date' | 'text'>> | undefined,
  nameOf: (id: string) => string,
  language: Language,
  { manifest }: Pick<Programme, 'manifest'>,
): string {
  const say = sentencesIn(WORDS, language)
  const isCancelled =
    objection !== null && (stance?.date !== objection.date || stance.text !== objection.text)
  return [
    say('ruling', { date, by: nameOf(by), member: nameOf(on), ruled: say(ruling) }),
    say('reason', { reason: typesetOnOneLine(reason, manifest) }),
    isCancelled ? say('cancelled') : '',
  ].join('')
}

const WORDS = {
  ruling: wording(
    'Arbitrage du {date|day}, par {by} : {member}, {ruled}',
    'Ruling of {date|day}, by {by}: {member}, {ruled}',
  ),
  inadmissible: wording('objection jugée irrecevable', 'objection inadmissible'),
  overruled: wording('objection écartée', 'objection overruled'),
  recused: wording('mis en retrait de ce tour', 'recused from this round'),
  reason: wording(' — « {reason} »', ' — “{reason}”'),
  cancelled: wording(
    ' (tombé depuis : une autre position a été donnée)',
    ' (no longer holds: another stance was given since)',
  ),
}
