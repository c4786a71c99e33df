import {
  type Finding,
  type Programme,
  type PublishedEdition,
  type PublishedMeasure,
  type RuleMessages,
  wording,
} from '@cahier/core'
import { isAdopted } from '../counting/status.ts'
import { decisionsOn } from '../find-by-id.ts'
import { findingMaker } from '../finding-maker.ts'
import { frozenProposal } from './round-copies.ts'

export const EDITION_RULE = 'decision/edition'

/** Findings on editions that print a text as adopted without a matching closed round. */
export function recheckEditions(programme: Programme): readonly Finding[] {
  const finding = findingMaker(EDITION_RULE)
  return programme.editions.flatMap((edition) =>
    edition.measures.flatMap((measure) => {
      const message = faultIn(programme, edition, measure)
      const data = { id: measure.id, edition: edition.edition }
      return message === null ? [] : [finding(edition.document, [], message, data)]
    }),
  )
}

function faultIn(
  programme: Programme,
  { date }: PublishedEdition,
  { id, status, digest, whole, round: last }: PublishedMeasure,
): keyof typeof editionMessages | null {
  if (status !== 'adopted' && status !== 'adopted-with-reservations' && status !== 'changed')
    return null
  const decisions = decisionsOn(programme, id)
  if (decisions?.document.sound === false) return null
  // `last` is the opening day of the latest round that the edition knew.
  const known = decisions?.rounds.filter(
    ({ opened, outcome }) => opened <= last && outcome !== null && outcome.closed <= date,
  )
  const round = known?.findLast(({ outcome }) => outcome !== null && isAdopted(outcome.result))
  if (round === undefined || round.text !== digest) return 'unfounded'
  if (status !== 'changed' && round.outcome?.result !== status) return 'otherResult'
  const copy = status === 'changed' ? frozenProposal(programme, id, round.opened) : null
  return copy === null || copy.whole === whole ? null : 'copyDiffers'
}

export const editionMessages = {
  unfounded: wording(
    'l’édition {edition} imprime « {id} » comme adoptée, et aucun tour clos à sa date n’a adopté ce texte',
    'the edition {edition} prints “{id}” as adopted, and no round closed by its date adopted that text',
  ),
  otherResult: wording(
    'l’édition {edition} ne donne pas à « {id} » le résultat que son tour a inscrit',
    'the edition {edition} does not give “{id}” the result that its round recorded',
  ),
  copyDiffers: wording(
    'le texte figé de « {id} » n’est plus celui que l’édition {edition} a imprimé, motifs et sources compris',
    'the frozen text of “{id}” is no longer the one that the edition {edition} printed, reasons and sources included',
  ),
} satisfies RuleMessages
