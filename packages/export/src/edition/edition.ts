import { dayInWords } from '../day-in-words.ts'
import type { EditionChanges } from './changes.ts'
import type { Chapter } from './chapter.ts'
import type { Member } from './member.ts'
import type { InlineNode } from './nodes.ts'
import type { Lapsed, Overview } from './overview.ts'
import type { PrintedTransmission } from './transmission.ts'
import type { Words } from './words.ts'

/**
 * A published edition of the programme, in print order: the input of every exporter. Its texts are
 * ready to print: typography is applied, citations are notes, and links are resolved.
 */
export interface Edition {
  readonly kind: EditionKind
  /** BCP 47 tag of the text. Labels are in French or English. */
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
  /** True when texts that are not adopted may be printed. Every page then has a notice. */
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
  /** All proposals, when an unfiltered programme does not print all of them; else `null`. */
  readonly overview: Overview | null
  /** Recipients and their answers. Empty unless `kind` is `programme` or `data`. */
  readonly transmissions: readonly PrintedTransmission[]
  /** True to print amendments as tracked changes, in formats that support them. */
  readonly trackedChanges: boolean
  readonly words: Words
}

/** A `book` is a folder of Markdown. Each file is a chapter, without measures (proposals). */
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
  /** Numbers of the measures that cite the work. */
  readonly citedIn: readonly number[]
}

/** « Édition 2026-2, 24 novembre 2026 »; an unknown part is left out. */
export function editionAndDay(edition: Edition): string {
  const name = edition.edition === '' ? '' : `${edition.words.edition} ${edition.edition}`
  return [name, dayInWords(edition.date, edition.language)].filter(Boolean).join(', ')
}

/** Midnight UTC of the edition's day (RFC 3339); without a day, of 1980-01-01. */
export function editionInstant(edition: Edition): string {
  return `${/^\d{4}-\d{2}-\d{2}$/.test(edition.date) ? edition.date : '1980-01-01'}T00:00:00Z`
}

/** True when the colophon has an entry. */
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

/** True for short editions. Their site is one page; their EPUB has one file per chapter. */
export function isLeaflet({ kind }: Edition): boolean {
  return LEAFLETS.has(kind)
}

const LEAFLETS: ReadonlySet<string> = new Set(['tribune', 'brochure', 'charter', 'dissent'])

export function noticesOf({ draft, examples, words }: Edition): string[] {
  return [...(draft ? [words.draftNotice] : []), ...(examples ? [words.examplesNotice] : [])]
}
