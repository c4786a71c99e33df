import { type Document, lazily, type Place, placeOf } from '@cahier/core'
import { type CriticPiece, foldProse, type Passage, passagesOf, readCriticMarkup, type Section } from '@cahier/prose'
import { textsAt } from './fields-at.ts'
import { isHeadless } from './is-headless.ts'
import type { Settings } from './settings.ts'

/** The blocks that an amendment quotes, before its marks and after them, as prose whose places are those of the amendment's file. */
export interface AmendedVersions {
  readonly before: () => readonly Passage[]
  readonly after: () => readonly Passage[]
  /** Whether a place holds something that the amendment changes, or lies where it takes something out. */
  readonly isChanged: (place: Place) => boolean
}

/** The section of an amendment that quotes the text, and marks what is to change; `undefined` when there is none. */
export function quotedSection({ kind, body }: Document, { amendmentSections }: Settings): Section | undefined {
  if (kind !== 'amendment') return undefined
  return body?.sections.find(({ title }) => foldProse(title) === foldProse(amendmentSections.text))
}

/** Both versions of what an amendment quotes; `null` for one that was decided on, which nobody changes any more, and where marks cannot be read. */
export function amendedVersions(document: Document, settings: Settings): AmendedVersions | null {
  const section = quotedSection(document, settings)
  if (section === undefined || isHeadless(document) || textsAt(document, '/outcome').length > 0) return null
  const offset = placeOf(section.heading).end.offset
  const { pieces, faults } = readCriticMarkup(document.text.slice(offset))
  const changes = pieces.filter(({ kind }) => kind === 'insertion' || kind === 'deletion' || kind === 'substitution')
  if (faults.length > 0 || changes.length === 0) return null
  const version = (side: 'old' | 'new') => () =>
    passagesFrom(pieces, side, offset, (text) => passagesOf(document.parse(text), text, settings.language))
  return {
    before: version('old'),
    after: version('new'),
    isChanged: ({ start, end }) =>
      changes.some((piece) => {
        const [from, to] = [offset + piece.start, offset + piece.end]
        return start.offset === end.offset ? from <= start.offset && start.offset <= to : start.offset < to && end.offset > from
      }),
  }
}

function passagesFrom(
  pieces: readonly CriticPiece[],
  side: 'old' | 'new',
  offset: number,
  read: (text: string) => readonly Passage[],
): readonly Passage[] {
  let text = ''
  /** Where each unit of it is written in the file. */
  const places: number[] = []
  for (const piece of pieces) {
    const at = offset + piece.start + innerStart(piece, side)
    for (const { 0: units, index } of piece[side].matchAll(/\\?(\{(?:\+\+|--|~~|==|>>))|[\s\S]/g)) {
      const skipped = units.startsWith('\\{') ? 1 : 0
      text += units.slice(skipped)
      for (let unit = skipped; unit < units.length; unit++) places.push(at + index + unit)
    }
  }
  return read(text).map((passage) => placed(passage, places))
}

// CriticMarkup opens with three signs, and parts what was from what shall be with two.
function innerStart({ kind, old }: CriticPiece, side: 'old' | 'new'): number {
  if (kind === 'same') return 0
  return kind === 'substitution' && side === 'new' ? 3 + old.length + 2 : 3
}

function placed(passage: Passage, places: readonly number[]): Passage {
  const placeOf = (at: number) => places[at] ?? (places.at(-1) ?? -1) + 1
  return lazily<Passage>({
    kind: () => passage.kind,
    node: () => passage.node,
    pointer: () => passage.pointer,
    text: () => passage.text,
    written: () => passage.written,
    glance: () => passage.glance,
    starts: () => passage.starts.map((start) => (start < 0 ? -1 : placeOf(start))),
    gaps: () => new Map(),
    start: () => placeOf(passage.start),
    end: () => placeOf(passage.end - 1) + 1,
  })
}
