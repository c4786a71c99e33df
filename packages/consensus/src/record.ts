import {
  byId,
  type Language,
  type Outcome,
  type Programme,
  quoted,
  RESULT_WORDS,
  type Round,
  STANCE_WORDS,
  type Verdict,
  type VerdictStance,
} from '@cahier/core'
import { outcomeOf } from './acts/plan-closing.ts'
import { dayIn } from './day-in.ts'
import { explainOutcome } from './explain-outcome.ts'
import { ruleInWords } from './rule-in-words.ts'
import { rulingInWords } from './ruling-in-words.ts'
import { saidIn } from './said.ts'
import { sentenceFor } from './sentence-for.ts'
import { HAS_ERRORS } from './unreadable-files.ts'
import { whyVoid } from './why-void.ts'

/**
 * The minutes, on a day, of every round held on a proposal, in prose: plain text with Markdown's
 * headings and lists, one paragraph a line.
 */
export function recordOf(
  programme: Programme,
  verdict: Verdict,
  rounds: readonly Round[],
  day: string,
  language: Language,
): string {
  const proposal = programme.proposals.find(({ id }) => id === verdict.proposal)
  const say = WORDS[language]
  const name = (member: string) => {
    const collective = programme.collectives.find(({ id }) => id === member)
    return collective === undefined
      ? member
      : `${collective.name}${collective.example ? say.example : ''}`
  }
  const file = programme.decisions.find(
    (decisions) => decisions.proposal === verdict.proposal,
  )?.document
  const told =
    file?.sound === false
      ? [say.unreadable(file.path)]
      : rounds.flatMap((round) => roundInProse(round))
  const parts = rounds.length === 0 ? [say.none] : told
  return `${[`# ${say.title} ${proposal?.title ?? verdict.proposal}`, ...parts].join('\n\n')}\n`

  function roundInProse(round: Round): string[] {
    const members = Object.keys(round.electorate)
    const outcome =
      round.outcome ??
      outcomeOf(saidIn(programme), { id: verdict.proposal, normative: round.text }, round, day)
    const spoke = members.filter((member) => Object.hasOwn(outcome.stances, member))
    const silent = members.filter((member) => !spoke.includes(member))
    return [
      `## ${say.round(dayIn(language, round.opened), dayIn(language, round.closes))}`,
      `${say.frozen(round.text)} ${say.rule(ruleInWords(round.rule, language), members.length)}`,
      spoke.map((member) => stanceLine(member)).join('\n') || say.nobody,
      ...(silent.length > 0
        ? [`${say.silent(silent.length)} ${silent.map(name).join(', ')}.`]
        : []),
      ...(round.rulings.length > 0
        ? [
            round.rulings
              .map(
                (one) =>
                  `- ${rulingInWords(one, outcome.stances[one.on], name, language, programme)}`,
              )
              .join('\n'),
          ]
        : []),
      round.outcome === null
        ? say.pending
        : [
            say.closed(dayIn(language, round.outcome.closed), resultOf(round, round.outcome)),
            ...why(round, round.outcome),
          ].join(' '),
    ]

    function stanceLine(member: string): string {
      const stance = outcome.stances[member]
      if (stance === undefined) return ''
      const argument =
        stance.argument === undefined
          ? ''
          : say.argument(quoted(stance.argument, programme.manifest))
      const lifts =
        stance['lifts-if'] === undefined
          ? ''
          : say.lifts(quoted(stance['lifts-if'], programme.manifest))
      const isRecused = round.rulings.some(
        ({ on, ruling }) => on === member && ruling === 'recused',
      )
      const reason = stance.why ?? (isRecused ? 'recused' : undefined)
      // A round that fell may have been left for a text that its members spoke on already.
      const isElsewhere = reason === 'textChanged' && outcome.result === 'void'
      const note =
        reason === undefined
          ? ''
          : ` (${isElsewhere ? say.elsewhere : sentenceFor(reason, language)})`
      return `- ${name(member)}${say.colon}${STANCE_WORDS[language][stance.stance]}, ${dayIn(language, stance.date)}${note}${argument}${lifts}`
    }
  }

  function resultOf(round: Round, { result }: Outcome): string {
    return result === 'void'
      ? `${RESULT_WORDS[language].void}${say.colon}${whyVoid(programme, verdict.proposal, round, language)}`
      : RESULT_WORDS[language][result]
  }

  function why(round: Round, outcome: Outcome): readonly string[] {
    const stances = byId(
      Object.entries(outcome.stances).map(([member, stance]) => [
        member,
        asJudged(verdict.proposal, stance),
      ]),
    )
    return explainOutcome(round, outcome, stances, language, name)
  }
}

function asJudged(
  proposal: string,
  stance: NonNullable<Round['outcome']>['stances'][string],
): VerdictStance {
  const counted =
    stance.state === 'fresh' || (stance.state === 'stale' && stance.why === 'standing')
  return {
    ...stance,
    proposal,
    text: stance.text ?? '',
    by: stance.by ?? '',
    argument: stance.argument ?? '',
    liftsIf: stance['lifts-if'] ?? '',
    counted,
    why: stance.why ?? '',
  }
}

const WORDS = {
  fr: {
    title: 'Procès-verbal :',
    none: 'Aucun tour n’a été ouvert sur cette proposition.',
    unreadable: (path: string) => `${HAS_ERRORS.fr({ path })}.`,
    round: (opened: string, closes: string) => `Tour du ${opened} au ${closes}`,
    frozen: (text: string) => `Texte figé : ${text}.`,
    rule: (method: string, members: number) =>
      `Règle : ${method} ; ${members} ${members > 1 ? 'membres appelés' : 'membre appelé'} à se prononcer.`,
    nobody: 'Personne ne s’est exprimé.',
    silent: (count: number) => (count > 1 ? 'N’ont rien dit :' : 'N’a rien dit :'),
    pending: 'Ce tour n’est pas clos.',
    closed: (day: string, result: string) => `Clos le ${day} : ${result}.`,
    colon: ' : ',
    elsewhere: 'sur un autre texte',
    example: ' [exemple]',
    argument: (text: string) => ` — « ${text} »`,
    lifts: (text: string) => ` Serait levée si : « ${text} »`,
  },
  en: {
    title: 'Minutes:',
    none: 'No round was opened on this proposal.',
    unreadable: (path: string) => `${HAS_ERRORS.en({ path })}.`,
    round: (opened: string, closes: string) => `Round from ${opened} to ${closes}`,
    frozen: (text: string) => `Frozen text: ${text}.`,
    rule: (method: string, members: number) =>
      `Rule: ${method}; ${members} ${members === 1 ? 'member' : 'members'} called to speak.`,
    nobody: 'Nobody spoke.',
    silent: () => 'Said nothing:',
    pending: 'This round is not closed.',
    closed: (day: string, result: string) => `Closed on ${day}: ${result}.`,
    colon: ': ',
    elsewhere: 'on another text',
    example: ' [example]',
    argument: (text: string) => ` — “${text}”`,
    lifts: (text: string) => ` Would be lifted if: “${text}”`,
  },
}
