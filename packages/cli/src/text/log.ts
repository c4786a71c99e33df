import type { StoryEvent } from '@cahier/consensus'
import {
  dayIn,
  type MemberToAsk,
  type Programme,
  type Proposal,
  RESULT_WORDS,
  STANCE_WORDS,
  setOnOneLine,
} from '@cahier/core'
import { groupedBy } from '@cahier/prose'
import { type Invocation, inBothLanguages } from '../command.ts'
import type { gitReach } from '../git/state.ts'
import { COLON, collectiveName, inQuotes, layOut, linesFor, partName } from './report-parts.ts'

interface ProposalHistory {
  readonly events: readonly StoryEvent[]
  /** Members to ask again after a merge of proposals. */
  readonly again: readonly MemberToAsk[]
  /** Whether git has versions of the text. */
  readonly git: boolean
  readonly reach: ReturnType<typeof gitReach>
}

/** The history of a proposal, day by day. */
export function logInWords(
  programme: Programme,
  proposal: Proposal,
  { events, again, git, reach }: ProposalHistory,
  { language, terminal }: Invocation,
): string {
  const words = WORDS[language]
  const { line, bold } = linesFor(terminal)
  const stances = STANCE_WORDS[language]
  const quote = (text: string) => text && ` — ${inQuotes[language](text)}`
  const said = (text: string) => quote(setOnOneLine(text, programme.manifest))
  const isRead = reach === 'part' || reach === 'all'
  const whyNoGit = reach === 'refused' ? words.refused : isRead ? words.uncommitted : words.noGit
  return layOut([
    bold(proposal.title),
    ...[...groupedBy(events, ({ day }) => day)].map(([day, own]) => [
      bold(dayIn(language, day)),
      ...own.map((event) => line(`  ${sentence(event)}`, '    ')),
    ]),
    events.length === 0 && line(words.nothing),
    !git && line(whyNoGit),
    reach === 'part' && line(words.shallow),
    proposal.merges.length > 0 && line(words.merges(proposal.merges)),
    again.length > 0 && line(words.again(again.map(({ member: id }) => member(id)).join(', '))),
    proposal.replacedBy !== '' && line(words.merged(proposal.replacedBy)),
  ])

  function sentence(event: StoryEvent): string {
    switch (event.kind) {
      case 'renamed':
        return words.renamed(event.from, event.to)
      case 'text': {
        const parts = event.parts.map((part) => partName(part, programme, language)).join(', ')
        const what = event.change === 'text' ? words.text(parts) : words[event.change]
        return `${what}${event.kept ? quote(event.subject) : words.unkept}`
      }
      case 'amendment':
        return words.amendment(event.amendment, member(event.by))
      case 'amended':
        return words.amended(event.amendment, member(event.by), event.modified)
      case 'opened':
        return words.opened(dayIn(language, event.closes))
      case 'stance':
        return `${member(event.member)}${COLON[language]} ${stances[event.stance]}${said(event.argument)}`
      case 'taken-back':
        return `${member(event.member)}${COLON[language]} ${words.takenBack(stances[event.stance])}`
      case 'final-period':
        return words.finalPeriod
      case 'ruling':
        return `${words.rulings[event.ruling]}${COLON[language]} ${member(event.member)}${said(event.reason)}`
      case 'closed':
        return `${words.closed}${COLON[language]} ${RESULT_WORDS[language][event.result]}`
      case 'edition':
        return words.edition(event.edition)
      case 'handed-over':
        return words.handed(recipient(event.recipient), event.edition)
      case 'answered':
        return `${words.answers[event.answer](recipient(event.recipient))}${event.link && ` <${event.link}>`}`
      case 'withdrawn':
        return `${words.withdrawn}${quote(event.reason.trim())}`
    }
  }

  function member(id: string): string {
    return collectiveName(programme, id, language)
  }

  function recipient(id: string): string {
    return programme.transmissions.find((one) => one.id === id)?.name ?? id
  }
}

const WORDS = inBothLanguages(
  {
    nothing: 'Rien ne s’est encore passé : aucun tour, aucun amendement, aucune position.',
    noGit: 'Sans git, les textes d’avant ne sont pas connus : ceci vient du dossier seul.',
    refused:
      'Git refuse de lire ce dépôt, qui est à quelqu’un d’autre (« git status » dit comment le lui permettre) : ceci vient du dossier seul.',
    uncommitted:
      'Git ne connaît encore aucun texte de ce fichier, du moins sous ce nom : ceci vient du dossier seul.',
    shallow:
      'Cette copie n’a qu’une partie de l’histoire : « git fetch --unshallow » donne le reste.',
    merged: (by: string) =>
      `Réunie à d’autres dans « ${by} » : la suite est là (cahier log ${by}).`,
    merges: (ids: readonly string[]) =>
      `Elle réunit ${ids.map((id) => `« ${id} »`).join(', ')} : le début de l’histoire est là (cahier log ${ids[0]}).`,
    again: (members: string) =>
      `Avaient parlé de ce qu’elle réunit, et sont à consulter de nouveau : ${members}.`,
    written: 'Première version du texte que git connaît',
    text: (parts: string) => `Le texte change (${parts})`,
    renamed: (from: string, to: string) =>
      `S’appelait « ${from} », et s’appelle désormais « ${to} »`,
    reasons: 'Le texte ne change pas, le reste est repris',
    unkept: ', dans le dossier, pas encore dans git',
    amendment: (id: string, by: string) => `Amendement « ${id} » proposé par ${by}`,
    amended: (id: string, by: string, modified: boolean) =>
      `Amendement « ${id} » adopté${modified ? ' en partie' : ''} (${by})`,
    opened: (closes: string) => `Tour ouvert, jusqu’au soir du ${closes}`,
    takenBack: (stance: string) => `position retirée (${stance})`,
    finalPeriod: 'La période finale commence',
    rulings: {
      inadmissible: 'Objection jugée irrecevable',
      overruled: 'Objection écartée',
      recused: 'Membre mis en retrait du tour',
    },
    closed: 'Tour clos',
    edition: (edition: string) => `Imprimée dans l’édition ${edition}`,
    handed: (to: string, edition: string) => `Remise à ${to} (édition ${edition})`,
    answers: {
      'taken-up': (by: string) => `Reprise par ${by}`,
      partly: (by: string) => `Reprise en partie par ${by}`,
      refused: (by: string) => `Refusée par ${by}`,
    },
    withdrawn: 'Retirée',
  },
  {
    nothing: 'Nothing has happened yet: no round, no amendment, no stance.',
    noGit: 'Without git, earlier texts are not known: this comes from the folder alone.',
    refused:
      'Git refuses to read this repository, which is somebody else’s (“git status” says how to allow it): this comes from the folder alone.',
    uncommitted:
      'Git knows no text of this file yet, at least under this name: this comes from the folder alone.',
    shallow: 'This copy has only part of the history: “git fetch --unshallow” gives the rest.',
    merged: (by) => `Merged with others into “${by}”: the rest is there (cahier log ${by}).`,
    merges: (ids) =>
      `It merges ${ids.map((id) => `“${id}”`).join(', ')}: the beginning of the story is there (cahier log ${ids[0]}).`,
    again: (members) => `Had spoken of what it merges, and are to be asked again: ${members}.`,
    written: 'First version of the text that git knows',
    text: (parts) => `The text changes (${parts})`,
    renamed: (from, to) => `Was called “${from}”, and is called “${to}” from now on`,
    reasons: 'The text does not change, the rest is edited',
    unkept: ', in the folder, not yet in git',
    amendment: (id, by) => `Amendment “${id}” proposed by ${by}`,
    amended: (id, by, modified) => `Amendment “${id}” adopted${modified ? ' in part' : ''} (${by})`,
    opened: (closes) => `Round opened, until the evening of ${closes}`,
    takenBack: (stance) => `stance withdrawn (${stance})`,
    finalPeriod: 'The final period begins',
    rulings: {
      inadmissible: 'Objection ruled inadmissible',
      overruled: 'Objection overruled',
      recused: 'Member recused from the round',
    },
    closed: 'Round closed',
    edition: (edition) => `Printed in edition ${edition}`,
    handed: (to, edition) => `Handed to ${to} (edition ${edition})`,
    answers: {
      'taken-up': (by) => `Taken up by ${by}`,
      partly: (by) => `Taken up in part by ${by}`,
      refused: (by) => `Refused by ${by}`,
    },
    withdrawn: 'Withdrawn',
  },
)
