import { NEAR, type Overlap, overlaps } from '@cahier/consensus'
import type { Programme } from '@cahier/core'
import type { Command, Invocation } from '../command.ts'
import { formatIn, formatOption } from '../format-option.ts'
import { openProgramme } from '../open-programme.ts'
import { sideBySide } from '../side-by-side.ts'
import { UsageError } from '../usage-error.ts'

export const command: Command = {
  usage: { fr: '', en: '' },
  help: {
    fr: 'Les propositions qui disent à peu près la même chose, avec leurs passages en regard. C’est une suggestion : rien n’est fusionné.',
    en: 'The proposals that say much the same, with their passages side by side. Only suggested: nothing is merged.',
  },
  examples: ['cahier overlap', 'cahier overlap --threshold 0.2'],
  options: {
    threshold: {
      type: 'string',
      value: '0…1',
      help: {
        fr: `à partir de quelle ressemblance, de 0 à 1 (${NEAR} si rien n’est dit)`,
        en: `how alike they must be, from 0 to 1 (default: ${NEAR})`,
      },
    },
    format: formatOption(),
  },
  run(invocation) {
    const format = formatIn(invocation)
    const threshold = thresholdIn(invocation.values.threshold)
    if (invocation.positionals.length > 0)
      throw new UsageError(
        'cahier overlap ne prend pas de nom : tout le programme est comparé',
        'cahier overlap takes no name: the whole programme is compared',
      )
    const programme = openProgramme(invocation)
    const found = overlaps(programme, threshold)
    if (format === 'json') invocation.print(`${JSON.stringify({ threshold, overlaps: found })}\n`)
    else invocation.say(found.length === 0 ? WORDS[invocation.language].none : textOf(found, programme, invocation))
    return 0
  },
}

function thresholdIn(value: unknown): number {
  if (value === undefined) return NEAR
  const threshold = Number(String(value).replace(',', '.'))
  if (value !== '' && threshold >= 0 && threshold <= 1) return threshold
  throw new UsageError(`--threshold prend un nombre de 0 à 1, pas « ${value} »`, `--threshold takes a number from 0 to 1, not “${value}”`)
}

function textOf(found: readonly Overlap[], programme: Programme, invocation: Invocation): string {
  const words = WORDS[invocation.language]
  const proposalOf = (id: string) => programme.proposals.find((proposal) => proposal.id === id)
  const titleOf = (id: string) => proposalOf(id)?.title ?? id
  const pairs = found.map(({ a, b, likeness, related, passages }) => {
    const percent = new Intl.NumberFormat(invocation.language, { style: 'percent' }).format(likeness)
    const columns = [[`${a}\n${titleOf(a)}`, `${b}\n${titleOf(b)}`] as const, ...passages.map((passage) => [passage.a, passage.b] as const)]
    const ways = related ? words.related : words.merge(a, b, proposalOf(a)?.axis === proposalOf(b)?.axis)
    return `${words.alike(percent)}\n\n${columns.map(([left, right]) => sideBySide(left, right, invocation.terminal)).join('\n')}\n${ways}\n`
  })
  return `${pairs.join('\n')}\n${words.count(found.length)}\n`
}

const WORDS = {
  fr: {
    none: 'Aucune proposition n’en répète une autre.\n',
    alike: (percent: string) => `Ressemblance : ${percent}`,
    related: 'L’une demande l’autre : elles peuvent se ressembler sans se répéter.',
    merge: (a: string, b: string, inOneAxis: boolean) =>
      `Pour n’en faire qu’une :\n  cahier merge-proposals ${a} ${b} --into NOUVEAU-NOM${inOneAxis ? '' : ' --axis AXE'}`,
    count: (count: number) => (count === 1 ? 'Une paire à lire côte à côte.' : `${count} paires à lire côte à côte.`),
  },
  en: {
    none: 'No two proposals say the same thing.\n',
    alike: (percent: string) => `Likeness: ${percent}`,
    related: 'One requires the other: they may be alike without repeating each other.',
    merge: (a: string, b: string, inOneAxis: boolean) =>
      `To make them one:\n  cahier merge-proposals ${a} ${b} --into NEW-NAME${inOneAxis ? '' : ' --axis AXIS'}`,
    count: (count: number) => (count === 1 ? 'One pair to read side by side.' : `${count} pairs to read side by side.`),
  },
} as const
