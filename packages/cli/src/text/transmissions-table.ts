import { type Answer, dayIn, type HandingOver, type Programme, titleOf } from '@cahier/core'
import { compareTexts } from '@cahier/prose'
import { type Invocation, inBothLanguages } from '../command.ts'
import { counted, layOut, linesFor } from './report-parts.ts'

/** The proposals handed over, by kind of addressee, with the last answer on each. */
export function transmissionsTable(
  programme: Programme,
  { language, terminal }: Invocation,
): string {
  const words = WORDS[language]
  const { bold, item } = linesFor(terminal)
  const { transmissions, manifest } = programme
  if (transmissions.every(({ handed }) => handed.length === 0)) return `${item(words.none)}\n`
  const kinds = new Set([
    ...manifest.addressees.map(({ id }) => id),
    ...transmissions.map(({ kind }) => kind),
  ])
  const blocks = [...kinds].map((kind) => {
    const own = transmissions.filter((one) => one.kind === kind && one.handed.length > 0)
    return (
      own.length > 0 && [
        bold(titleOf(manifest.addressees, kind), '  '),
        ...own.flatMap(({ id, name, handed }) => [
          item(`${name} (${id})`, '  '),
          ...handed.flatMap(handing),
        ]),
      ]
    )
  })
  const taken = transmissions
    .flatMap(({ handed }) => handed.flatMap((one) => [...lastAnswers(one).values()]))
    .filter(({ answer }) => answer !== 'refused')
  return layOut([...blocks, item(words.total(transmissions.length, taken.length))])

  function handing(one: HandingOver) {
    const last = lastAnswers(one)
    const silent = one.proposals.filter((id) => !last.has(id))
    return [
      item(words.handed(one.edition, dayIn(language, one.date), one.proposals.length), '    '),
      ...[...last.values()].map(({ proposal, answer, date, link }) =>
        item(
          `${SIGNS[answer]} ${proposal}${words.colon}${words.answers[answer]}, ${dayIn(language, date)}${link && ` <${link}>`}`,
          '      ',
        ),
      ),
      silent.length > 0 && item(`· ${words.silent}${words.colon}${silent.join(', ')}`, '      '),
    ]
  }
}

const SIGNS: Readonly<Record<Answer['answer'], string>> = {
  'taken-up': '✓',
  partly: '~',
  refused: '✗',
}

function lastAnswers({ answers }: HandingOver) {
  const sorted = answers.toSorted((a, b) => compareTexts(a.date, b.date))
  return new Map(sorted.map((answer) => [answer.proposal, answer]))
}

const WORDS = inBothLanguages(
  {
    none: 'Rien n’a encore été remis. Pour le noter : cahier transmit DESTINATAIRE --name NOM --kind SORTE --edition ÉDITION',
    colon: ' : ',
    handed: (edition: string, day: string, count: number) =>
      `édition ${edition}, le ${day} : ${counted.fr(count, 'proposition')}`,
    answers: { 'taken-up': 'reprise', partly: 'reprise en partie', refused: 'refusée' },
    silent: 'sans réponse',
    total: (count: number, taken: number) =>
      `${counted.fr(count, 'destinataire')} ; ${taken === 0 ? 'rien n’est encore repris' : `${counted.fr(taken, 'reprise')}, en tout ou en partie`}.`,
  },
  {
    none: 'Nothing has been handed over yet. To record it: cahier transmit RECIPIENT --name NAME --kind ADDRESSEE --edition EDITION',
    colon: ': ',
    handed: (edition, day, count) =>
      `edition ${edition}, on ${day}: ${counted.en(count, 'proposal')}`,
    answers: { 'taken-up': 'taken up', partly: 'taken up in part', refused: 'refused' },
    silent: 'no answer',
    total: (count, taken) =>
      `${counted.en(count, 'recipient')}; ${taken === 0 ? 'nothing taken up yet' : `${taken} taken up, whole or in part`}.`,
  },
)
