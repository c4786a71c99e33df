import { type MessageData, STANCE_KINDS, sentencesIn, wording } from '@cahier/core'
import { type Lapsed, markedName, type SelectedProposal } from '../edition/edition.ts'
import type { ProgrammeContext } from '../print/context.ts'
import { printedStances } from './printed-stances.ts'

/** Notices on the rounds (votes), stances and amendments that lapsed, proposal after proposal. */
export function lapsedNotices(
  entries: readonly SelectedProposal[],
  context: ProgrammeContext,
): readonly Lapsed[] {
  const { programme, names, language } = context
  const say = sentencesIn(WORDS, language)
  const name = (id: string) => markedName(names(id), language)
  return entries.flatMap((entry): readonly Lapsed[] => {
    const { proposal, status, round, verdict } = entry
    const all: Lapsed[] = []
    const add = (kind: Lapsed['kind'], sentence: keyof typeof WORDS, data: MessageData) => {
      all.push({ measure: proposal.id, kind, label: context.text(say(sentence, data)) })
    }
    if (status === 'void' && round !== null) add('round', 'round', { opened: round.opened })
    const fallen = [...printedStances(entry)].filter(([, { stale, valid }]) => stale && !valid)
    for (const kind of STANCE_KINDS) {
      const own = fallen.filter(([, { stance }]) => stance === kind).map(([member]) => member)
      const members = own.sort().map(name)
      if (own.length > 0) add('stance', own.length === 1 ? kind : `${kind}s`, { members })
    }
    const again = (verdict?.again ?? []).map(({ member }) => name(member))
    if (again.length > 0) add('stance', 'again', { members: again })
    for (const { amends, outcome, by, date } of programme.amendments)
      if (amends === proposal.id && outcome === 'lapsed')
        add('amendment', date === '' ? 'amendment' : 'dated', { by: name(by), date })
    return all
  })
}

const toAskAgain = (fr: string, en: string) =>
  wording(`${fr}, à redemander : {members}.`, `${en} to be asked for again: {members}.`)

const WORDS = {
  round: wording(
    'La consultation ouverte le {opened|day} est annulée : le texte a changé.',
    'The consultation opened on {opened|day} is void: the text changed.',
  ),
  consent: toAskAgain('Un consentement', 'A consent'),
  consents: toAskAgain('Des consentements', 'Consents'),
  reservation: toAskAgain('Une réserve', 'A reservation'),
  reservations: toAskAgain('Des réserves', 'Reservations'),
  objection: toAskAgain('Une objection', 'An objection'),
  objections: toAskAgain('Des objections', 'Objections'),
  abstention: toAskAgain('Une abstention', 'An abstention'),
  abstentions: toAskAgain('Des abstentions', 'Abstentions'),
  again: wording(
    'Elle réunit d’autres propositions, et aucune position n’est reprise. À redemander : {members}.',
    'It merges other proposals, and no stance is carried over. To be asked again: {members}.',
  ),
  amendment: wording(
    'L’amendement porté par {by} est tombé : ce qu’il touchait a changé.',
    'The amendment of {by} lapsed: what it touched has changed.',
  ),
  dated: wording(
    'L’amendement porté par {by}, du {date|day}, est tombé : ce qu’il touchait a changé.',
    'The amendment of {by}, of {date|day}, lapsed: what it touched has changed.',
  ),
}
