import {
  capitalised,
  type Round,
  STANCE_KINDS,
  STANCE_WORDS,
  sentencesIn,
  type Verdict,
  wording,
} from '@cahier/core'
import { byCodeUnits, groupedBy } from '@cahier/prose'
import { previousEditions } from '../changes/edition-record.ts'
import { countsInWords } from '../decision/decision-sentence.ts'
import { isAuthentic, recordedTally } from '../decision/printed-stances.ts'
import {
  type Edition,
  EVENT_KINDS,
  type HistoryEvent,
  markedName,
  STATUS_LABELS,
} from '../edition/edition.ts'
import type { ProgrammeContext } from '../print/context.ts'

/** The events of a proposal up to an edition (a printed version), by day. */
export function composeHistory(
  id: string,
  verdict: Verdict | null,
  context: ProgrammeContext,
  until: Pick<Edition, 'edition' | 'date'>,
): readonly HistoryEvent[] {
  const { programme, names, language } = context
  const say = sentencesIn(WORDS, language)
  const name = (collective: string) => markedName(names(collective), language)
  const events: HistoryEvent[] = []
  const add = (kind: HistoryEvent['kind'], date: string, label: string) => {
    if (date !== '' && (until.date === '' || date <= until.date))
      events.push({ date, kind, label: context.text(label) })
  }
  for (const { amends, date, outcome, adopted, ...amendment } of programme.amendments) {
    if (amends !== id) continue
    const by = name(amendment.by)
    add('amendment', date, say('amendment', { by }))
    if (outcome === 'adopted' || outcome === 'adopted-modified')
      add('amended', adopted?.date ?? '', say(outcome, { by }))
  }
  const rounds = programme.decisions.find(({ proposal }) => proposal === id)?.rounds ?? []
  for (const round of rounds) {
    const { opened, closes, finalPeriod = [], rulings, outcome } = round
    add('opened', opened, say('opened', { closes }))
    for (const day of finalPeriod) add('final-period', day, say('finalPeriod'))
    for (const { date, on, ruling } of rulings) add('ruling', date, say(ruling, { name: name(on) }))
    if (outcome === null) continue
    const result = capitalised(STATUS_LABELS[language][outcome.result])
    const counts = countsInWords(recordedTally(round, outcome.stances), language)
    const isAdopted = outcome.result.startsWith('adopted')
    const closed = say(outcome.result === 'void' ? 'void' : 'closed', { result, counts })
    add(isAdopted ? 'adopted' : 'closed', outcome.closed, closed)
  }
  for (const { date, kind, members } of groupedStances(rounds, verdict)) {
    const stance = capitalised(STANCE_WORDS[language][kind])
    const stances = members.length > 1 ? `${stance}s` : stance
    add('stance', date, say('stance', { stances, members: members.map(name) }))
  }
  for (const { date, edition, measures } of previousEditions(programme.editions, until))
    if (measures.some((measure) => measure.id === id))
      add('edition', date, say('edition', { edition }))
  for (const { name: to, handed } of programme.transmissions)
    for (const { edition, date, proposals, answers } of handed) {
      if (proposals.includes(id))
        add('handed-over', date, say(edition === '' ? 'handed' : 'handedIn', { to, edition }))
      for (const { proposal, date: day, answer } of answers)
        if (proposal === id) add('answered', day, say(answer, { to }))
    }
  const withdrawn = programme.proposals.find((proposal) => proposal.id === id)?.withdrawn
  const reason = withdrawn?.reason.trim() ?? ''
  add('withdrawn', withdrawn?.date ?? '', say(reason === '' ? 'withdrawn' : 'because', { reason }))
  return events.sort(
    (a, b) =>
      byCodeUnits(a.date, b.date) || EVENT_KINDS.indexOf(a.kind) - EVENT_KINDS.indexOf(b.kind),
  )
}

// A stance (answer) may be both recorded and current: each member is named once per kind and day.
function groupedStances(rounds: readonly Round[], verdict: Verdict | null) {
  const recorded = rounds.flatMap(({ outcome }) => Object.entries(outcome?.stances ?? {}))
  const today = Object.entries(verdict?.stances ?? {}).filter(([, stance]) => isAuthentic(stance))
  const given = [...recorded, ...today].filter(([, { state }]) => state !== 'uncounted')
  return STANCE_KINDS.flatMap((kind) => {
    const own = given.filter(([, { stance }]) => stance === kind)
    return [...groupedBy(own, ([, { date }]) => date)].map(([date, group]) => {
      return { date, kind, members: [...new Set(group.map(([member]) => member))].sort() }
    })
  })
}

const WORDS = {
  opened: wording(
    'Consultation ouverte jusqu’au {closes|day}.',
    'Open for consultation until {closes|day}.',
  ),
  finalPeriod: wording('La période finale commence.', 'The final period begins.'),
  inadmissible: wording(
    'Objection jugée irrecevable : {name}.',
    'Objection ruled inadmissible: {name}.',
  ),
  overruled: wording('Objection écartée : {name}.', 'Objection overruled: {name}.'),
  recused: wording(
    'Membre récusé pour ce tour : {name}.',
    'Member recused from this round: {name}.',
  ),
  closed: wording('{result} : {counts}.', '{result}: {counts}.'),
  void: wording('{result}.', '{result}.'),
  stance: wording('{stances} : {members}.', '{stances}: {members}.'),
  amendment: wording('Amendement proposé par {by}.', 'Amendment proposed by {by}.'),
  adopted: wording('Amendement adopté, proposé par {by}.', 'Amendment adopted, proposed by {by}.'),
  'adopted-modified': wording(
    'Amendement adopté après modification, proposé par {by}.',
    'Amendment adopted with modifications, proposed by {by}.',
  ),
  edition: wording('Imprimée dans l’édition {edition}.', 'Printed in edition {edition}.'),
  handed: wording('Remise à « {to} ».', 'Handed to “{to}”.'),
  handedIn: wording(
    'Remise à « {to} » (édition {edition}).',
    'Handed to “{to}” (edition {edition}).',
  ),
  'taken-up': wording('Reprise par « {to} ».', 'Taken up by “{to}”.'),
  partly: wording('Reprise en partie par « {to} ».', 'Taken up in part by “{to}”.'),
  refused: wording('Refusée par « {to} ».', 'Refused by “{to}”.'),
  withdrawn: wording('Retirée.', 'Withdrawn.'),
  because: wording('Retirée : « {reason} ».', 'Withdrawn: “{reason}”.'),
}
