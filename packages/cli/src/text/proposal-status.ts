import {
  foreseenOutcome,
  ruleWithFigures,
  rulingInWords,
  sentenceFor,
  stancesAsRuled,
} from '@cahier/consensus'
import {
  asSentence,
  dayIn,
  type Language,
  type Programme,
  quoted,
  STANCE_WORDS,
  type Verdict,
  type VerdictStance,
} from '@cahier/core'
import type { Invocation } from '../command.ts'
import { paint } from '../terminal/terminal.ts'
import { wrap } from '../terminal/wrap.ts'
import { signOf } from './status-table.ts'

/**
 * One proposal in full: status, rule, expected outcome, stances with arguments, rulings, and
 * members to ask again after a merge.
 */
export function statusInWords(
  programme: Programme,
  plainVerdict: Verdict,
  why: string,
  { language, terminal }: Pick<Invocation, 'language' | 'terminal'>,
): string {
  const words = WORDS[language]
  const verdict = { ...plainVerdict, stances: stancesAsRuled(plainVerdict) }
  const { round, status, digest, stances, electorate, again } = verdict
  const proposal = programme.proposals.find(({ id }) => id === verdict.proposal)
  // A round that is over on another text does not count for this one.
  const countingRound =
    round !== null && round.text === digest && round.outcome?.result !== 'void' ? round : null
  // A round with errors, named in a warning, has no expected outcome.
  const ruled =
    programme.decisions.find((one) => one.proposal === verdict.proposal)?.document.sound === false
      ? null
      : countingRound
  const outside = Object.keys(stances).filter((member) => !electorate.includes(member))
  const lines = [
    paint(proposal?.title ?? verdict.proposal, 'bold', terminal),
    asSentence(why),
    ...(ruled === null ? [] : [words.rule(ruleWithFigures(ruled.rule, language))]),
    ...(ruled !== null && (status === 'open' || status === 'overdue')
      ? [words[status](foreseenOutcome(ruled, stances, language))]
      : []),
    `${words.digest} ${digest}`,
    ...[...electorate, ...outside].flatMap((member) =>
      stanceLines(verdict, member, language, programme),
    ),
    ...(countingRound?.rulings ?? []).map(
      (ruling) => `  ${rulingInWords(ruling, stances[ruling.on], (id) => id, language, programme)}`,
    ),
    ...(again.length === 0 ? [] : [words.again]),
    ...again.map(({ member, stances: earlierStances }) => {
      const earlier = earlierStances.map((one) =>
        words.said(STANCE_WORDS[language][one.stance], one.proposal, dayIn(language, one.date)),
      )
      return `  ? ${member} — ${earlier.join(', ')}`
    }),
  ]
  return `${lines.map((line) => wrap(line, terminal.width, '    ')).join('\n')}\n`
}

function stanceLines(
  verdict: Verdict,
  member: string,
  language: Language,
  programme: Programme,
): readonly string[] {
  const stance = verdict.stances[member]
  const { liftsIf = '' } = stance ?? {}
  return [
    `  ${signOf(verdict, member) || '·'} ${member}${stanceTail(stance, language, programme)}`,
    ...(liftsIf === ''
      ? []
      : [`    ${WORDS[language].lifts(quoted(liftsIf, programme.manifest))}`]),
  ]
}

function stanceTail(
  stance: VerdictStance | undefined,
  language: Language,
  { manifest }: Programme,
): string {
  const words = WORDS[language]
  if (stance === undefined) return ` — ${words.silent}`
  const why =
    stance.why === ''
      ? ''
      : stance.counted
        ? ` (${sentenceFor(stance.why, language)})`
        : words.uncounted(sentenceFor(stance.why, language))
  const argument =
    stance.argument === '' ? '' : ` — ${words.quote(quoted(stance.argument, manifest))}`
  return ` — ${STANCE_WORDS[language][stance.stance]}${why}${argument}`
}

const WORDS = {
  fr: {
    rule: (rule: string) => `Règle : ${rule}.`,
    open: (outcome: string) => `Si rien d’autre n’est dit : ${outcome}.`,
    overdue: (outcome: string) => `En l’état : ${outcome}.`,
    digest: 'Empreinte du texte :',
    silent: 'rien encore',
    uncounted: (why: string) => ` (ne compte pas : ${why})`,
    quote: (text: string) => `« ${text} »`,
    lifts: (text: string) => `Serait levée si : « ${text} »`,
    again:
      'À redemander, car cette proposition en réunit d’autres, et qu’aucune position n’est reprise :',
    said: (stance: string, proposal: string, day: string) =>
      `${stance} sur « ${proposal} », le ${day}`,
  },
  en: {
    rule: (rule: string) => `Rule: ${rule}.`,
    open: (outcome: string) => `If nothing more is said: ${outcome}.`,
    overdue: (outcome: string) => `As things stand: ${outcome}.`,
    digest: 'Digest of the text:',
    silent: 'nothing yet',
    uncounted: (why: string) => ` (does not count: ${why})`,
    quote: (text: string) => `“${text}”`,
    lifts: (text: string) => `Would be lifted if: “${text}”`,
    again: 'To be asked again, as this proposal merges others and no stance is carried over:',
    said: (stance: string, proposal: string, day: string) =>
      `${stance} on “${proposal}”, on ${day}`,
  },
} as const
