import { dutiesOf, membersOn, stancesAsRuled } from '@cahier/consensus'
import { dayIn, type Programme, type Verdict } from '@cahier/core'
import stringWidth from 'fast-string-width'
import type { Invocation } from '../command.ts'
import { paint } from '../terminal/terminal.ts'
import { wrap } from '../terminal/wrap.ts'
import { collectiveName, columnLetter, SHORT_STATUSES } from './labels.ts'
import { dutiesInBrief } from './status-duties.ts'

/**
 * A table of proposals and members by axis, as wide as the terminal; then the members, their duties
 * and the legend.
 */
export function statusTable(
  programme: Programme,
  verdicts: readonly Verdict[],
  day: string,
  { language, terminal }: Pick<Invocation, 'language' | 'terminal'>,
): string {
  const words = WORDS[language]
  const electors =
    verdicts.length > 0
      ? verdicts.flatMap(({ electorate }) => electorate)
      : membersOn(programme, day).map(({ id }) => id)
  const members = [...new Set(electors)].sort()
  const columns = members.map((member, index) => ({ member, letter: columnLetter(index) }))
  const statusWidth = Math.max(
    0,
    ...verdicts.map(({ status }) => stringWidth(SHORT_STATUSES[language][status][0])),
  )
  const cell = columns.some(({ letter }) => letter.length > 1) ? 3 : 2
  // Names are shortened before members are left out: the table is about stances.
  const longest = Math.max(10, ...verdicts.map(({ proposal }) => stringWidth(proposal) + 2))
  const nameWidth = Math.min(
    longest,
    32,
    Math.max(16, terminal.width - statusWidth - 2 - cell * columns.length),
  )
  const room = Math.max(1, Math.floor((terminal.width - nameWidth - statusWidth - 2) / cell))
  const head = [
    paint(
      wrap(
        `${programme.manifest.title || words.untitled}${words.on} ${dayIn(language, day)}`,
        terminal.width,
      ),
      'bold',
      terminal,
    ),
  ]
  const tables = verdicts.length > 0 ? chunks(columns, room).map((shown) => oneTable(shown)) : []
  return `${[...head, ...tables, membersIn(), ...(tables.length > 0 && columns.length > 0 ? [legend()] : []), totals()].join('\n\n')}\n`

  function oneTable(shown: readonly Column[]): string {
    const lines =
      shown.length === 0
        ? []
        : [
            `${' '.repeat(nameWidth + statusWidth + 1)}${shown.map(({ letter }) => letter.padStart(cell)).join('')}`,
          ]
    for (const axis of programme.axes) {
      const own = verdicts.filter(
        ({ proposal }) => programme.proposals.find(({ id }) => id === proposal)?.axis === axis.id,
      )
      if (own.length === 0) continue
      lines.push(
        paint(wrap(axis.title, terminal.width), 'bold', terminal),
        ...own.map((verdict) => row(verdict, shown)),
      )
    }
    return lines.join('\n')
  }

  function row(verdict: Verdict, shown: readonly Column[]): string {
    const name = pad(clip(`  ${verdict.proposal}`, nameWidth), nameWidth)
    const ruled = { ...verdict, stances: stancesAsRuled(verdict) }
    const signs = shown.map(({ member }) => signOf(ruled, member).padStart(cell)).join('')
    return `${name} ${pad(SHORT_STATUSES[language][verdict.status][0], statusWidth)}${signs}`.trimEnd()
  }

  function membersIn(): string {
    const lines = columns.map(({ member, letter }) => {
      const name = `${letter.padStart(2)}  ${collectiveName(programme, member, language)}`
      const { left = '' } = programme.collectives.find(({ id }) => id === member) ?? {}
      const duties = dutiesInBrief(dutiesOf(programme, verdicts, member, day), language)
      const brief =
        duties === '' && left !== '' && left <= day ? words.left(dayIn(language, left)) : duties
      return wrap(brief === '' ? name : `${name}${words.colon} ${brief}`, terminal.width, '    ')
    })
    if (columns.length === 0) return wrap(words.noMember, terminal.width)
    const isBusy = columns.some(
      ({ member }) => dutiesOf(programme, verdicts, member, day).length > 0,
    )
    return [words.members, ...lines, ...(isBusy ? [wrap(words.more, terminal.width)] : [])].join(
      '\n',
    )
  }

  function legend(): string {
    return wrap(words.signs, terminal.width, ' '.repeat(words.signs.indexOf('✓')))
  }

  function totals(): string {
    if (verdicts.length === 0) return wrap(words.noProposal, terminal.width)
    const present = [...new Set(verdicts.map(({ status }) => status))]
    const order = Object.keys(SHORT_STATUSES[language])
    present.sort((a, b) => order.indexOf(b) - order.indexOf(a))
    const counts = present.map((status) => {
      const count = verdicts.filter((verdict) => verdict.status === status).length
      return `${count}\u00A0${SHORT_STATUSES[language][status][count > 1 ? 1 : 0]}`
    })
    return wrap(
      `${verdicts.length} ${words.proposals(verdicts.length)} ${counts.join(' · ')}.`,
      terminal.width,
      '  ',
    )
  }
}

interface Column {
  readonly member: string
  readonly letter: string
}

/**
 * The sign of a stance: `?` when the member must answer again on a changed text, `!` when the
 * stance does not count. A stale objection keeps its sign.
 */
export function signOf({ stances, electorate, status, again }: Verdict, member: string): string {
  if (status === 'withdrawn' || status === 'merged' || !electorate.includes(member)) return ''
  const stance = stances[member]
  if (stance === undefined) return again.some((one) => one.member === member) ? '?' : '·'
  if (!stance.counted) return stance.state === 'stale' ? '?' : '!'
  return SIGNS[stance.stance]
}

const SIGNS = { consent: '✓', reservation: '~', objection: '✗', abstention: '–' } as const

function chunks<T>(items: readonly T[], size: number): T[][] {
  const rows: T[][] = []
  for (let at = 0; at < items.length; at += size) rows.push(items.slice(at, at + size))
  return rows.length > 0 ? rows : [[]]
}

function pad(text: string, width: number): string {
  return text + ' '.repeat(Math.max(0, width - stringWidth(text)))
}

function clip(text: string, width: number): string {
  if (stringWidth(text) <= width) return text
  let clipped = text
  while (stringWidth(clipped) > width - 1) clipped = clipped.slice(0, -1)
  return `${clipped}…`
}

const WORDS = {
  fr: {
    on: ', au',
    members: 'Membres, et ce qu’il leur reste à faire',
    colon: ' :',
    more: 'Pour un membre, avec les commandes à taper : cahier status --member COLLECTIF',
    untitled: 'Programme sans titre',
    noProposal: 'Aucune proposition. Pour en commencer une : cahier new proposal AXE TITRE',
    left: (date: string) => `a quitté le programme le ${date}`,
    noMember: 'Aucun collectif n’est membre ce jour-là.',
    signs:
      'Signes : ✓\u00A0consentement, ~\u00A0réserve, ✗\u00A0objection, –\u00A0abstention, ·\u00A0rien encore, !\u00A0ne compte pas, ?\u00A0à redemander : le texte a changé, ou en réunit d’autres',
    proposals: (count: number) => `proposition${count > 1 ? 's' : ''} :`,
  },
  en: {
    on: ', on',
    members: 'Members, and what they still have to do',
    colon: ':',
    more: 'For one member, with the commands to type: cahier status --member COLLECTIVE',
    untitled: 'Untitled programme',
    noProposal: 'No proposal. To begin one: cahier new proposal AXIS TITLE',
    left: (date: string) => `left the programme on ${date}`,
    noMember: 'No collective is a member on that day.',
    signs:
      'Signs: ✓\u00A0consent, ~\u00A0reservation, ✗\u00A0objection, –\u00A0abstention, ·\u00A0nothing yet, !\u00A0does not count, ?\u00A0to be asked again: the text has changed, or merges others',
    proposals: (count: number) => `proposal${count === 1 ? '' : 's'}:`,
  },
} as const
