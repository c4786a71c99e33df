import { dutiesOf, membersOn, stancesAsRuled } from '@cahier/consensus'
import { dayIn, type Language, type Programme, type Status, type Verdict } from '@cahier/core'
import { groupedBy } from '@cahier/prose'
import stringWidth from 'fast-string-width'
import { type Invocation, inBothLanguages } from '../command.ts'
import { COLON, collectiveName, columnLetter, counted, layOut, linesFor } from './report-parts.ts'
import { dutiesInBrief } from './status-duties.ts'

/** A table of proposals and members, as wide as the terminal, then the duties of the members. */
export function statusTable(
  programme: Programme,
  verdicts: readonly Verdict[],
  day: string,
  { language, terminal }: Invocation,
): string {
  const words = WORDS[language]
  const { line, bold } = linesFor(terminal)
  const electors =
    verdicts.length > 0
      ? verdicts.flatMap(({ electorate }) => electorate)
      : membersOn(programme, day).map(({ id }) => id)
  const columns = [...new Set(electors)]
    .sort()
    .map((member, index): Column => ({ member, letter: columnLetter(index) }))
  const statusWidth = Math.max(
    0,
    ...verdicts.map(({ status }) => stringWidth(SHORT_STATUSES[language][status][0])),
  )
  const cell = columns.some(({ letter }) => letter.length > 1) ? 3 : 2
  const longest = Math.max(10, ...verdicts.map(({ proposal }) => stringWidth(proposal) + 2))
  const nameWidth = Math.min(
    longest,
    32,
    Math.max(16, terminal.width - statusWidth - 2 - cell * columns.length),
  )
  const room = Math.max(1, Math.floor((terminal.width - nameWidth - statusWidth - 2) / cell))
  const title = `${programme.manifest.title || words.untitled}${words.on} ${dayIn(language, day)}`
  const hasTables = verdicts.length > 0
  return layOut([
    bold(title),
    ...(hasTables ? chunks(columns, room).map(oneTable) : []),
    membersInWords(),
    hasTables && columns.length > 0 && line(words.signs, ' '.repeat(words.signs.indexOf('✓'))),
    totals(),
  ])

  function oneTable(shown: readonly Column[]) {
    const letters = shown.map(({ letter }) => letter.padStart(cell)).join('')
    const rows = programme.axes.flatMap((axis) => {
      const own = verdicts.filter(
        ({ proposal }) => programme.proposals.find(({ id }) => id === proposal)?.axis === axis.id,
      )
      if (own.length === 0) return []
      return [bold(axis.title), ...own.map((verdict) => row(verdict, shown))]
    })
    return shown.length === 0
      ? rows
      : [`${' '.repeat(nameWidth + statusWidth + 1)}${letters}`, ...rows]
  }

  function row(verdict: Verdict, shown: readonly Column[]): string {
    const name = pad(clip(`  ${verdict.proposal}`, nameWidth), nameWidth)
    const ruled = { ...verdict, stances: stancesAsRuled(verdict) }
    const signs = shown.map(({ member }) => signOf(ruled, member).padStart(cell)).join('')
    return `${name} ${pad(SHORT_STATUSES[language][verdict.status][0], statusWidth)}${signs}`.trimEnd()
  }

  function membersInWords() {
    if (columns.length === 0) return [line(words.noMember)]
    const all = columns.map(({ member }) => dutiesOf(programme, verdicts, member, day))
    const lines = columns.map(({ member, letter }, index) => {
      const name = `${letter.padStart(2)}  ${collectiveName(programme, member, language)}`
      const { left = '' } = programme.collectives.find(({ id }) => id === member) ?? {}
      const brief =
        dutiesInBrief(all[index] ?? [], language) ||
        (left !== '' && left <= day ? words.left(dayIn(language, left)) : '')
      return line(brief === '' ? name : `${name}${COLON[language]} ${brief}`, '    ')
    })
    return [words.members, ...lines, all.some((duties) => duties.length > 0) && line(words.more)]
  }

  function totals(): string {
    if (!hasTables) return line(words.noProposal)
    const order = Object.keys(SHORT_STATUSES[language])
    const counts = [...groupedBy(verdicts, ({ status }) => status)]
      .sort(([a], [b]) => order.indexOf(b) - order.indexOf(a))
      .map(([status, { length }]) => {
        const [one, many = one] = SHORT_STATUSES[language][status]
        return `${length}\u00A0${length > 1 ? many : one}`
      })
    return line(`${words.proposals(verdicts.length)} ${counts.join(' · ')}.`, '  ')
  }
}

interface Column {
  readonly member: string
  readonly letter: string
}

/**
 * The sign of a member's stance; `''` when no stance is expected. `?` asks for a new answer: the
 * text changed or merges others. `!` marks a stance that does not count for another reason.
 */
export function signOf({ stances, electorate, status, again }: Verdict, member: string): string {
  if (status === 'withdrawn' || status === 'merged' || !electorate.includes(member)) return ''
  const stance = stances[member]
  if (stance === undefined) return again.some((one) => one.member === member) ? '?' : '·'
  if (!stance.counted) return stance.state === 'stale' ? '?' : '!'
  return SIGNS[stance.stance]
}

const SIGNS = { consent: '✓', reservation: '~', objection: '✗', abstention: '–' } as const

function chunks<T>(items: readonly T[], size: number) {
  const count = Math.max(1, Math.ceil(items.length / size))
  return Array.from({ length: count }, (_, at) => items.slice(at * size, (at + 1) * size))
}

function pad(text: string, width: number) {
  return text + ' '.repeat(Math.max(0, width - stringWidth(text)))
}

function clip(text: string, width: number) {
  if (stringWidth(text) <= width) return text
  let clipped = text
  while (stringWidth(clipped) >= width) clipped = clipped.slice(0, -1)
  return `${clipped}…`
}

const SHORT_STATUSES: Readonly<
  Record<Language, Readonly<Record<Status, readonly [one: string, many?: string]>>>
> = {
  fr: {
    withdrawn: ['retirée', 'retirées'],
    merged: ['réunie', 'réunies'],
    void: ['tour nul', 'tours nuls'],
    overdue: ['à clore'],
    open: ['tour ouvert', 'tours ouverts'],
    changed: ['modifiée depuis', 'modifiées depuis'],
    adopted: ['adoptée', 'adoptées'],
    'adopted-with-reservations': ['avec réserves', 'adoptées avec réserves'],
    blocked: ['bloquée', 'bloquées'],
    rejected: ['non adoptée', 'non adoptées'],
    'no-quorum': ['sans quorum'],
    draft: ['brouillon', 'brouillons'],
  },
  en: {
    withdrawn: ['withdrawn'],
    merged: ['merged'],
    void: ['void round', 'void rounds'],
    overdue: ['to be closed'],
    open: ['round open', 'rounds open'],
    changed: ['changed since'],
    adopted: ['adopted'],
    'adopted-with-reservations': ['with reservations', 'adopted with reservations'],
    blocked: ['blocked'],
    rejected: ['not adopted'],
    'no-quorum': ['no quorum'],
    draft: ['draft', 'drafts'],
  },
}

const WORDS = inBothLanguages(
  {
    on: ', au',
    members: 'Membres, et ce qu’il leur reste à faire',
    more: 'Pour un membre, avec les commandes à taper : cahier status --member COLLECTIF',
    untitled: 'Programme sans titre',
    noProposal: 'Aucune proposition. Pour en commencer une : cahier new proposal AXE TITRE',
    left: (date: string) => `a quitté le programme le ${date}`,
    noMember: 'Aucun collectif n’est membre ce jour-là.',
    signs:
      'Signes : ✓\u00A0consentement, ~\u00A0réserve, ✗\u00A0objection, –\u00A0abstention, ·\u00A0rien encore, !\u00A0ne compte pas, ?\u00A0à redemander : le texte a changé, ou en réunit d’autres',
    proposals: (count: number) => `${counted.fr(count, 'proposition')} :`,
  },
  {
    on: ', on',
    members: 'Members, and what they still have to do',
    more: 'For one member, with the commands to type: cahier status --member COLLECTIVE',
    untitled: 'Untitled programme',
    noProposal: 'No proposal. To begin one: cahier new proposal AXIS TITLE',
    left: (date) => `left the programme on ${date}`,
    noMember: 'No collective is a member on that day.',
    signs:
      'Signs: ✓\u00A0consent, ~\u00A0reservation, ✗\u00A0objection, –\u00A0abstention, ·\u00A0nothing yet, !\u00A0does not count, ?\u00A0to be asked again: the text has changed, or merges others',
    proposals: (count) => `${counted.en(count, 'proposal')}:`,
  },
)
