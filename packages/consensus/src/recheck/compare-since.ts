import {
  type Collective,
  type DecisionRule,
  type Decisions,
  type Document,
  FILE_START,
  type Finding,
  type MessageData,
  type Messages,
  type Programme,
  type Round,
} from '@cahier/core'
import { dayIn } from '../day-in.ts'
import { isSameValue } from '../is-same-value.ts'
import { electorateOn } from '../members.ts'
import { ruleThatAsks } from '../methods/index.ts'
import { roundMessages } from '../round-messages.ts'
import { againstPolicy } from '../ruling-policy.ts'
import { compareSigned, signedMessages } from '../signature/compare-signed.ts'
import { departures } from './departures.ts'
import { lateArrivals } from './late-arrivals.ts'
import { datedAhead, lessTakenAway } from './outcomes-ahead.ts'

export const SINCE_RULE = 'decision/since'

/**
 * What a contribution may not do to what stood before it: rounds once opened only grow, a new one has the programme's rule and members, frozen copies stay, a positions file's
 * serial rises, and the policy never changes together with votes; what members say is judged by the policy and the keys of before.
 */
export function compareSince(old: Programme, now: Programme, day: string): readonly Finding[] {
  const before = lessTakenAway(old, now, day)
  return [
    ...before.decisions.flatMap((decisions) => roundsKept(decisions, now)),
    ...now.decisions.flatMap((decisions) => [...roundsBegun(decisions, before, now, day), ...rulingsGiven(decisions, before)]),
    ...copiesKept(before, now),
    ...editionsKept(before, now),
    ...serialsRisen(before, now),
    ...policyApart(before, now),
    ...compareSigned(before, now, day, SINCE_RULE),
    ...lateArrivals(before, now, day, SINCE_RULE),
    ...arrivedAhead(before, now, day),
    ...departures(before, now, SINCE_RULE),
  ]
}

const FROZEN = ['opened', 'closes', 'text', 'rule', 'electorate', 'notified', 'seal'] as const satisfies readonly (keyof Round)[]

function roundsKept(old: Decisions, now: Programme): Finding[] {
  const current = now.decisions.find(({ proposal }) => proposal === old.proposal)
  if (current === undefined) return [finding(old.document.path, null, '', 'fileRemoved')]
  return old.rounds.flatMap((round, index) => {
    const { document } = current
    const pointer = `/rounds/${index}`
    const again = current.rounds[index]
    if (again === undefined) return [finding(document.path, document, '/rounds', 'roundRemoved', { opened: round.opened })]
    const field = FROZEN.find((key) => !isSameValue(round[key], again[key]))
    if (field !== undefined)
      return [finding(document.path, document, `${pointer}/${field}`, 'roundChanged', { field, opened: round.opened })]
    if (!isSameValue(round.rulings, again.rulings.slice(0, round.rulings.length)))
      return [finding(document.path, document, `${pointer}/rulings`, 'roundChanged', { field: 'rulings', opened: round.opened })]
    const began = round.finalPeriod ?? []
    if (!isSameValue(began, (again.finalPeriod ?? []).slice(0, began.length)))
      return [finding(document.path, document, `${pointer}/final-period`, 'roundChanged', { field: 'final-period', opened: round.opened })]
    if (round.outcome !== null && !isSameValue(round.outcome, again.outcome))
      return [finding(document.path, document, `${pointer}/outcome`, 'roundChanged', { field: 'outcome', opened: round.opened })]
    return []
  })
}

// A seal written by hand over a list or a rule of one's own holds: what a new round froze must be what the programme says, before or now.
function roundsBegun({ proposal, rounds, document }: Decisions, before: Programme, now: Programme, day: string): Finding[] {
  // What cannot be read whole is an error of its own.
  if (!document.sound) return []
  const old = before.decisions.find((one) => one.proposal === proposal)?.rounds.length ?? 0
  return rounds.slice(old).flatMap(({ opened, closes, rule, electorate, outcome }, index) => {
    const pointer = `/rounds/${old + index}`
    const weighs = ruleThatAsks(rule, 'weight') !== null
    const ruled = [before, now].some((programme) => isSameValue(ruleFor(programme, proposal), rule))
    const listed = [before, now].some((programme) => isSameValue(electorateOn(programme, opened, weighs), electorate))
    return [
      ...(ruled ? [] : [finding(document.path, document, `${pointer}/rule`, 'ruleOfNoOne', { opened })]),
      ...(listed ? [] : [finding(document.path, document, `${pointer}/electorate`, 'strangeElectorate', { opened })]),
      // Days are written by people: only a round that others have seen open is sure to have been open.
      ...(outcome === null && closes < day
        ? [{ ...finding(document.path, document, `${pointer}/closes`, 'openedTooLate', { opened, closes }), severity: 'warning' as const }]
        : []),
      ...(outcome === null || outcome.result === 'void'
        ? []
        : [
            {
              ...finding(document.path, document, `${pointer}/outcome/closed`, 'openedAndClosed', { opened }),
              severity: 'warning' as const,
            },
          ]),
    ]
  })
}

// Rulings of an open round are held against the policy by every check; those of a round that comes closed, here, against that of before.
function rulingsGiven({ proposal, rounds, document }: Decisions, before: Programme): Finding[] {
  const old = before.decisions.find((one) => one.proposal === proposal)?.rounds ?? []
  return rounds.flatMap(({ outcome, rulings }, index) => {
    if (outcome === null || old[index]?.outcome) return []
    const known = old[index]?.rulings.length ?? 0
    return rulings.slice(known).flatMap((ruling, rank) => {
      const against = againstPolicy(ruling, before.manifest.decision)
      const pointer = `/rounds/${index}/rulings/${known + rank}/${against?.message === 'noFacilitator' ? 'by' : 'ruling'}`
      return against === null ? [] : [finding(document.path, document, pointer, against.message, against.data)]
    })
  })
}

// Once merged, nobody could take it away again: rounds only grow.
function arrivedAhead(before: Programme, now: Programme, day: string): Finding[] {
  const known = datedAhead(before, day)
  return datedAhead(now, day)
    .filter(({ data }) => !known.some((old) => isSameValue(old.data, data)))
    .map((found) => ({ ...found, rule: SINCE_RULE, severity: 'error', message: 'closedInFuture' }))
}

function ruleFor({ manifest: { decision }, proposals }: Programme, id: string): DecisionRule {
  const axis = proposals.find((one) => one.id === id)?.axis ?? ''
  return decision.rules[axis] ?? decision.default
}

function copiesKept(before: Programme, now: Programme): Finding[] {
  const texts = new Map(now.records.map(({ path, text }) => [path, text]))
  return before.records
    .filter(({ path, text }) => texts.get(path) !== text)
    .map(({ path }) => finding(path, null, '', texts.has(path) ? 'copyChanged' : 'fileRemoved'))
}

function editionsKept(before: Programme, now: Programme): Finding[] {
  const texts = new Map(now.editions.map(({ document }) => [document.path, document.text]))
  return before.editions
    .filter(({ document: { path, text } }) => texts.get(path) !== text)
    .map(({ document: { path } }) => finding(path, null, '', texts.has(path) ? 'editionChanged' : 'editionRemoved'))
}

function serialsRisen(before: Programme, now: Programme): Finding[] {
  // A file that goes takes its serial with it: an older one could then come back.
  return before.positions.flatMap((old) => {
    const current = now.positions.find((one) => one.document.path === old.document.path)
    if (current === undefined) return [finding(old.document.path, null, '', 'positionsRemoved')]
    const { serial, document } = current
    if (old.document.text === document.text || serial > old.serial) return []
    return [finding(document.path, document, '/serial', 'serialNotRaised', { serial, old: old.serial, wanted: old.serial + 1 })]
  })
}

function policyApart(before: Programme, now: Programme): Finding[] {
  const changed = policyChanged(before, now)
  if (changed === null) return []
  const votes = ['positions', 'decisions'] as const
  const textsOf = (programme: Programme) =>
    [...votes.flatMap((kind) => programme[kind].map(({ document }) => document)), ...programme.signatures]
      .map(({ path, text }) => `${path}\n${text}`)
      .sort()
  return isSameValue(textsOf(before), textsOf(now)) ? [] : [finding(changed.path, changed.document, changed.pointer, 'policyAndVotes')]
}

const POLICY = [
  ['decision', '/decision'],
  ['sections', '/sections'],
  ['lint', '/lint'],
  ['lintPaths', '/lint-paths'],
] as const

function policyChanged(
  before: Programme,
  now: Programme,
): { readonly path: string; readonly document: Document | null; readonly pointer: string } | null {
  const manifest = now.documents.find(({ kind }) => kind === 'manifest') ?? null
  for (const [key, pointer] of POLICY) {
    if (!isSameValue(before.manifest[key], now.manifest[key])) return { path: 'programme.yaml', document: manifest, pointer }
  }
  const keysOf = (collective: Collective | undefined) =>
    (collective?.delegates ?? []).filter(({ keys }) => keys.length > 0).map(({ id, keys }) => ({ id, keys }))
  const keysIn = ({ collectives }: Programme, wanted: string) => keysOf(collectives.find(({ id }) => id === wanted))
  const other = [...now.collectives, ...before.collectives].find(({ id }) => !isSameValue(keysIn(before, id), keysIn(now, id)))
  return other === undefined ? null : { path: other.document.path, document: other.document, pointer: '/delegates' }
}

function finding(
  path: string,
  document: Document | null,
  pointer: string,
  message: keyof typeof sinceMessages & string,
  data: MessageData = {},
): Finding {
  const field = document?.places[pointer]
  return { rule: SINCE_RULE, severity: 'error', message, data, path, place: field?.value ?? FILE_START }
}

export const sinceMessages = {
  ...signedMessages,
  closedInFuture: {
    fr: ({ closed }) => `cette contribution apporte un résultat daté du ${dayIn('fr', closed)}, qui est à venir`,
    en: ({ closed }) => `this contribution brings an outcome dated ${dayIn('en', closed)}, which is in the future`,
  },
  positionsRemoved: {
    fr: () => 'ce fichier de positions a été enlevé, et son numéro avec lui : gardez-le, et effacez seulement les positions à retirer',
    en: () => 'this positions file was removed, and its serial with it: keep it, and erase only the stances to withdraw',
  },
  fileRemoved: {
    fr: () => 'ce fichier d’un tour déjà ouvert a été enlevé : il doit rester',
    en: () => 'this file of a round already opened was removed: it must stay',
  },
  roundRemoved: {
    fr: ({ opened }) => `le tour ouvert le ${dayIn('fr', opened)} a été enlevé : un tour ouvert reste inscrit`,
    en: ({ opened }) => `the round opened on ${dayIn('en', opened)} was removed: a round once opened stays on record`,
  },
  roundChanged: {
    fr: ({ field, opened }) => `« ${field} » du tour ouvert le ${dayIn('fr', opened)} a été modifié : ce qui est inscrit ne change plus`,
    en: ({ field, opened }) => `“${field}” of the round opened on ${dayIn('en', opened)} was changed: what is on record no longer changes`,
  },
  ruleOfNoOne: {
    fr: ({ opened }) =>
      `la règle du tour ouvert le ${dayIn('fr', opened)} n’est pas celle que le programme donne pour cette proposition (decision, dans programme.yaml)`,
    en: ({ opened }) =>
      `the rule of the round opened on ${dayIn('en', opened)} is not the one the programme gives for this proposal (decision, in programme.yaml)`,
  },
  rulingNotAllowed: roundMessages.rulingNotAllowed,
  noFacilitator: roundMessages.noFacilitator,
  arrivedLate: {
    fr: ({ date, closes }) =>
      `cette position est datée du ${dayIn('fr', date)}, mais n’arrive qu’après la fin du tour, au soir du ${dayIn('fr', closes)} : datez-la du jour où elle arrive, ou dites pourquoi elle a tardé`,
    en: ({ date, closes }) =>
      `this stance is dated ${dayIn('en', date)}, but comes only after the round ended, on the evening of ${dayIn('en', closes)}: give it the date of the day it comes, or say why it was late`,
  },
  openedAndClosed: {
    fr: ({ opened }) =>
      `le tour ouvert le ${dayIn('fr', opened)} arrive déjà clos : personne d’autre n’a pu le voir ouvert. Relisez qui s’est prononcé, et quand`,
    en: ({ opened }) =>
      `the round opened on ${dayIn('en', opened)} arrives already closed: nobody else can have seen it open. Look at who spoke, and when`,
  },
  openedTooLate: {
    fr: ({ opened, closes }) =>
      `le tour ouvert le ${dayIn('fr', opened)} n’arrive qu’après son dernier jour, le ${dayIn('fr', closes)} : personne d’autre n’a pu le voir ouvert. Relisez qui a été prévenu, qui s’est prononcé, et quand`,
    en: ({ opened, closes }) =>
      `the round opened on ${dayIn('en', opened)} comes only after its last day, ${dayIn('en', closes)}: nobody else can have seen it open. Look at who was told, who spoke, and when`,
  },
  leftMidway: {
    fr: ({ member, left, proposals }) =>
      `« ${member} » est dit parti le ${dayIn('fr', left)}, pendant un tour encore ouvert, où sa position ne compte plus (${proposals}) : assurez-vous que ce départ vient bien de lui`,
    en: ({ member, left, proposals }) =>
      `“${member}” is said to have left on ${dayIn('en', left)}, during a round that was still open, where its stance no longer counts (${proposals}): make sure that it did leave`,
  },
  strangeElectorate: {
    fr: ({ opened }) =>
      `la liste des membres du tour ouvert le ${dayIn('fr', opened)} n’est pas celle des collectifs qui en étaient ce jour-là`,
    en: ({ opened }) => `the list of members of the round opened on ${dayIn('en', opened)} is not that of the collectives in on that day`,
  },
  copyChanged: { fr: () => 'cette copie figée par un tour a été modifiée', en: () => 'this copy frozen by a round was changed' },
  editionChanged: {
    fr: () => 'cette édition a été remise à d’autres : ce qui en est gardé ne change plus',
    en: () => 'this edition was handed over: what is kept of it no longer changes',
  },
  editionRemoved: {
    fr: () => 'ce qui est gardé d’une édition remise à d’autres a été enlevé : il doit rester',
    en: () => 'what is kept of an edition handed over was removed: it must stay',
  },
  serialNotRaised: {
    fr: ({ serial, old, wanted }) => `le numéro de série doit monter à chaque modification : ${serial} après ${old}, écrivez ${wanted}`,
    en: ({ serial, old, wanted }) => `the serial must rise with each change: ${serial} after ${old}, write ${wanted}`,
  },
  policyAndVotes: {
    fr: () => 'la règle du jeu (décision, rubriques, niveaux, clés) et les votes changent dans la même contribution : faites-en deux',
    en: () => 'the policy (decision, sections, levels, keys) and votes change in one contribution: make it two',
  },
} satisfies Messages
