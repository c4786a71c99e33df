// `cahier overlap`: shows proposals that say nearly the same, side by side.

import { NEAR, type Overlap, overlaps } from '@cahier/consensus'
import { type Programme, titleOf } from '@cahier/core'
import { asJson, formatOption, refuseArguments, valueOption } from '../arguments/options.ts'
import { wrongValue } from '../arguments/usage-error.ts'
import { type Command, type Invocation, inBothLanguages, type Terminal } from '../command.ts'
import { visitProgramme } from '../programme/open.ts'
import { parserFor } from '../programme/parser.ts'
import { wrap } from '../terminal/terminal.ts'
import { counted } from '../text/report-parts.ts'

export const command: Command = {
  usage: '',
  help: {
    fr: 'Leurs passages sont en regard. C’est une suggestion : rien n’est fusionné.',
    en: 'Their passages are side by side. Only suggested: nothing is merged.',
  },
  examples: ['', '--threshold 0.2'],
  options: {
    threshold: valueOption(
      '0…1',
      `à partir de quelle ressemblance, de 0 à 1 (sinon ${NEAR})`,
      `how alike they must be, from 0 to 1 (default: ${NEAR})`,
    ),
    format: formatOption(),
  },
  run(invocation) {
    const { values, language, print, say } = invocation
    const threshold = thresholdIn(values.threshold)
    refuseArguments(invocation)
    const programme = visitProgramme(invocation, parserFor)
    const found = overlaps(programme, threshold)
    if (values.format === 'json') print(asJson({ threshold, overlaps: found }))
    else if (found.length === 0) say(WORDS[language].none)
    else say(overlapsInWords(found, programme, invocation))
    return 0
  },
}

function thresholdIn(value: unknown) {
  if (value === undefined) return NEAR
  const threshold = Number(String(value).replace(',', '.'))
  if (value !== '' && threshold >= 0 && threshold <= 1) return threshold
  throw wrongValue('threshold', value, { fr: 'un nombre de 0 à 1', en: 'a number from 0 to 1' })
}

function overlapsInWords(
  found: readonly Overlap[],
  { proposals }: Programme,
  { language, terminal }: Invocation,
) {
  const words = WORDS[language]
  const named = (id: string) => `${id}\n${titleOf(proposals, id)}`
  const axisOf = (id: string) => proposals.find((one) => one.id === id)?.axis
  const percent = new Intl.NumberFormat(language, { style: 'percent' })
  const pairs = found.map(({ a, b, likeness, related, passages }) => {
    const columns = [{ a: named(a), b: named(b) }, ...passages]
    const ways = related ? words.related : words.merge(a, b, axisOf(a) === axisOf(b))
    return `${words.alike(percent.format(likeness))}\n\n${columns.map((one) => sideBySide(one.a, one.b, terminal)).join('\n')}\n${ways}\n\n`
  })
  return `${pairs.join('')}${words.count(found.length)}\n`
}

const WORDS = inBothLanguages(
  {
    none: 'Aucune proposition n’en répète une autre.\n',
    alike: (percent: string) => `Ressemblance : ${percent}`,
    related: 'L’une demande l’autre : elles peuvent se ressembler sans se répéter.',
    merge: (a: string, b: string, inOneAxis: boolean) =>
      `Pour n’en faire qu’une :\n  cahier merge-proposals ${a} ${b} --into NOUVEAU-NOM${inOneAxis ? '' : ' --axis AXE'}`,
    count: (count: number) => `${counted.fr(count, 'paire')} à lire côte à côte.`,
  },
  {
    none: 'No two proposals say the same thing.\n',
    alike: (percent) => `Likeness: ${percent}`,
    related: 'One requires the other: they may be alike without repeating each other.',
    merge: (a, b, inOneAxis) =>
      `To make them one:\n  cahier merge-proposals ${a} ${b} --into NEW-NAME${inOneAxis ? '' : ' --axis AXIS'}`,
    count: (count) => `${counted.en(count, 'pair')} to read side by side.`,
  },
)

function sideBySide(left: string, right: string, { width }: Terminal) {
  const shifted = (text: string, by: string) => text.replace(/^/gm, by)
  if (width < 80)
    return `${shifted(wrap(left, width - 2), '  ')}\n${shifted(wrap(right, width - 4), '  | ')}\n`
  const column = Math.floor((width - 5) / 2)
  const [lefts, rights] = [wrap(left, column).split('\n'), wrap(right, column).split('\n')]
  const rows = Array.from({ length: Math.max(lefts.length, rights.length) }, (_, row) => {
    const one = lefts[row] ?? ''
    return `  ${one}${' '.repeat(Math.max(0, column - [...one].length))} | ${rights[row] ?? ''}`.trimEnd()
  })
  return `${rows.join('\n')}\n`
}
