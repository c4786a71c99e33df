import {
  byId,
  dayIn,
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
import { indexStances } from '../counting/stance-index.ts'
import { sentenceFor } from '../counting/why-uncounted.ts'
import { HAS_ERRORS } from '../refusals/unreadable-files.ts'
import { outcomeOf } from '../rounds/plan-closing.ts'
import { changedParts } from '../since/part-changes.ts'
import { explainOutcome } from '../words/explain-outcome.ts'
import { ruleWithFigures } from '../words/rule-in-words.ts'
import { rulingInWords } from '../words/ruling-in-words.ts'
import { frozenProposal } from './frozen-proposal.ts'

/** The minutes of all rounds on a proposal, in Markdown with one line per paragraph. */
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
  const body =
    file?.sound === false
      ? [say.unreadable(file.path)]
      : rounds.flatMap((round) => roundInProse(round))
  const parts = rounds.length === 0 ? [say.none] : body
  return `${[`# ${say.title} ${proposal?.title ?? verdict.proposal}`, ...parts].join('\n\n')}\n`

  function roundInProse(round: Round): string[] {
    const members = Object.keys(round.electorate)
    const outcome =
      round.outcome ??
      outcomeOf(
        indexStances(programme),
        { id: verdict.proposal, normative: round.text },
        round,
        day,
      )
    const spoke = members.filter((member) => Object.hasOwn(outcome.stances, member))
    const silent = members.filter((member) => !spoke.includes(member))
    return [
      `## ${say.round(dayIn(language, round.opened), dayIn(language, round.closes))}`,
      `${say.frozen(round.text)} ${say.rule(ruleWithFigures(round.rule, language), members.length)}`,
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
      // In a void round, members may already have judged the new text.
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

/** Why a round became void, as a clause. It names the parts changed in the present text. */
function whyVoid(programme: Programme, id: string, round: Round, language: Language): string {
  const say = VOID_WORDS[language]
  const proposal = programme.proposals.find((one) => one.id === id)
  const closed = round.outcome?.closed ?? '9999'
  if (proposal === undefined) return say.gone
  if (proposal.withdrawn !== null && proposal.withdrawn.date <= closed)
    return say.withdrawn(dayIn(language, proposal.withdrawn.date), proposal.withdrawn.reason)
  if (proposal.replacedBy !== '') return say.merged(proposal.replacedBy)
  const frozen = frozenProposal(programme, id, round.opened)
  if (frozen === null || proposal.normative === round.text) return say.changed
  const parts = changedParts(frozen, proposal, programme)
  return parts.length === 0
    ? say.changed
    : say.parts(
        parts.map((part) => say.names[part] ?? say.quote(part.replace(/^## /, ''))).join(', '),
      )
}

const VOID_WORDS = {
  fr: {
    gone: 'la proposition n’est plus dans le dossier',
    withdrawn: (day: string, reason: string) =>
      `la proposition a été retirée le ${day} (« ${reason} »)`,
    merged: (by: string) => `la proposition a été réunie à d’autres dans « ${by} »`,
    changed: 'le texte a changé pendant le tour',
    parts: (parts: string) => `le texte n’est plus celui qui avait été figé ; a changé : ${parts}`,
    quote: (title: string) => `« ${title} »`,
    names: {
      title: 'le titre',
      summary: 'le résumé',
      horizon: 'l’horizon',
      scale: 'l’échelle',
      action: 'l’action',
      requests: 'les demandes',
      requires: 'ce qui est exigé d’abord',
    } as Readonly<Record<string, string>>,
  },
  en: {
    gone: 'the proposal is no longer in the folder',
    withdrawn: (day: string, reason: string) =>
      `the proposal was withdrawn on ${day} (“${reason}”)`,
    merged: (by: string) => `the proposal was merged with others into “${by}”`,
    changed: 'the text changed during the round',
    parts: (parts: string) =>
      `the text is no longer the one that was frozen; what changed: ${parts}`,
    quote: (title: string) => `“${title}”`,
    names: {
      title: 'the title',
      summary: 'the summary',
      horizon: 'the horizon',
      scale: 'the scale',
      action: 'the action',
      requests: 'the requests',
      requires: 'what it requires',
    } as Readonly<Record<string, string>>,
  },
}
