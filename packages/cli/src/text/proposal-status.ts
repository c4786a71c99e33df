import {
  foreseenOutcome,
  ruleWithFigures,
  rulingInWords,
  stancesAsRuled,
  uncountedReason,
} from '@cahier/consensus'
import {
  asSentence,
  dayIn,
  type JudgedStance,
  type Language,
  type MemberToAsk,
  type Programme,
  STANCE_WORDS,
  titleOf,
  typesetOnOneLine,
  type Verdict,
} from '@cahier/core'
import { type Invocation, inBothLanguages } from '../command.ts'
import { inQuotes, layOut, linesFor } from './report-parts.ts'
import { signOf } from './status-table.ts'

/** All about one proposal: its status, expected outcome, stances, and the members to ask. */
export function statusInWords(
  programme: Programme,
  plainVerdict: Verdict,
  why: string,
  { language, terminal }: Invocation,
): string {
  const words = WORDS[language]
  const { line, bold } = linesFor(terminal)
  const verdict = { ...plainVerdict, stances: stancesAsRuled(plainVerdict) }
  const { round, status, digest, stances, electorate, again } = verdict
  const countingRound =
    round !== null && round.text === digest && round.outcome?.result !== 'void' ? round : null
  // A round whose file has errors has no expected outcome.
  const ruled =
    programme.decisions.find((one) => one.proposal === verdict.proposal)?.document.sound === false
      ? null
      : countingRound
  const outside = Object.keys(stances).filter((member) => !electorate.includes(member))
  const isAwaited = status === 'open' || status === 'overdue'
  const lines = [
    bold(titleOf(programme.proposals, verdict.proposal)),
    asSentence(why),
    ruled !== null && words.rule(ruleWithFigures(ruled.rule, language)),
    ruled !== null && isAwaited && words[status](foreseenOutcome(ruled, stances, language)),
    `${words.digest} ${digest}`,
    ...[...electorate, ...outside].flatMap(stanceLines),
    ...(countingRound?.rulings ?? []).map(
      (ruling) => `  ${rulingInWords(ruling, stances[ruling.on], (id) => id, language, programme)}`,
    ),
    again.length > 0 && words.again,
    ...again.map(
      ({ member, stances: own }) =>
        `  ? ${member} — ${own.map((one) => earlierStance(one, language)).join(', ')}`,
    ),
  ]
  return layOut([lines.map((one) => one && line(one, '    '))])

  function stanceLines(member: string) {
    const { liftsIf = '' } = stances[member] ?? {}
    return [
      `  ${signOf(verdict, member) || '·'} ${member} — ${stanceInWords(stances[member], language, programme)}`,
      liftsIf && `    ${words.lifts(typesetOnOneLine(liftsIf, programme.manifest))}`,
    ]
  }
}

/** A stance on a proposal merged later: `objection sur « guichet », le 3 mars 2025`. */
export function earlierStance(
  { stance, proposal, date }: MemberToAsk['stances'][number],
  language: Language,
): string {
  const day = dayIn(language, date)
  const said = `${STANCE_WORDS[language][stance]} ${{ fr: 'sur', en: 'on' }[language]}`
  return `${said} ${inQuotes[language](proposal)}, ${{ fr: 'le', en: 'on' }[language]} ${day}`
}

function stanceInWords(
  stance: JudgedStance | undefined,
  language: Language,
  { manifest }: Programme,
) {
  const words = WORDS[language]
  if (stance === undefined) return words.silent
  const why = stance.why === '' ? '' : uncountedReason(stance.why, language)
  const uncounted = why && (stance.counted ? ` (${why})` : words.uncounted(why))
  const argument =
    stance.argument && ` — ${inQuotes[language](typesetOnOneLine(stance.argument, manifest))}`
  return `${STANCE_WORDS[language][stance.stance]}${uncounted}${argument}`
}

const WORDS = inBothLanguages(
  {
    rule: (rule: string) => `Règle : ${rule}.`,
    open: (outcome: string) => `Si rien d’autre n’est dit : ${outcome}.`,
    overdue: (outcome: string) => `En l’état : ${outcome}.`,
    digest: 'Empreinte du texte :',
    silent: 'rien encore',
    uncounted: (why: string) => ` (ne compte pas : ${why})`,
    lifts: (text: string) => `Serait levée si : « ${text} »`,
    again:
      'À redemander, car cette proposition en réunit d’autres, et qu’aucune position n’est reprise :',
  },
  {
    rule: (rule) => `Rule: ${rule}.`,
    open: (outcome) => `If nothing more is said: ${outcome}.`,
    overdue: (outcome) => `As things stand: ${outcome}.`,
    digest: 'Digest of the text:',
    silent: 'nothing yet',
    uncounted: (why) => ` (does not count: ${why})`,
    lifts: (text) => `Would be lifted if: “${text}”`,
    again: 'To be asked again, as this proposal merges others and no stance is carried over:',
  },
)
