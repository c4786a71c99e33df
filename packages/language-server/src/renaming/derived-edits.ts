import { amendableText, digestOfKept, openingSeal, outcomeSeal } from '@cahier/consensus'
import {
  type Edit,
  editAt,
  escapePointer,
  folderOf,
  type Place,
  type Programme,
  wholeDigest,
} from '@cahier/core'
import { fieldsAt } from '@cahier/lint'
import { movedPath } from './moves-of.ts'
import type { Move } from './renaming.ts'

/**
 * What follows from names: the seals of rounds, which cover them, and the digest that a waiting
 * amendment starts from. `after` is the programme with the names changed; places are those of the
 * programme before.
 */
export function derivedEdits(
  programme: Programme,
  after: Programme,
  moves: readonly Move[],
): readonly Edit[] {
  return [...sealEdits(programme, after, moves), ...baseEdits(programme, after, moves)]
}

function sealEdits(
  programme: Programme,
  after: Programme,
  moves: readonly Move[],
): readonly Edit[] {
  return programme.decisions.flatMap(({ document, proposal, rounds }) => {
    const path = movedPath(document.path, moves)
    const renamed = after.decisions.find((one) => one.document.path === path)
    if (renamed === undefined) return []
    const replace = (pointer: string, text: string): readonly Edit[] => {
      const place: Place | undefined = document.places[pointer]?.value
      return place === undefined ? [] : [editAt(document.path, place, text)]
    }
    return fieldsAt(document, '/rounds/*/opened').flatMap(({ value }, index) => {
      const before = rounds.find(({ opened }) => opened === value)
      const round = renamed.rounds.find(({ opened }) => opened === value)
      // A seal that does not fit is left to say so.
      if (
        before === undefined ||
        round === undefined ||
        openingSeal(proposal, before) !== before.seal
      )
        return []
      const seal = openingSeal(renamed.proposal, round)
      const at = `/rounds/${index}`
      const opening = seal === before.seal ? [] : replace(`${at}/seal`, seal)
      if (
        before.outcome === null ||
        round.outcome === null ||
        outcomeSeal(before, before.outcome) !== before.outcome.seal
      )
        return opening
      const isKept =
        before.outcome.copies !== undefined &&
        before.outcome.copies === digestOfKept(programme, proposal, before.opened)
      const copies = isKept
        ? digestOfKept(after, renamed.proposal, round.opened)
        : before.outcome.copies
      const outcome = { ...round.outcome, ...(copies !== undefined && { copies }) }
      const closing = outcomeSeal({ ...round, seal }, outcome)
      return [
        ...opening,
        ...(copies === undefined || copies === before.outcome.copies
          ? []
          : replace(`${at}/outcome/copies`, copies)),
        ...(closing === before.outcome.seal ? [] : replace(`${at}/outcome/seal`, closing)),
      ]
    })
  })
}

function baseEdits(
  programme: Programme,
  after: Programme,
  moves: readonly Move[],
): readonly Edit[] {
  return programme.amendments.flatMap(({ document, base, outcome }) => {
    const place = document.places[`/${escapePointer('base')}`]?.value
    const amended = amendableText(programme, folderOf(document.path))
    if (place === undefined || amended === null || outcome !== '') return []
    const renamed = after.documents.find(
      ({ path }) => path === movedPath(amended.document.path, moves),
    )
    if (renamed === undefined || amended.whole !== base) return []
    const text = wholeDigest(renamed, after.assets)
    return text === base ? [] : [editAt(document.path, place, text)]
  })
}
