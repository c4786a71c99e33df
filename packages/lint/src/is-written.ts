import { type Document, type Place, placeOf } from '@cahier/core'
import { readCriticMarkup } from '@cahier/prose'
import { quotedSection } from './amended-versions.ts'
import { isDecided } from './is-decided.ts'
import type { Settings } from './settings.ts'
import { innerStart } from './version-passages.ts'

/**
 * Whether a place of an amendment holds something that it writes: all but what it quotes, takes
 * out, or once asked for, when it was decided on.
 */
export function isWrittenIn(document: Document, settings: Settings): (place: Place) => boolean {
  const section = quotedSection(document, settings)
  if (section === undefined) return () => true
  const from = placeOf(section.heading).end.offset
  const isQuoted = ({ start }: Place) => start.offset >= from
  if (isDecided(document)) return (place) => !isQuoted(place)
  const { pieces, faults } = readCriticMarkup(document.text.slice(from))
  if (faults.length > 0) return () => true
  const written = pieces
    .filter(({ kind }) => kind === 'insertion' || kind === 'substitution')
    .map((piece) => {
      const start = from + piece.start + innerStart(piece, 'new')
      return { start, end: start + piece.new.length }
    })
  return (place) =>
    !isQuoted(place) ||
    written.some(({ start, end }) => place.start.offset < end && place.end.offset > start)
}
