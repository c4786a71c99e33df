import {
  type Decisions, type Document, FILE_START, type Finding, type MessageData, type Messages, type Outcome, type Place, type Programme, readDocument, readPositions,
  readProposal, type Round,
} from '@cahier/core'
import canonicalize from 'canonicalize'
import { outcomeOf } from './plan-closing.ts'
import { openingSeal, outcomeSeal } from './seal.ts'

export const RECORD_RULE = 'decision/record'

/** What was recomputed, and what does not agree with it. */
export interface Recheck {
  readonly findings: readonly Finding[]
  readonly outcomes: number
  readonly digests: number
}

/** Recomputes every frozen text, seal and outcome from the folder alone, and refuses what was written by hand. */
export function recheck(programme: Programme): Recheck {
  const findings: Finding[] = []
  let outcomes = 0
  let digests = 0
  for (const decisions of programme.decisions) {
    if (!decisions.document.sound) continue
    for (const [index, round] of decisions.rounds.entries()) {
      digests++
      if (round.outcome !== null) outcomes++
      findings.push(...recheckRound(programme, decisions, round, `/rounds/${index}`))
    }
  }
  return { findings, outcomes, digests }
}

function recheckRound(programme: Programme, decisions: Decisions, round: Round, pointer: string): Finding[] {
  const { document, proposal } = decisions
  const found: Finding[] = []
  const say = (at: string, message: keyof typeof recordMessages, data: MessageData = {}) => {
    found.push({ rule: RECORD_RULE, severity: 'error', message, data, path: document.path, place: placeOf(document, `${pointer}${at}`) })
  }
  if (round.seal !== openingSeal(proposal, round)) say('/seal', 'openingSeal', { opened: round.opened })
  const copy = programme.records.find(({ path }) => path === `decisions/${proposal}/${round.opened}/text.md`)
  const original = programme.proposals.find(({ id }) => id === proposal)
  if (copy === undefined) say('/text', 'copyMissing', { copy: `decisions/${proposal}/${round.opened}/text.md` })
  else {
    const frozen = readProposal(readDocument({ path: original?.document.path ?? `axes/x/${proposal}.md`, text: copy.text }, 'proposal'), programme.manifest, programme.assets)
    if (frozen.normative !== round.text) say('/text', 'copyDiffers', { copy: copy.path })
  }
  if (round.outcome !== null) recheckOutcome(programme, proposal, round, round.outcome, say)
  return found
}

function recheckOutcome(programme: Programme, proposal: string, round: Round, outcome: Outcome, say: (at: string, message: keyof typeof recordMessages, data?: MessageData) => void): void {
  const folder = `decisions/${proposal}/${round.opened}/positions/`
  const copies = programme.records.filter(({ path }) => path.startsWith(folder))
  const positions = copies.map((copy) => readPositions(readDocument({ path: copy.path, text: copy.text }, 'positions')))
  for (const member of Object.keys(outcome.stances)) {
    if (!copies.some(({ path }) => path === `${folder}${member}.yaml`)) say(`/outcome/stances/${member}`, 'positionsMissing', { copy: `${folder}${member}.yaml` })
  }
  if (copies.length < Object.keys(outcome.stances).length) return
  // A void round is void because the text moved then: what it was is no longer known, and void decides nothing.
  const normative = outcome.result === 'void' ? '' : round.text
  const again = outcomeOf({ positions, identifier: programme.manifest.publication.identifier }, { id: proposal, normative }, round, outcome.closed)
  const wrong = [...new Set([...Object.keys(again.stances), ...Object.keys(outcome.stances)])].filter((member) => canonicalize(again.stances[member]) !== canonicalize(outcome.stances[member]))
  for (const member of wrong) say(member in outcome.stances ? `/outcome/stances/${member}` : '/outcome/stances', 'stanceDiffers', { member })
  if (again.result !== outcome.result) say('/outcome/result', 'resultDiffers', { written: outcome.result, computed: again.result })
  else if (outcome.closed <= round.closes && outcome.result !== 'void') say('/outcome/closed', 'closedEarly', { closed: outcome.closed, closes: round.closes })
  else if (wrong.length === 0 && outcome.seal !== outcomeSeal(round, outcome)) say('/outcome/seal', 'outcomeSeal')
}

function placeOf(document: Document, pointer: string): Place {
  return document.places[pointer]?.value ?? FILE_START
}

export const recordMessages = {
  openingSeal: {
    fr: ({ opened }) => `le sceau du tour ouvert le ${opened} ne correspond plus : le jour, la clôture, le texte, la règle ou les membres ont été modifiés après l’ouverture`,
    en: ({ opened }) => `the seal of the round opened on ${opened} no longer fits: its days, text, rule or members were changed after it opened`,
  },
  copyMissing: { fr: ({ copy }) => `il manque la copie du texte figé : ${copy}`, en: ({ copy }) => `the copy of the frozen text is missing: ${copy}` },
  copyDiffers: { fr: ({ copy }) => `la copie « ${copy} » n’est pas le texte qui a été figé`, en: ({ copy }) => `the copy “${copy}” is not the text that was frozen` },
  positionsMissing: { fr: ({ copy }) => `il manque la copie des positions comptées : ${copy}`, en: ({ copy }) => `the copy of the positions counted is missing: ${copy}` },
  stanceDiffers: {
    fr: ({ member }) => `la position de « ${member} » n’est pas celle que donne la copie de son fichier`,
    en: ({ member }) => `the stance of “${member}” is not the one in the copy of its file`,
  },
  resultDiffers: {
    fr: ({ written, computed }) => `le résultat écrit est « ${written} », mais les positions comptées donnent « ${computed} »`,
    en: ({ written, computed }) => `the result written is “${written}”, but the stances counted give “${computed}”`,
  },
  closedEarly: { fr: ({ closed, closes }) => `le tour a été clos le ${closed}, avant la fin du dernier jour (${closes})`, en: ({ closed, closes }) => `the round was closed on ${closed}, before the end of its last day (${closes})` },
  outcomeSeal: { fr: () => 'le sceau du résultat ne correspond plus : le résultat ou une décision de séance a été modifié à la main', en: () => 'the seal of the outcome no longer fits: the outcome or a ruling was changed by hand' },
} satisfies Messages
