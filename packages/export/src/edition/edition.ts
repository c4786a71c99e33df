import { dayInWords } from '../day-in-words.ts'
import type { EditionChanges } from './changes.ts'
import type { Chapter } from './chapter.ts'
import type { Member } from './member.ts'
import type { InlineNode } from './nodes.ts'
import type { Lapsed, Overview } from './overview.ts'
import type { PrintedTransmission } from './transmission.ts'
import type { Words } from './words.ts'

/**
 * The programme in print order: all that exporters read, so that formats agree. Texts are ready to
 * print: typography applied, citations as notes, links resolved, no raw HTML.
 */
export interface Edition {
  readonly kind: EditionKind
  /** BCP 47; of the text and of every label. */
  readonly language: string
  readonly title: string
  /** « Dossier pour les syndicats »; `''` for the whole programme. */
  readonly subtitle: string
  /** The stem of file names: `<identifier>-<edition>`, then the selection. */
  readonly name: string
  readonly identifier: string
  readonly edition: string
  /** The edition's day, `YYYY-MM-DD`: the only date an exporter may write. */
  readonly date: string
  readonly publisher: string
  readonly licence: string
  readonly contact: string
  /** True when nothing is adopted yet or a draft is printed. Every page then says so. */
  readonly draft: boolean
  /** True when some member collectives are fictional. */
  readonly examples: boolean
  readonly chapters: readonly Chapter[]
  readonly bibliography: readonly Work[]
  readonly collectives: readonly Member[]
  readonly addressees: readonly Labelled[]
  readonly horizons: readonly Labelled[]
  readonly changes: EditionChanges | null
  readonly fallen: readonly Lapsed[]
  /** All proposals, when a programme without filters leaves some out; else `null`. */
  readonly overview: Overview | null
  /** Recipients and their answers; only in the kinds `programme` and `data`. */
  readonly transmissions: readonly PrintedTransmission[]
  /** Print amendments as tracked changes, in the formats that have them. */
  readonly trackedChanges: boolean
  readonly words: Words
}

/**
 * A `book` is a folder of Markdown without a programme: each file is a chapter without measures.
 */
export type EditionKind =
  | 'programme'
  | 'dossier'
  | 'tribune'
  | 'brochure'
  | 'charter'
  | 'dissent'
  | 'data'
  | 'book'

export interface Labelled {
  readonly id: string
  readonly title: string
}

export interface Work {
  readonly id: string
  /** Formatted after ISO 690, ready to print. */
  readonly nodes: readonly InlineNode[]
  readonly url: string
  readonly level: 'A' | 'B' | 'C' | ''
  readonly levelLabel: string
  readonly reservations: string
  /** Numbers of the measures that cite it. */
  readonly citedIn: readonly number[]
}

/** « Édition 2026-2, 24 novembre 2026 »; an unknown part is left out. */
export function editionAndDay(edition: Edition): string {
  const name = edition.edition === '' ? '' : `${edition.words.edition} ${edition.edition}`
  return [name, dayInWords(edition.date, edition.language)].filter(Boolean).join(', ')
}

/**
 * Midnight UTC of the edition's day (RFC 3339). Without a day: 1980-01-01, the first day of ZIP.
 */
export function editionInstant(edition: Edition): string {
  return `${/^\d{4}-\d{2}-\d{2}$/.test(edition.date) ? edition.date : '1980-01-01'}T00:00:00Z`
}

/** False when the colophon would be empty: a book may have no publisher, day or licence. */
export function hasColophon({
  publisher,
  edition,
  date,
  licence,
  contact,
  collectives,
}: Edition): boolean {
  return collectives.length > 0 || [publisher, edition, date, licence, contact].some(Boolean)
}

/** True for the short kinds: their site is one page, their EPUB has one file per chapter. */
export function isLeaflet({ kind }: Edition): boolean {
  return LEAFLETS.has(kind)
}

const LEAFLETS: ReadonlySet<string> = new Set(['tribune', 'brochure', 'charter', 'dissent'])

/** Notices for the reader: the edition is a draft, some collectives are fictional. */
export function noticesOf({ draft, examples, words }: Edition): string[] {
  return [...(draft ? [words.draftNotice] : []), ...(examples ? [words.examplesNotice] : [])]
}
