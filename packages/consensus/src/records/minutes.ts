import {
  dayIn,
  type Language,
  type Message,
  type Outcome,
  type Programme,
  RESULT_WORDS,
  type Round,
  STANCE_WORDS,
  sentencesIn,
  typesetOnOneLine,
  type Verdict,
  wording,
} from '@cahier/core'
import { isRecused } from '../counting/count-stances.ts'
import { indexStances } from '../counting/stance-index.ts'
import { uncountedReason } from '../counting/why-uncounted.ts'
import { collectiveOf, decisionsOn, proposalOf } from '../find-by-id.ts'
import { HAS_ERRORS } from '../refusals/unreadable-files.ts'
import { outcomeOf } from '../rounds/plan-closing.ts'
import { changedParts } from '../since/part-changes.ts'
import { explainOutcome } from '../words/explain-outcome.ts'
import { ruleWithFigures } from '../words/rule-in-words.ts'
import { rulingInWords } from '../words/ruling-in-words.ts'
import { frozenProposal } from './round-copies.ts'

/** The minutes of all rounds (votes) on a proposal, in Markdown with one line per paragraph. */
export function minutesOf(
  programme: Programme,
  verdict: Verdict,
  rounds: readonly Round[],
  day: string,
  language: Language,
): string {
  const proposal = proposalOf(programme, verdict.proposal)
  const say = sentencesIn(WORDS, language)
  const name = (member: string) => {
    const collective = collectiveOf(programme, member)
    return collective === undefined
      ? member
      : `${collective.name}${collective.example ? say('example') : ''}`
  }
  const file = decisionsOn(programme, verdict.proposal)?.document
  const body =
    file?.sound === false
      ? [`${HAS_ERRORS[language]({ path: file.path })}.`]
      : rounds.flatMap((round) => roundInProse(round))
  const parts = rounds.length === 0 ? [say('none')] : body
  return `${[`# ${say('title')} ${proposal?.title ?? verdict.proposal}`, ...parts].join('\n\n')}\n`

  function roundInProse(round: Round) {
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
    const { opened, closes, text, rule, rulings } = round
    const spokeLines = spoke.map(stanceLine).join('\n')
    const rulingLines = rulings.map(
      (one) => `- ${rulingInWords(one, outcome.stances[one.on], name, language, programme)}`,
    )
    return [
      `## ${say('round', { opened, closes })}`,
      `${say('frozen', { text })} ${say('rule', { rule: ruleWithFigures(rule, language), members: members.length })}`,
      spokeLines || say('nobody'),
      ...(silent.length > 0
        ? [`${say(silent.length > 1 ? 'silent' : 'oneSilent')} ${silent.map(name).join(', ')}.`]
        : []),
      ...(rulingLines.length > 0 ? [rulingLines.join('\n')] : []),
      round.outcome === null
        ? say('pending')
        : [
            say('closed', { day: round.outcome.closed, result: resultOf(round, round.outcome) }),
            ...explainOutcome(round, round.outcome, language, name),
          ].join(' '),
    ]

    function stanceLine(member: string) {
      const stance = outcome.stances[member]
      if (stance === undefined) return ''
      const quote = (key: 'argument' | 'liftsIf') =>
        stance[key] === ''
          ? ''
          : say(key, { text: typesetOnOneLine(stance[key], programme.manifest) })
      const reason = stance.why || (isRecused(rulings, member) ? 'recused' : '')
      // In a void round, this stance may be on the newer text. “The text has changed since” would
      // then be wrong.
      const isElsewhere = reason === 'textChanged' && outcome.result === 'void'
      const note =
        reason === ''
          ? ''
          : ` (${isElsewhere ? say('elsewhere') : uncountedReason(reason, language)})`
      return `- ${name(member)}${say('colon')}${STANCE_WORDS[language][stance.stance]}, ${dayIn(language, stance.date)}${note}${quote('argument')}${quote('liftsIf')}`
    }
  }

  function resultOf(round: Round, { result }: Outcome) {
    return result === 'void'
      ? `${RESULT_WORDS[language].void}${say('colon')}${whyVoid(programme, verdict.proposal, round, language)}`
      : RESULT_WORDS[language][result]
  }
}

const WORDS = {
  title: wording('Procès-verbal :', 'Minutes:'),
  none: wording(
    'Aucun tour n’a été ouvert sur cette proposition.',
    'No round was opened on this proposal.',
  ),
  round: wording('Tour du {opened|day} au {closes|day}', 'Round from {opened|day} to {closes|day}'),
  frozen: wording('Texte figé : {text}.', 'Frozen text: {text}.'),
  rule: wording(
    'Règle : {rule} ; {members|membre appelé|membres appelés} à se prononcer.',
    'Rule: {rule}; {members|member|members} called to speak.',
  ),
  nobody: wording('Personne ne s’est exprimé.', 'Nobody spoke.'),
  oneSilent: wording('N’a rien dit :', 'Said nothing:'),
  silent: wording('N’ont rien dit :', 'Said nothing:'),
  pending: wording('Ce tour n’est pas clos.', 'This round is not closed.'),
  closed: wording('Clos le {day|day} : {result}.', 'Closed on {day|day}: {result}.'),
  colon: wording(' : ', ': '),
  elsewhere: wording('sur un autre texte', 'on another text'),
  example: wording(' [exemple]', ' [example]'),
  argument: wording(' — « {text} »', ' — “{text}”'),
  liftsIf: wording(' Serait levée si : « {text} »', ' Would be lifted if: “{text}”'),
}

function whyVoid(programme: Programme, id: string, round: Round, language: Language) {
  const say = sentencesIn(VOID_WORDS, language)
  const proposal = proposalOf(programme, id)
  const closed = round.outcome?.closed ?? '9999'
  if (proposal === undefined) return say('gone')
  const { withdrawn, replacedBy, normative } = proposal
  if (withdrawn !== null && withdrawn.date <= closed) return say('withdrawn', { ...withdrawn })
  if (replacedBy !== '') return say('merged', { by: replacedBy })
  const frozen = frozenProposal(programme, id, round.opened)
  if (frozen === null || normative === round.text) return say('changed')
  const parts = changedParts(frozen, proposal, programme).map(
    (part) => PART_NAMES[part]?.[language]({}) ?? say('quote', { title: part.replace(/^## /, '') }),
  )
  return parts.length === 0 ? say('changed') : say('parts', { parts })
}

const VOID_WORDS = {
  gone: wording(
    'la proposition n’est plus dans le dossier',
    'the proposal is no longer in the folder',
  ),
  withdrawn: wording(
    'la proposition a été retirée le {date|day} (« {reason} »)',
    'the proposal was withdrawn on {date|day} (“{reason}”)',
  ),
  merged: wording(
    'la proposition a été réunie à d’autres dans « {by} »',
    'the proposal was merged with others into “{by}”',
  ),
  changed: wording('le texte a changé pendant le tour', 'the text changed during the round'),
  parts: wording(
    'le texte n’est plus celui qui avait été figé ; a changé : {parts}',
    'the text is no longer the one that was frozen; what changed: {parts}',
  ),
  quote: wording('« {title} »', '“{title}”'),
}

const PART_NAMES: Readonly<Record<string, Message>> = {
  title: wording('le titre', 'the title'),
  summary: wording('le résumé', 'the summary'),
  horizon: wording('l’horizon', 'the horizon'),
  scale: wording('l’échelle', 'the scale'),
  action: wording('l’action', 'the action'),
  requests: wording('les demandes', 'the requests'),
  requires: wording('ce qui est exigé d’abord', 'what it requires'),
}
