import { escapePointer, typeset, wording } from '@cahier/core'
import type { Span } from '@cahier/prose'
import type { DocumentContext } from '../context.ts'

/** An inlay hint: words shown at an offset that are not in the text. */
export interface Hint {
  readonly at: number
  readonly label: string
  readonly tooltip: string
}

/**
 * The hints in a file of positions, one before the text digest of each stance. A hint says whether
 * the stance is about the current text. If not, it shows the current digest.
 */
export function hints(
  { programme, document, language }: DocumentContext,
  { start, end }: Span,
): readonly Hint[] {
  if (document.kind !== 'positions') return []
  const { stances = [], unfilled = [] } =
    programme.positions.find((one) => one.document.path === document.path) ?? {}
  return [...stances, ...unfilled].flatMap(({ proposal, text }): readonly Hint[] => {
    const at = document.places[`/positions/${escapePointer(proposal)}/text`]?.value.start.offset
    const now = programme.proposals.find(({ id }) => id === proposal)
    if (at === undefined || now === undefined || at < start || at > end || text === '') return []
    const isSame = text === now.normative
    const label = isSame ? SAME : OTHER
    const values = { digest: `${now.normative.slice(0, 11)}…` }
    const tooltip = isSame ? '' : now.normative
    return [{ at, label: typeset(label[language](values), language), tooltip }]
  })
}

const SAME = wording('le texte d’aujourd’hui', 'the text of today')
const OTHER = wording('le texte a changé : {digest}', 'the text has changed: {digest}')
