import { type Message, STANCE_KINDS, type StanceKind, wording } from '@cahier/core'
import type { Lapsed } from '../edition/edition.ts'
import { dayInWords } from '../edition/labels.ts'
import { markedName } from '../edition/member.ts'
import type { SelectedProposal } from '../edition/selection.ts'
import type { ProgrammeContext } from '../print/context.ts'
import { printedStances } from './printed-stances.ts'

/** The rounds (consultations), stances and amendments that lapsed, measure by measure. */
export function composeLapsed(
  entries: readonly SelectedProposal[],
  context: ProgrammeContext,
): readonly Lapsed[] {
  const { programme, names, language } = context
  const name = (id: string) => markedName(names(id), language)
  return entries.flatMap((entry): readonly Lapsed[] => {
    const { proposal, status, round, verdict } = entry
    const lapse = (kind: Lapsed['kind'], message: Message, values: Record<string, string>) => ({
      measure: proposal.id,
      kind,
      label: context.text(message[language](values)),
    })
    const ofStances = (message: Message, members: readonly string[]) =>
      members.length === 0
        ? []
        : [lapse('stance', message, { members: members.map(name).join(', ') })]
    const fallen = [...printedStances(entry)].filter(([, { stale, valid }]) => stale && !valid)
    const lapsed = programme.amendments.filter(
      ({ amends, outcome }) => amends === proposal.id && outcome === 'lapsed',
    )
    return [
      ...(status === 'void' && round !== null
        ? [lapse('round', ROUND, { opened: dayInWords(round.opened, language) })]
        : []),
      ...STANCE_KINDS.flatMap((kind) => {
        const own = fallen.filter(([, { stance }]) => stance === kind).map(([member]) => member)
        const [one, many] = STANCES[kind]
        return ofStances(own.length === 1 ? one : many, own.sort())
      }),
      ...ofStances(
        AGAIN,
        (verdict?.again ?? []).map(({ member }) => member),
      ),
      ...lapsed.map(({ by, date }) =>
        lapse('amendment', date === '' ? AMENDMENT : DATED_AMENDMENT, {
          by: name(by),
          day: dayInWords(date, language),
        }),
      ),
    ]
  })
}

const ROUND = wording(
  'La consultation ouverte le {opened} est annulée : le texte a changé.',
  'The consultation opened on {opened} is void: the text changed.',
)

const again = (fr: string, en: string) =>
  wording(`${fr}, à redemander : {members}.`, `${en} to be asked for again: {members}.`)

const STANCES: Readonly<Record<StanceKind, readonly [one: Message, many: Message]>> = {
  consent: [again('Un consentement', 'A consent'), again('Des consentements', 'Consents')],
  reservation: [again('Une réserve', 'A reservation'), again('Des réserves', 'Reservations')],
  objection: [again('Une objection', 'An objection'), again('Des objections', 'Objections')],
  abstention: [again('Une abstention', 'An abstention'), again('Des abstentions', 'Abstentions')],
}

const AGAIN = wording(
  'Elle réunit d’autres propositions, et aucune position n’est reprise. À redemander : {members}.',
  'It merges other proposals, and no stance is carried over. To be asked again: {members}.',
)
const AMENDMENT = wording(
  'L’amendement porté par {by} est tombé : ce qu’il touchait a changé.',
  'The amendment of {by} lapsed: what it touched has changed.',
)
const DATED_AMENDMENT = wording(
  'L’amendement porté par {by}, du {day}, est tombé : ce qu’il touchait a changé.',
  'The amendment of {by}, of {day}, lapsed: what it touched has changed.',
)
