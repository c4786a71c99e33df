import { type Duty, dutiesOf, type Task, uncountedReason } from '@cahier/consensus'
import {
  type Collective,
  dayIn,
  type Language,
  type Programme,
  STANCE_WORDS,
  titleOf,
  type Verdict,
} from '@cahier/core'
import { byCodeUnits } from '@cahier/prose'
import { type Invocation, inBothLanguages } from '../command.ts'
import { collectiveName, counted, layOut, linesFor } from './report-parts.ts'

/** What a member still has to do: a count for each task, and the first closing day. */
export function dutiesInBrief(duties: readonly Duty[], language: Language): string {
  const words = WORDS[language]
  const counts = TASKS.flatMap((task) => {
    const count = duties.filter((duty) => duty.task === task).length
    return count === 0 ? [] : [`${count}\u00A0${words.brief[task][count > 1 ? 1 : 0]}`]
  })
  const [first] = duties.flatMap(({ closes }) => closes || []).sort()
  return `${counts.join(', ')}${first === undefined ? '' : ` (${words.before} ${dayIn(language, first)})`}`
}

/** All duties of a member by task and closing day, with commands to type. */
export function dutiesInWords(
  programme: Programme,
  member: Collective,
  verdicts: readonly Verdict[],
  day: string,
  { language, terminal }: Invocation,
): string {
  const words = WORDS[language]
  const duties = dutiesOf(programme, verdicts, member.id, day)
  const { bold, item } = linesFor(terminal)
  const name = collectiveName(programme, member.id, language)
  const fallen = verdicts.map(
    ({ proposal, status, round, electorate }) =>
      status === 'void' &&
      round !== null &&
      electorate.includes(member.id) &&
      item(words.fallen(proposal, dayIn(language, round.opened))),
  )
  return layOut([
    bold(words.head(name, duties.length, dayIn(language, day)), '  '),
    ...fallen,
    ...TASKS.map((task) => {
      const own = duties
        .filter((duty) => duty.task === task)
        .toSorted((a, b) => byCodeUnits(a.closes || '9999', b.closes || '9999'))
      return own.length > 0 && [bold(words.tasks[task], '  '), ...own.flatMap(duty)]
    }),
    duties.length > 0 && [item(words.stance), item(words.atOnce(member.id))],
  ])

  function duty({ proposal, task, closes, stance, why, onMerged }: Duty): string[] {
    const reason = why && uncountedReason(why, language)
    const stances = STANCE_WORDS[language]
    const facts = [
      titleOf(programme.proposals, proposal),
      stance !== null && words.said(stances[stance], reason),
      ...onMerged.map((one) =>
        words.merged(stances[one.stance], one.proposal, dayIn(language, one.date)),
      ),
      task === 'look-again' && stance !== null && `cahier since ${member.id} ${proposal}`,
      `cahier stance ${member.id} ${proposal} ${words.placeholder}`,
    ]
    return [
      item(`${proposal}${closes && words.until(dayIn(language, closes))}`, '  '),
      ...facts.filter((fact) => fact !== false).map((fact) => item(fact, '    ')),
    ]
  }
}

const TASKS: readonly Task[] = ['answer', 'look-again', 'mend']

const WORDS = inBothLanguages(
  {
    brief: {
      answer: ['réponse à donner', 'réponses à donner'],
      'look-again': ['texte à relire', 'textes à relire'],
      mend: ['position à compléter', 'positions à compléter'],
    },
    before: 'd’ici au soir du',
    head: (name: string, count: number, day: string) =>
      `${name}, au ${day} : ${count === 0 ? 'plus rien à faire.' : `il reste ${counted.fr(count, 'proposition')} à voir`}`,
    tasks: {
      answer: 'À répondre : un tour est ouvert',
      'look-again': 'À relire : le texte a changé depuis',
      mend: 'À compléter : cette position ne compte pas',
    },
    until: (day: string) => `, jusqu’au soir du ${day}`,
    said: (stance: string, why: string) =>
      `Vous aviez dit : ${stance}${why === '' ? '' : ` ; ${why}`}.`,
    merged: (stance: string, proposal: string, day: string) =>
      `Elle réunit « ${proposal} », où vous aviez dit : ${stance}, le ${day}. Rien n’en a été repris.`,
    fallen: (proposal: string, opened: string) =>
      `Le tour ouvert le ${opened} sur « ${proposal} » est tombé, car le texte a changé : rien de ce qu’on y répond ne compte, jusqu’à ce qu’un autre tour soit ouvert.`,
    placeholder: 'POSITION',
    stance:
      'POSITION : consentement, abstention, réserve ou objection ; pour ces deux-là, ajoutez --argument "…".',
    atOnce: (id: string) =>
      `Tout en une fois : écrivez la liste dans un fichier, puis « cahier stance --file FICHIER » ; ou « cahier new ballot ${id} », où il ne reste que les « stance: » à remplir.`,
  },
  {
    brief: {
      answer: ['answer to give', 'answers to give'],
      'look-again': ['text to look at again', 'texts to look at again'],
      mend: ['stance to complete', 'stances to complete'],
    },
    before: 'by the evening of',
    head: (name, count, day) =>
      `${name}, on ${day}: ${count === 0 ? 'nothing left to do.' : `${counted.en(count, 'proposal')} left to see`}`,
    tasks: {
      answer: 'To answer: a round is open',
      'look-again': 'To look at again: the text has changed since',
      mend: 'To complete: this stance does not count',
    },
    until: (day) => `, until the evening of ${day}`,
    said: (stance, why) => `You had said: ${stance}${why === '' ? '' : `; ${why}`}.`,
    merged: (stance, proposal, day) =>
      `It merges “${proposal}”, where you had said: ${stance}, on ${day}. Nothing was carried over.`,
    fallen: (proposal, opened) =>
      `The round opened on ${opened} on “${proposal}” is void, as the text has changed: no answer to it counts, until another round is opened.`,
    placeholder: 'STANCE',
    stance:
      'STANCE: consent, abstention, reservation or objection; for these two, add --argument "…".',
    atOnce: (id) =>
      `All at once: write the list in a file, then “cahier stance --file FILE”; or “cahier new ballot ${id}”, where only “stance:” is left to fill in.`,
  },
)
