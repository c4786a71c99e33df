import {
  type Document,
  type Finding,
  type Programme,
  type Proposal,
  placeOf,
  type Round,
  readProposal,
  withText,
} from '@cahier/core'
import { foldProse } from '@cahier/prose'
import { isAdopted } from '../counting/status.ts'
import { decisionsOn, proposalOf } from '../find-by-id.ts'
import { changedParts } from '../since/part-changes.ts'
import { contributionFinding } from './contribution-messages.ts'

/** Findings on texts changed while a round is open, or after a round adopted them. */
export function normativeChanges(before: Programme, now: Programme): readonly Finding[] {
  const agreed = agreedTexts(before, now).filter(
    ({ current, round: { text } }) => current.normative !== text,
  )
  const changed = agreed.flatMap(({ old, current, round: { opened, outcome, text } }) => {
    const earlier = readAs(current.document, old, now)
    if (earlier.normative !== text) return []
    const parts = changedParts(earlier, current, now)
    const data = { parts: parts.map((part) => part.replace(/^## /, '')), opened }
    const message = outcome === null ? 'openTextMoved' : 'adoptedTextMoved'
    return [findingOnPart(current, parts[0] ?? '', message, data)]
  })
  return [...changed, ...sectionChanges(before, now, agreed)]
}

function findingOnPart(
  { document, sections }: Proposal,
  part: string,
  message: 'openTextMoved' | 'adoptedTextMoved',
  data: Finding['data'],
) {
  const finding = contributionFinding(document, `/${part}`, message, data, 'warning')
  const heading = sections.find(({ title }) => part === `## ${title}`)?.heading
  return heading === undefined ? finding : { ...finding, place: placeOf(heading) }
}

function sectionChanges(
  before: Programme,
  now: Programme,
  agreed: ReturnType<typeof agreedTexts>,
): readonly Finding[] {
  const proposals = agreed.flatMap(({ old, current, round: { text } }) => {
    const [asBefore, asNow] = [before, now].map(
      (programme) =>
        readAs(current.document, old, { ...now, manifest: programme.manifest }).normative,
    )
    return asBefore === text && asNow !== text ? [current.id] : []
  })
  if (proposals.length === 0) return []
  const manifest = manifestOf(now)
  const finding = contributionFinding(manifest, '', 'sectionsMoved', { proposals }, 'warning')
  return [{ ...finding, place: manifest.places['/sections']?.key ?? finding.place }]
}

export function manifestOf({ documents }: Programme): Pick<Document, 'path' | 'places'> {
  return documents.find(({ kind }) => kind === 'manifest') ?? { path: 'programme.yaml', places: {} }
}

function readAs(
  document: Document,
  { document: { text } }: Proposal,
  { manifest, assets }: Pick<Programme, 'manifest' | 'assets'>,
) {
  return readProposal(withText(document, text), manifest, assets)
}

/** Texts under vote, or adopted by their last round, unless the contribution adds a round. */
function agreedTexts(before: Programme, now: Programme) {
  return before.decisions.flatMap(({ proposal: id, rounds }) => {
    const round = rounds.at(-1)
    const isLast = decisionsOn(now, id)?.rounds.length === rounds.length
    const [old, current] = [proposalOf(before, id), proposalOf(now, id)]
    if (round === undefined || !isLast || old === undefined || current === undefined) return []
    return isAgreed(round) && current.withdrawn === null && current.replacedBy === ''
      ? [{ old, current, round }]
      : []
  })
}

function isAgreed({ outcome }: Round) {
  return outcome === null || isAdopted(outcome.result)
}

/**
 * Findings on new titles of terms in texts adopted or under vote. The digest of a text covers the
 * ids of its terms, not their titles.
 */
export function termChanges(before: Programme, now: Programme): readonly Finding[] {
  const voted = new Set(
    before.decisions.filter(({ rounds }) => rounds.some(isAgreed)).map(({ proposal }) => proposal),
  )
  const proposals = now.proposals.filter(({ id }) => voted.has(id))
  return VOCABULARIES.flatMap(({ key, idsIn }) =>
    now.manifest[key].flatMap(({ id, title }, index) => {
      const old = before.manifest[key].find((term) => term.id === id)
      if (old === undefined || foldProse(old.title) === foldProse(title)) return []
      const users = proposals
        .filter((proposal) => idsIn(proposal).includes(id))
        .map((proposal) => proposal.id)
      if (users.length === 0) return []
      const data = { old: old.title, title, proposals: users }
      const field = `/${key}/${index}/title`
      return [contributionFinding(manifestOf(now), field, 'termRenamed', data, 'warning')]
    }),
  )
}

/** The vocabularies whose ids are part of the normative text. */
const VOCABULARIES = [
  { key: 'horizons', idsIn: ({ horizon }) => [horizon] },
  { key: 'scales', idsIn: ({ scale }) => [scale] },
  { key: 'actions', idsIn: ({ action }) => [action] },
  { key: 'addressees', idsIn: ({ requests }) => requests.map(({ addressee }) => addressee) },
] as const satisfies readonly {
  readonly key: keyof Programme['manifest']
  readonly idsIn: (proposal: Proposal) => readonly string[]
}[]
