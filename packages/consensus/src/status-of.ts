import type { MessageData, Messages, Proposal, Result, Round, Status } from '@cahier/core'
import type { Count } from './method.ts'
import { methodOf } from './methods/index.ts'

export const STATUS_RULE = 'decision/status'

/** A status and the sentence that explains it. */
export interface Explained {
  readonly status: Status
  readonly why: { readonly message: string; readonly data: MessageData }
}

/** The status of a proposal: the first that holds (model.md, "Status"). `rounds` are those known on that day, oldest first. */
export function statusOf(proposal: Proposal, rounds: readonly Round[], count: Count, day: string): Explained {
  const say = (status: Status, message: string, data: MessageData = {}): Explained => ({ status, why: { message, data } })
  if (proposal.withdrawn !== null) return say('withdrawn', 'withdrawn', { date: proposal.withdrawn.date, reason: proposal.withdrawn.reason })
  if (proposal.replacedBy !== '') return say('merged', 'merged', { by: proposal.replacedBy })
  const last = rounds.at(-1)
  if (last === undefined) return say('draft', 'neverOpened')
  if (last.outcome === null) {
    if (last.text !== proposal.normative) return say('void', 'void', { opened: last.opened })
    if (day > last.closes) return say('overdue', 'overdue', { closes: last.closes })
    return say('open', 'open', { closes: last.closes, missing: count.members - count.consents - count.reservations - count.objections - count.abstentions, objections: count.objections })
  }
  const decided = rounds.findLast(({ outcome }) => outcome !== null && outcome.result !== 'void')
  const result = decided?.outcome?.result
  if (decided === undefined || result === undefined || result === 'void') return say('draft', 'allVoid', { opened: last.opened })
  const closed = decided.outcome?.closed ?? ''
  if (isAdopted(result) && decided.text !== proposal.normative) return say('changed', 'changed', { closed })
  if (decided.text === proposal.normative) return say(result, result, { closed, method: methodOf(decided.rule)?.id ?? decided.rule.method })
  return say('draft', 'rewritten', { closed })
}

/** Whether a result lets a text be printed as adopted. */
export function isAdopted(result: Result): result is 'adopted' | 'adopted-with-reservations' {
  return result === 'adopted' || result === 'adopted-with-reservations'
}

const after = (what: string) => ({ closed }: Readonly<Record<string, string>>) => `${what} (${closed})`

export const statusMessages: Messages = {
  withdrawn: { fr: ({ date, reason }) => `retirée le ${date} : ${reason}`, en: ({ date, reason }) => `withdrawn on ${date}: ${reason}` },
  merged: { fr: ({ by }) => `réunie à d’autres dans « ${by} »`, en: ({ by }) => `merged with others into “${by}”` },
  neverOpened: { fr: () => 'aucun tour n’a encore été ouvert', en: () => 'no round was ever opened' },
  void: {
    fr: ({ opened }) => `le texte a changé depuis l’ouverture du tour, le ${opened} : ce tour tombe, il faut en ouvrir un autre`,
    en: ({ opened }) => `the text changed since the round opened on ${opened}: that round is void, open another`,
  },
  overdue: { fr: ({ closes }) => `le tour devait être clos après le ${closes}`, en: ({ closes }) => `the round was to be closed after ${closes}` },
  open: {
    fr: ({ closes, missing, objections }) => `tour ouvert jusqu’au ${closes} : ${missing} sans réponse, ${objections} en objection`,
    en: ({ closes, missing, objections }) => `round open until ${closes}: ${missing} without an answer, ${objections} objecting`,
  },
  changed: {
    fr: ({ closed }) => `adoptée (${closed}), puis modifiée : il faut consulter de nouveau`,
    en: ({ closed }) => `adopted (${closed}), then changed: members are to be asked again`,
  },
  allVoid: { fr: ({ opened }) => `le dernier tour, ouvert le ${opened}, est tombé`, en: ({ opened }) => `the last round, opened on ${opened}, is void` },
  rewritten: { fr: ({ closed }) => `récrite depuis le dernier tour (${closed})`, en: ({ closed }) => `rewritten since the last round (${closed})` },
  adopted: { fr: after('adoptée'), en: after('adopted') },
  'adopted-with-reservations': { fr: after('adoptée avec réserves'), en: after('adopted with reservations') },
  blocked: { fr: after('bloquée par une objection'), en: after('blocked by an objection') },
  rejected: { fr: after('non adoptée : personne n’y a consenti'), en: after('not adopted: nobody consented') },
  'no-quorum': { fr: after('quorum non atteint'), en: after('quorum not met') },
}
