import { type Duty, dutiesOf, sentenceFor, type Task } from '@cahier/consensus'
import {
  type Collective,
  dayIn,
  type Language,
  type Programme,
  STANCE_WORDS,
  type Verdict,
} from '@cahier/core'
import type { Invocation } from '../command.ts'
import { paint } from '../terminal/terminal.ts'
import { wrapHanging } from '../terminal/wrap.ts'
import { collectiveName } from './labels.ts'

/**
 * The open duties of a member in brief: a count for each task, and the first closing day; `''`
 * without duties.
 */
export function dutiesInBrief(duties: readonly Duty[], language: Language): string {
  const words = WORDS[language]
  const counts = TASKS.flatMap((task) => {
    const count = duties.filter((duty) => duty.task === task).length
    return count === 0 ? [] : [`${count}\u00A0${words.brief[task][count > 1 ? 1 : 0]}`]
  })
  const [first] = duties.flatMap(({ closes }) => (closes === '' ? [] : [closes])).sort()
  return `${counts.join(', ')}${first === undefined ? '' : ` (${words.before} ${dayIn(language, first)})`}`
}

/**
 * All duties of one member, the first to close first, with commands to type, and its void rounds.
 */
export function dutiesInWords(
  programme: Programme,
  member: Collective,
  verdicts: readonly Verdict[],
  day: string,
  { language, terminal }: Pick<Invocation, 'language' | 'terminal'>,
): string {
  const words = WORDS[language]
  const duties = dutiesOf(programme, verdicts, member.id, day)
  const lines = (text: string, indent = '') => wrapHanging(text, terminal.width, indent)
  const name = collectiveName(programme, member.id, language)
  const head = paint(lines(words.head(name, duties.length, dayIn(language, day))), 'bold', terminal)
  const fallen = verdicts.flatMap(({ proposal, status, round, electorate }) =>
    status === 'void' && round !== null && electorate.includes(member.id)
      ? [lines(words.fallen(proposal, dayIn(language, round.opened)))]
      : [],
  )
  if (duties.length === 0) return `${[head, ...fallen].join('\n\n')}\n`
  const parts = TASKS.flatMap((task) => {
    const own = duties
      .filter((duty) => duty.task === task)
      .toSorted((a, b) => (sooner(a) < sooner(b) ? -1 : sooner(a) > sooner(b) ? 1 : 0))
    return own.length === 0
      ? []
      : [[paint(lines(words.tasks[task]), 'bold', terminal), ...own.flatMap(duty)].join('\n')]
  })
  return `${[head, ...fallen, ...parts, [lines(words.stance), lines(words.atOnce(member.id))].join('\n')].join('\n\n')}\n`

  function duty({ proposal, task, closes, stance, why, onMerged }: Duty): string[] {
    const title = programme.proposals.find(({ id }) => id === proposal)?.title ?? ''
    return [
      lines(`${proposal}${closes === '' ? '' : words.until(dayIn(language, closes))}`, '  '),
      lines(title, '    '),
      ...(stance === null
        ? []
        : [
            lines(
              words.said(
                STANCE_WORDS[language][stance],
                why === '' ? '' : sentenceFor(why, language),
              ),
              '    ',
            ),
          ]),
      ...onMerged.map((one) =>
        lines(
          words.merged(STANCE_WORDS[language][one.stance], one.proposal, dayIn(language, one.date)),
          '    ',
        ),
      ),
      ...(task === 'look-again' && stance !== null
        ? [lines(`cahier since ${member.id} ${proposal}`, '    ')]
        : []),
      lines(`cahier stance ${member.id} ${proposal} ${words.placeholder}`, '    '),
    ]
  }
}

const TASKS: readonly Task[] = ['answer', 'look-again', 'mend']

function sooner({ closes }: Duty): string {
  return closes || '9999'
}

const WORDS = {
  fr: {
    brief: {
      answer: ['réponse à donner', 'réponses à donner'],
      'look-again': ['texte à relire', 'textes à relire'],
      mend: ['position à compléter', 'positions à compléter'],
    },
    before: 'd’ici au soir du',
    head: (name: string, count: number, day: string) =>
      `${name}, au ${day} : ${count === 0 ? 'plus rien à faire.' : `il reste ${count} proposition${count > 1 ? 's' : ''} à voir`}`,
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
  en: {
    brief: {
      answer: ['answer to give', 'answers to give'],
      'look-again': ['text to look at again', 'texts to look at again'],
      mend: ['stance to complete', 'stances to complete'],
    },
    before: 'by the evening of',
    head: (name: string, count: number, day: string) =>
      `${name}, on ${day}: ${count === 0 ? 'nothing left to do.' : `${count} proposal${count > 1 ? 's' : ''} left to see`}`,
    tasks: {
      answer: 'To answer: a round is open',
      'look-again': 'To look at again: the text has changed since',
      mend: 'To complete: this stance does not count',
    },
    until: (day: string) => `, until the evening of ${day}`,
    said: (stance: string, why: string) =>
      `You had said: ${stance}${why === '' ? '' : `; ${why}`}.`,
    merged: (stance: string, proposal: string, day: string) =>
      `It merges “${proposal}”, where you had said: ${stance}, on ${day}. Nothing was carried over.`,
    fallen: (proposal: string, opened: string) =>
      `The round opened on ${opened} on “${proposal}” is void, as the text has changed: no answer to it counts, until another round is opened.`,
    placeholder: 'STANCE',
    stance:
      'STANCE: consent, abstention, reservation or objection; for these two, add --argument "…".',
    atOnce: (id: string) =>
      `All at once: write the list in a file, then “cahier stance --file FILE”; or “cahier new ballot ${id}”, where only “stance:” is left to fill in.`,
  },
} as const
