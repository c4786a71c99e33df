import { FILE_START, type Finding, type Place, type Programme, type Proposal, placeOf, readProposal, withText } from '@cahier/core'
import { changedParts } from '../changed-parts.ts'

/**
 * Texts that a contribution changes though a round is open on them, or has adopted them: who votes is asked again, and a contribution that says it only mends
 * commas would not tell. A picture that changes is told where the copy of the round is held to its digest.
 */
export function movedTexts(before: Programme, now: Programme, rule: string): readonly Finding[] {
  const texts = new Map(now.proposals.map((proposal) => [proposal.id, proposal]))
  return before.decisions.flatMap(({ proposal: id, rounds: known }): Finding[] => {
    const round = known.at(-1)
    const isLast = now.decisions.find((one) => one.proposal === id)?.rounds.length === known.length
    const [old, young] = [before.proposals.find((one) => one.id === id), texts.get(id)]
    if (round === undefined || !isLast || old === undefined || young === undefined) return []
    const { opened, outcome, text } = round
    const isAdopted = outcome !== null && ADOPTED.has(outcome.result)
    if ((outcome !== null && !isAdopted) || young.withdrawn !== null || young.replacedBy !== '') return []
    if (old.document.text === young.document.text || young.normative === text) return []
    const earlier = readProposal(withText(young.document, old.document.text), now.manifest, now.assets)
    if (earlier.normative !== text) return []
    const parts = changedParts(earlier, young, now)
    const data = { parts: parts.map((part) => part.replace(/^## /, '')), opened }
    const message = isAdopted ? 'adoptedTextMoved' : 'openTextMoved'
    return [{ rule, severity: 'warning', message, data, path: young.document.path, place: partPlace(young, parts[0] ?? '') }]
  })
}

const ADOPTED: ReadonlySet<string> = new Set(['adopted', 'adopted-with-reservations'])

function partPlace({ document, sections }: Proposal, part: string): Place {
  const heading = sections.find(({ title }) => part === `## ${title}`)?.heading
  return document.places[`/${part}`]?.value ?? (heading === undefined ? FILE_START : placeOf(heading))
}
