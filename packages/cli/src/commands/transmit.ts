// `cahier transmit`: lists or records handed-over proposals; sends nothing.

import { planTransmission } from '@cahier/consensus'
import { type Answer, dayIn, type HandingOver, type Programme, titleOf } from '@cahier/core'
import { byCodeUnits } from '@cahier/prose'
import { writtenId } from '../arguments/named-ids.ts'
import {
  asJson,
  dateOption,
  dryRunOption,
  formatOption,
  optionText,
  valueOption,
} from '../arguments/options.ts'
import { UsageError } from '../arguments/usage-error.ts'
import { type Command, type Invocation, inBothLanguages } from '../command.ts'
import { openProgramme } from '../programme/open.ts'
import { warnUnread } from '../programme/unread.ts'
import { COLON, counted, layOut, linesFor } from '../text/report-parts.ts'
import { applyPlan } from '../writing/apply-plan.ts'

export const command: Command = {
  usage: '\nRECIPIENT --name NAME --kind KIND --edition EDITION [--proposals … | --for KIND]',
  help: {
    fr: 'Seul, le tableau de ce qui a été remis, à qui, et de ce qui a été répondu. Avec un destinataire, note ce qui lui a été remis ; --name et --kind, la première fois. Une erreur se répare dans le fichier, ou avec git (git restore transmissions/).',
    en: 'On its own, shows what was handed over, to whom, and what they answered. With a recipient, notes what it was handed; --name and --kind, the first time. A slip is corrected in the file, or with git (git restore transmissions/).',
  },
  examples: [
    '',
    {
      fr: 'union-locale --name "Union locale" --kind ADDRESSEE --edition 2026-1',
      en: 'local-union --name "Local union" --kind ADDRESSEE --edition 2026-1',
    },
    {
      fr: 'union-locale --edition 2026-2 --for ADDRESSEE --date 2026-12-01',
      en: 'local-union --edition 2026-2 --for ADDRESSEE --date 2026-12-01',
    },
  ],
  options: {
    name: valueOption(
      'NAME',
      'le nom de l’organisation, jamais d’une personne',
      'the name of the organisation, never of a person',
    ),
    kind: valueOption(
      'KIND',
      'un des destinataires du manifeste (addressees)',
      'one of the addressees of the manifest',
    ),
    edition: valueOption(
      'EDITION',
      'l’édition remise (sinon celle du manifeste)',
      'the edition handed over (default: that of the manifest)',
    ),
    proposals: valueOption(
      'A,B',
      'les propositions remises (sinon toutes celles de l’édition)',
      'the proposals handed over (default: all those of the edition)',
      { multiple: true },
    ),
    for: valueOption(
      'KIND',
      'seulement ce qui lui demande quelque chose (publish --for)',
      'only what asks something of it (publish --for)',
    ),
    date: dateOption,
    format: formatOption(),
    'dry-run': dryRunOption,
  },
  run(invocation) {
    const { positionals, values, day, print, say } = invocation
    const [recipient, ...more] = positionals
    const programme = openProgramme(invocation)
    if (recipient === undefined) {
      const stray = ['name', 'kind', 'edition', 'proposals', 'for', 'dry-run'].find(
        (option) => values[option] !== undefined,
      )
      if (stray !== undefined)
        throw new UsageError(
          `à qui ? --${stray} va avec un destinataire (cahier transmit --help)`,
          `to whom? --${stray} goes with a recipient (cahier transmit --help)`,
        )
      warnUnread(programme, invocation)
      if (values.format === 'json')
        print(asJson({ transmissions: programme.transmissions.map(({ document, ...one }) => one) }))
      else say(transmissionsTable(programme, invocation))
      return 0
    }
    if (more.length > 0)
      throw new UsageError(
        `cahier transmit prend un destinataire ; les propositions se donnent ainsi : --proposals ${more.join(',')}`,
        `cahier transmit takes one recipient; proposals are given so: --proposals ${more.join(',')}`,
      )
    const text = (option: string) => optionText(invocation, option)
    const request = {
      recipient,
      name: text('name'),
      kind: text('kind'),
      edition: text('edition'),
      for: text('for'),
      date: day(),
      proposals: [values.proposals ?? []]
        .flat()
        .flatMap((list) => `${list}`.split(/[\s,]+/))
        .filter(Boolean)
        .map(writtenId),
    }
    return applyPlan(planTransmission(programme, request), invocation)
  },
}

function transmissionsTable(programme: Programme, { language, terminal }: Invocation): string {
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
          `${SIGNS[answer]} ${proposal}${COLON[language]} ${words.answers[answer]}, ${dayIn(language, date)}${link && ` <${link}>`}`,
          '      ',
        ),
      ),
      silent.length > 0 &&
        item(`· ${words.silent}${COLON[language]} ${silent.join(', ')}`, '      '),
    ]
  }
}

const SIGNS: Readonly<Record<Answer['answer'], string>> = {
  'taken-up': '✓',
  partly: '~',
  refused: '✗',
}

function lastAnswers({ answers }: HandingOver) {
  const sorted = answers.toSorted((a, b) => byCodeUnits(a.date, b.date))
  return new Map(sorted.map((answer) => [answer.proposal, answer]))
}

const WORDS = inBothLanguages(
  {
    none: 'Rien n’a encore été remis. Pour le noter : cahier transmit DESTINATAIRE --name NOM --kind SORTE --edition ÉDITION',
    handed: (edition: string, day: string, count: number) =>
      `édition ${edition}, le ${day} : ${counted.fr(count, 'proposition')}`,
    answers: { 'taken-up': 'reprise', partly: 'reprise en partie', refused: 'refusée' },
    silent: 'sans réponse',
    total: (count: number, taken: number) =>
      `${counted.fr(count, 'destinataire')} ; ${taken === 0 ? 'rien n’est encore repris' : `${counted.fr(taken, 'reprise')}, en tout ou en partie`}.`,
  },
  {
    none: 'Nothing has been handed over yet. To record it: cahier transmit RECIPIENT --name NAME --kind KIND --edition EDITION',
    handed: (edition, day, count) =>
      `edition ${edition}, on ${day}: ${counted.en(count, 'proposal')}`,
    answers: { 'taken-up': 'taken up', partly: 'taken up in part', refused: 'refused' },
    silent: 'no answer',
    total: (count, taken) =>
      `${counted.en(count, 'recipient')}; ${taken === 0 ? 'nothing taken up yet' : `${taken} taken up, whole or in part`}.`,
  },
)
