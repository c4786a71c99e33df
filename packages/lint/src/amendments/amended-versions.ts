import {
  type Document,
  folderOf,
  memoize,
  type Place,
  type Programme,
  placeOf,
  stemOf,
  wholeDigest,
  withText,
} from '@cahier/core'
import { baseText, type Passage, readCriticMarkup } from '@cahier/prose'
import { fieldsAt, isDecided, isHeadless, textsAt } from '../document/documents.ts'
import { quotedSection } from '../document/prose-passages.ts'
import type { Settings } from '../document/settings.ts'
import { innerStart, versionPassages } from './version-passages.ts'

/**
 * The blocks that an amendment quotes, before and after its changes. `marked` is the quoted text
 * with its CriticMarkup. `written` is all the new words. Offsets are those in the file.
 */
export interface AmendedVersions {
  readonly marked: string
  readonly written: string
  readonly before: () => readonly Passage[]
  readonly after: () => readonly Passage[]
  readonly isChanged: (start: number, end: number) => boolean
}

/**
 * Reads the text that an amendment quotes, before and after its changes. `null` when no change can
 * be read, or when the amendment was decided.
 */
export function amendedVersions(document: Document, settings: Settings): AmendedVersions | null {
  const section = quotedSection(document, settings)
  if (section === undefined || isHeadless(document) || isDecided(document)) return null
  const offset = placeOf(section.heading).end.offset
  const marked = document.text.slice(offset)
  const { pieces, faults } = readCriticMarkup(marked)
  const changes = pieces.filter(
    ({ kind }) => kind === 'insertion' || kind === 'deletion' || kind === 'substitution',
  )
  const isArrowless = changes.some(
    ({ kind, start, end }) => kind === 'substitution' && !marked.slice(start, end).includes('~>'),
  )
  if (faults.length > 0 || changes.length === 0 || isArrowless) return null
  const version = (side: 'old' | 'new') => () =>
    versionPassages(document, settings, pieces, side, offset)
  return {
    marked,
    written: changes.map((piece) => piece.new).join(' '),
    before: version('old'),
    after: version('new'),
    isChanged: (start, end) =>
      changes.some((piece) => {
        const [from, to] = [offset + piece.start, offset + piece.end]
        return start === end ? from <= start && start <= to : start < to && end > from
      }),
  }
}

/**
 * The field `at` gives the ranks of the quoted blocks in the amended text. Returns these ranks.
 * `null` without that field.
 */
export function givenRanks(amendment: Document): readonly number[] | null {
  return fieldsAt(amendment, '/at').length === 0
    ? null
    : fieldsAt(amendment, '/at/*').map(({ value }) => Number(value))
}

/** The text of a document, split into blocks and words, in which quotations are looked for. */
export const baseOf = memoize((_settings: Settings, { text, referenceBody }: Document) =>
  baseText(text, referenceBody?.tree),
)

/**
 * Hashes (`wholeDigest`) of the earlier texts of a proposal or an axis. They come from copies in
 * rounds (votes), adopted amendments and editions.
 */
export function earlierTextDigests(programme: Programme, amended: Document): ReadonlySet<string> {
  const id = amended.kind === 'axis' ? folderOf(amended.path) : stemOf(amended.path)
  const copies = programme.records
    .filter(({ path }) => path.startsWith(`decisions/${id}/`) && path.endsWith('/text.md'))
    .map(({ text }) => wholeDigest(withText(amended, text), programme.assets))
  const adopted = programme.documents
    .filter(({ kind, path }) => kind === 'amendment' && folderOf(path) === id)
    .flatMap((document) =>
      [...textsAt(document, '/adopted/from'), ...textsAt(document, '/adopted/to')].map(
        ({ value }) => value,
      ),
    )
  const printed = programme.editions
    .flatMap(({ measures }) => measures)
    .filter((measure) => measure.id === id)
    .map(({ whole }) => whole)
  return new Set([...copies, ...adopted, ...printed])
}

/**
 * Returns a test: whether a place is in words that the document itself contributes. Of the text
 * that an amendment quotes, only inserted words count. Once an amendment is decided, none of them
 * count.
 */
export function ownWordsTest(document: Document, settings: Settings): (place: Place) => boolean {
  const isAmendment = document.kind === 'amendment'
  const section = isAmendment ? quotedSection(document, settings) : undefined
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
