import type { Document } from './document.ts'
import { entriesIn, type Fields, fieldsOf, numberIn, textIn } from './fields.ts'
import { stemOf } from './kind-of.ts'
import { type Positions, STANCE_KINDS, type Stance } from './positions.ts'

/** All stances of one member, sorted by proposal. */
export function readPositions(document: Document): Positions {
  const head = fieldsOf(document.head)
  return {
    collective: textIn(head, 'collective') || stemOf(document.path),
    programme: textIn(head, 'programme'),
    serial: numberIn(head, 'serial') ?? 0,
    stances: entriesIn(head, 'positions').map(([proposal, stance]) => stanceOf(proposal, stance)),
    document,
  }
}

function stanceOf(proposal: string, stance: Fields): Stance {
  const written = textIn(stance, 'stance')
  return {
    proposal,
    stance: STANCE_KINDS.find((kind) => kind === written) ?? null,
    date: textIn(stance, 'date'),
    text: textIn(stance, 'text'),
    by: textIn(stance, 'by'),
    argument: textIn(stance, 'argument').trim(),
    liftsIf: textIn(stance, 'lifts-if').trim(),
  }
}
