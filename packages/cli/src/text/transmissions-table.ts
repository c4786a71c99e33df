import { type Answer, dayIn, type HandingOver, type Programme, titleOf } from '@cahier/core'
import type { Invocation } from '../command.ts'
import { paint } from '../terminal/terminal.ts'
import { wrapHanging } from '../terminal/wrap.ts'

/** What was handed over, by kind of addressee, with the last answer on each proposal. */
export function transmissionsTable(
  programme: Programme,
  { language, terminal }: Pick<Invocation, 'language' | 'terminal'>,
): string {
  const words = WORDS[language]
  const lines = (text: string, indent = '') => wrapHanging(text, terminal.width, indent)
  const { transmissions, manifest } = programme
  if (transmissions.every(({ handed }) => handed.length === 0)) return `${lines(words.none)}\n`
  const kinds = [
    ...new Set([
      ...manifest.addressees.map(({ id }) => id),
      ...transmissions.map(({ kind }) => kind),
    ]),
  ]
  const blocks = kinds.flatMap((kind) => {
    const own = transmissions.filter((one) => one.kind === kind && one.handed.length > 0)
    if (own.length === 0) return []
    const title = titleOf(manifest.addressees, kind)
    const recipients = own.map(({ id, name, handed }) =>
      [lines(`${name} (${id})`, '  '), ...handed.flatMap(handing)].join('\n'),
    )
    return [[paint(lines(title), 'bold', terminal), ...recipients].join('\n')]
  })
  const answers = transmissions.flatMap(({ handed }) =>
    handed.flatMap((one) => [...lastAnswers(one).values()]),
  )
  return `${blocks.join('\n\n')}\n\n${lines(words.total(transmissions.length, answers.filter(({ answer }) => answer !== 'refused').length))}\n`

  function handing(one: HandingOver): string[] {
    const last = lastAnswers(one)
    const silent = one.proposals.filter((id) => !last.has(id))
    return [
      lines(words.handed(one.edition, dayIn(language, one.date), one.proposals.length), '    '),
      ...[...last.values()].map(({ proposal, answer, date, link }) =>
        lines(
          `${SIGNS[answer]} ${proposal}${words.colon}${words.answers[answer]}, ${dayIn(language, date)}${link === '' ? '' : ` <${link}>`}`,
          '      ',
        ),
      ),
      ...(silent.length === 0
        ? []
        : [lines(`· ${words.silent}${words.colon}${silent.join(', ')}`, '      ')]),
    ]
  }
}

const SIGNS: Readonly<Record<Answer['answer'], string>> = {
  'taken-up': '✓',
  partly: '~',
  refused: '✗',
}

function lastAnswers({ answers }: HandingOver): ReadonlyMap<string, Answer> {
  const sorted = answers.toSorted((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : 0))
  return new Map(sorted.map((answer) => [answer.proposal, answer]))
}

const WORDS = {
  fr: {
    none: 'Rien n’a encore été remis. Pour le noter : cahier transmit DESTINATAIRE --name NOM --kind SORTE --edition ÉDITION',
    colon: ' : ',
    handed: (edition: string, day: string, count: number) =>
      `édition ${edition}, le ${day} : ${count} proposition${count > 1 ? 's' : ''}`,
    answers: { 'taken-up': 'reprise', partly: 'reprise en partie', refused: 'refusée' },
    silent: 'sans réponse',
    total: (count: number, taken: number) =>
      `${count} destinataire${count > 1 ? 's' : ''} ; ${taken === 0 ? 'rien n’est encore repris' : `${taken} reprise${taken > 1 ? 's' : ''}, en tout ou en partie`}.`,
  },
  en: {
    none: 'Nothing has been handed over yet. To record it: cahier transmit RECIPIENT --name NAME --kind ADDRESSEE --edition EDITION',
    colon: ': ',
    handed: (edition: string, day: string, count: number) =>
      `edition ${edition}, on ${day}: ${count} proposal${count === 1 ? '' : 's'}`,
    answers: { 'taken-up': 'taken up', partly: 'taken up in part', refused: 'refused' },
    silent: 'no answer',
    total: (count: number, taken: number) =>
      `${count} recipient${count === 1 ? '' : 's'}; ${taken === 0 ? 'nothing taken up yet' : `${taken} taken up, whole or in part`}.`,
  },
} as const
