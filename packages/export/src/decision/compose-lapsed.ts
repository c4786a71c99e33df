import { type Language, STANCE_KINDS, type StanceKind } from '@cahier/core'
import type { SelectedProposal } from '../compose/selection.ts'
import { dayInWords } from '../day-in-words.ts'
import { markedName } from '../edition/member.ts'
import type { Lapsed } from '../edition/overview.ts'
import type { ProgrammeContext } from '../print/context.ts'
import { printedStances } from './printed-stances.ts'

/** Void rounds, stale stances and lapsed amendments, measure by measure. */
export function composeLapsed(
  entries: readonly SelectedProposal[],
  context: ProgrammeContext,
): readonly Lapsed[] {
  const { programme, names, language } = context
  const words = WORDS[language]
  const name = (id: string) => markedName(names(id), language)
  return entries.flatMap((entry): readonly Lapsed[] => {
    const { proposal, status, round, verdict } = entry
    const again = (verdict?.again ?? []).map(({ member }) => name(member))
    const lapse = (kind: Lapsed['kind'], sentence: string): Lapsed => ({
      measure: proposal.id,
      kind,
      label: context.text(sentence),
    })
    const isVoid = status === 'void' && round !== null
    const lapsed = programme.amendments.filter(
      ({ amends, outcome }) => amends === proposal.id && outcome === 'lapsed',
    )
    return [
      ...(isVoid ? [lapse('round', words.round(dayInWords(round.opened, language)))] : []),
      ...stancesFallen(entry).map(({ stance, members }) =>
        lapse('stance', words.stances[stance](members.map(name))),
      ),
      ...(again.length === 0 ? [] : [lapse('stance', words.again(again))]),
      ...lapsed.map(({ by, date }) =>
        lapse(
          'amendment',
          words.amendment(name(by), date === '' ? '' : dayInWords(date, language)),
        ),
      ),
    ]
  })
}

function stancesFallen(
  entry: SelectedProposal,
): readonly { readonly stance: StanceKind; readonly members: readonly string[] }[] {
  const fallen = [...printedStances(entry)].filter(([, { stale, holds }]) => stale && !holds)
  return STANCE_KINDS.map((kind) => ({
    stance: kind,
    members: fallen.filter(([, { stance }]) => stance === kind).map(([member]) => member),
  }))
    .filter(({ members }) => members.length > 0)
    .map(({ stance, members }) => ({ stance, members: members.sort() }))
}

interface FallenWords {
  readonly round: (opened: string) => string
  readonly stances: Readonly<Record<StanceKind, (members: readonly string[]) => string>>
  /** The argument: members with a stance on a merged proposal. */
  readonly again: (members: readonly string[]) => string
  readonly amendment: (by: string, day: string) => string
}

const french = (one: string, many: string) => (members: readonly string[]) =>
  `${members.length === 1 ? one : many}, à redemander : ${members.join(', ')}.`
const english = (one: string, many: string) => (members: readonly string[]) =>
  `${members.length === 1 ? one : many} to be asked for again: ${members.join(', ')}.`

const WORDS: Readonly<Record<Language, FallenWords>> = {
  fr: {
    round: (opened) => `La consultation ouverte le ${opened} est annulée : le texte a changé.`,
    stances: {
      consent: french('Un consentement', 'Des consentements'),
      reservation: french('Une réserve', 'Des réserves'),
      objection: french('Une objection', 'Des objections'),
      abstention: french('Une abstention', 'Des abstentions'),
    },
    again: (members) =>
      `Elle réunit d’autres propositions, et aucune position n’est reprise. À redemander : ${members.join(', ')}.`,
    amendment: (by, day) =>
      `L’amendement porté par ${by}${day === '' ? '' : `, du ${day},`} est tombé : ce qu’il touchait a changé.`,
  },
  en: {
    round: (opened) => `The consultation opened on ${opened} is void: the text changed.`,
    stances: {
      consent: english('A consent', 'Consents'),
      reservation: english('A reservation', 'Reservations'),
      objection: english('An objection', 'Objections'),
      abstention: english('An abstention', 'Abstentions'),
    },
    again: (members) =>
      `It merges other proposals, and no stance is carried over. To be asked again: ${members.join(', ')}.`,
    amendment: (by, day) =>
      `The amendment of ${by}${day === '' ? '' : `, of ${day},`} lapsed: what it touched has changed.`,
  },
}
