// `cahier log`: shows the history of a proposal, day by day.

import { type StoryEvent, storyOf, verdictOn } from '@cahier/consensus'
import {
  dayIn,
  type Programme,
  type Proposal,
  RESULT_WORDS,
  STANCE_WORDS,
  sentencesIn,
  typesetOnOneLine,
  wording,
} from '@cahier/core'
import { groupedBy } from '@cahier/prose'
import { proposalNamed } from '../arguments/named-ids.ts'
import { asJson, dateOption, formatOption, onlyArgument } from '../arguments/options.ts'
import type { Command, Invocation } from '../command.ts'
import { gitPast } from '../git/proposal-past.ts'
import { gitReach } from '../git/state.ts'
import { openAndWarn } from '../programme/unread.ts'
import {
  COLON,
  collectiveName,
  inQuotes,
  layOut,
  linesFor,
  partName,
} from '../text/report-parts.ts'

export const command: Command = {
  usage: 'PROPOSAL',
  help: {
    fr: 'Jour après jour : ses textes, les amendements, les tours et ce que chacun y a dit, les éditions, ce qui a été remis et répondu. Les textes et les positions d’avant viennent de git ; sans git, du dossier seul.',
    en: 'Day by day: its texts, the amendments, the rounds and what each said, the editions, what was handed over and answered. Earlier texts and stances come from git; without git, from the folder alone.',
  },
  examples: ['PROPOSAL', 'PROPOSAL --format json'],
  options: { date: dateOption, format: formatOption() },
  run(invocation) {
    const { values, day, folder, print, say } = invocation
    const written = onlyArgument(invocation)
    const programme = openAndWarn(invocation)
    const proposal = proposalNamed(programme, written)
    const past = gitPast(folder, proposal, programme)
    const events = storyOf(programme, proposal, day(), past)
    const git = past.texts.length > 0
    if (values.format === 'json') print(asJson({ proposal: proposal.id, git, events }))
    else say(logInWords(programme, proposal, events, git, invocation))
    return 0
  },
}

function logInWords(
  programme: Programme,
  proposal: Proposal,
  events: readonly StoryEvent[],
  git: boolean,
  { language, terminal, day, folder }: Invocation,
): string {
  const say = sentencesIn(SENTENCES, language)
  const { line, bold } = linesFor(terminal)
  const stances = STANCE_WORDS[language]
  const member = (id: string) => collectiveName(programme, id, language)
  const recipient = (id: string) => programme.transmissions.find((one) => one.id === id)?.name ?? id
  const quote = (text: string) => text && ` — ${inQuotes[language](text)}`
  const said = (text: string) => quote(typesetOnOneLine(text, programme.manifest))
  const about = (what: string, words: string) => `${what}${COLON[language]} ${words}`
  const reach = gitReach(folder)
  const isRead = reach === 'part' || reach === 'all'
  const { again } = verdictOn(programme, proposal, day())
  const { merges, replacedBy } = proposal
  return layOut([
    bold(proposal.title),
    ...[...groupedBy(events, ({ day }) => day)].map(([day, own]) => [
      bold(dayIn(language, day)),
      ...own.map((event) => line(`  ${sentence(event)}`, '    ')),
    ]),
    events.length === 0 && line(say('nothing')),
    !git && line(say(reach === 'refused' ? 'unreadable' : isRead ? 'uncommitted' : 'noGit')),
    reach === 'part' && line(say('shallow')),
    merges.length > 0 &&
      line(say('merges', { all: merges.map(inQuotes[language]), first: merges[0] ?? '' })),
    again.length > 0 && line(say('again', { members: again.map((one) => member(one.member)) })),
    replacedBy !== '' && line(say('merged', { into: replacedBy })),
  ])

  function sentence(event: StoryEvent): string {
    switch (event.kind) {
      case 'text': {
        const parts = event.parts.map((part) => partName(part, programme, language))
        return `${say(event.change, { parts })}${event.kept ? quote(event.subject) : say('unkept')}`
      }
      case 'amendment':
        return say('amendment', { ...event, by: member(event.by) })
      case 'amended': {
        const { amendment, by, modified } = event
        return say(modified ? 'amendedInPart' : 'amended', { amendment, by: member(by) })
      }
      case 'stance':
        return about(member(event.member), `${stances[event.stance]}${said(event.argument)}`)
      case 'taken-back':
        return about(member(event.member), say('taken-back', { stance: stances[event.stance] }))
      case 'ruling':
        return about(say(event.ruling), `${member(event.member)}${said(event.reason)}`)
      case 'closed':
        return about(say('closed'), RESULT_WORDS[language][event.result])
      case 'handed-over':
        return say('handed-over', { ...event, recipient: recipient(event.recipient) })
      case 'answered': {
        const answer = say(event.answer, { recipient: recipient(event.recipient) })
        return `${answer}${event.link && ` <${event.link}>`}`
      }
      case 'withdrawn':
        return `${say('withdrawn')}${quote(event.reason.trim())}`
      default:
        return say(event.kind, event)
    }
  }
}

const SENTENCES = {
  nothing: wording(
    'Rien ne s’est encore passé : aucun tour, aucun amendement, aucune position.',
    'Nothing has happened yet: no round, no amendment, no stance.',
  ),
  noGit: wording(
    'Sans git, les textes d’avant ne sont pas connus : ceci vient du dossier seul.',
    'Without git, earlier texts are not known: this comes from the folder alone.',
  ),
  unreadable: wording(
    'Git refuse de lire ce dépôt, qui est à quelqu’un d’autre (« git status » dit comment le lui permettre) : ceci vient du dossier seul.',
    'Git refuses to read this repository, which is somebody else’s (“git status” says how to allow it): this comes from the folder alone.',
  ),
  uncommitted: wording(
    'Git ne connaît encore aucun texte de ce fichier, du moins sous ce nom : ceci vient du dossier seul.',
    'Git knows no text of this file yet, at least under this name: this comes from the folder alone.',
  ),
  shallow: wording(
    'Cette copie n’a qu’une partie de l’histoire : « git fetch --unshallow » donne le reste.',
    'This copy has only part of the history: “git fetch --unshallow” gives the rest.',
  ),
  merged: wording(
    'Réunie à d’autres dans « {into} » : la suite est là (cahier log {into}).',
    'Merged with others into “{into}”: the rest is there (cahier log {into}).',
  ),
  merges: wording(
    'Elle réunit {all} : le début de l’histoire est là (cahier log {first}).',
    'It merges {all}: the beginning of the story is there (cahier log {first}).',
  ),
  again: wording(
    'Avaient parlé de ce qu’elle réunit, et sont à consulter de nouveau : {members}.',
    'Had spoken of what it merges, and are to be asked again: {members}.',
  ),
  written: wording(
    'Première version du texte que git connaît',
    'First version of the text that git knows',
  ),
  text: wording('Le texte change ({parts})', 'The text changes ({parts})'),
  reasons: wording(
    'Le texte ne change pas, le reste est repris',
    'The text does not change, the rest is edited',
  ),
  unkept: wording(', dans le dossier, pas encore dans git', ', in the folder, not yet in git'),
  renamed: wording(
    'S’appelait « {from} », et s’appelle désormais « {to} »',
    'Was called “{from}”, and is called “{to}” from now on',
  ),
  amendment: wording(
    'Amendement « {amendment} » proposé par {by}',
    'Amendment “{amendment}” proposed by {by}',
  ),
  amended: wording(
    'Amendement « {amendment} » adopté ({by})',
    'Amendment “{amendment}” adopted ({by})',
  ),
  amendedInPart: wording(
    'Amendement « {amendment} » adopté en partie ({by})',
    'Amendment “{amendment}” adopted in part ({by})',
  ),
  opened: wording(
    'Tour ouvert, jusqu’au soir du {closes|day}',
    'Round opened, until the evening of {closes|day}',
  ),
  'taken-back': wording('position retirée ({stance})', 'stance withdrawn ({stance})'),
  'final-period': wording('La période finale commence', 'The final period begins'),
  inadmissible: wording('Objection jugée irrecevable', 'Objection ruled inadmissible'),
  overruled: wording('Objection écartée', 'Objection overruled'),
  recused: wording('Membre mis en retrait du tour', 'Member recused from the round'),
  closed: wording('Tour clos', 'Round closed'),
  edition: wording('Imprimée dans l’édition {edition}', 'Printed in edition {edition}'),
  'handed-over': wording(
    'Remise à {recipient} (édition {edition})',
    'Handed to {recipient} (edition {edition})',
  ),
  'taken-up': wording('Reprise par {recipient}', 'Taken up by {recipient}'),
  partly: wording('Reprise en partie par {recipient}', 'Taken up in part by {recipient}'),
  refused: wording('Refusée par {recipient}', 'Refused by {recipient}'),
  withdrawn: wording('Retirée', 'Withdrawn'),
}
