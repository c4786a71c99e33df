import { dayInWords } from '../day-in-words.ts'
import type { EditionChanges } from './changes.ts'
import type { Chapter } from './chapter.ts'
import type { Member } from './member.ts'
import type { InlineNode } from './nodes.ts'
import type { Fallen, Overview } from './overview.ts'
import type { PrintedTransmission } from './transmission.ts'
import type { Words } from './words.ts'

/**
 * The programme in print order. Exporters read nothing else, so that formats cannot disagree.
 * Texts are ready to print: typography applied, citations as notes, links resolved, no raw HTML.
 */
export interface Edition {
  readonly kind: EditionKind
  /** BCP 47 language of the text and of every label. */
  readonly language: string
  readonly title: string
  /** « Dossier pour les syndicats »; `''` for the whole programme. */
  readonly subtitle: string
  /** The stem of file names: `<identifier>-<edition>`, and the selection if there is one. */
  readonly name: string
  readonly identifier: string
  readonly edition: string
  /** The edition's day, `YYYY-MM-DD`: the only date an exporter may write. */
  readonly date: string
  readonly publisher: string
  readonly licence: string
  readonly contact: string
  /** Nothing is adopted yet, or drafts are included. Every page says so. */
  readonly draft: boolean
  /** Some member collectives are fictional examples. */
  readonly examples: boolean
  readonly chapters: readonly Chapter[]
  /** Works cited in this edition, sorted as printed. */
  readonly bibliography: readonly Work[]
  readonly collectives: readonly Member[]
  readonly addressees: readonly Labelled[]
  readonly horizons: readonly Labelled[]
  /** Changes since the previous edition; `null` when there is none. */
  readonly changes: EditionChanges | null
  /** Rounds, stances and amendments that lapsed with a change of text, in print order. */
  readonly fallen: readonly Fallen[]
  /** All proposals, printed or not; `null` when all are printed, or in an extract. */
  readonly overview: Overview | null
  /** Recipients and their answers; empty in an extract. */
  readonly transmissions: readonly PrintedTransmission[]
  /** Formats that can print amendments as tracked changes in the text. */
  readonly trackedChanges: boolean
  readonly words: Words
}

/** A `book` is a loose folder of Markdown: each file is a chapter without measures. */
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

/** Midnight UTC of the edition's day, in RFC 3339; 1980-01-01, where ZIP dates begin, without a day. */
export function editionInstant(edition: Edition): string {
  return `${/^\d{4}-\d{2}-\d{2}$/.test(edition.date) ? edition.date : '1980-01-01'}T00:00:00Z`
}

/** Whether a colophon would hold anything: a loose folder may give no publisher, day or licence. */
export function hasColophon({
  publisher,
  edition,
  date,
  licence,
  contact,
  collectives,
}: Edition): boolean {
  return (
    collectives.length > 0 ||
    [publisher, edition, date, licence, contact].some((text) => text !== '')
  )
}

/** Whether the edition is short enough to be one page of the site, or one file of the EPUB. */
export function isLeaflet({ kind }: Edition): boolean {
  return LEAFLETS.has(kind)
}

const LEAFLETS: ReadonlySet<EditionKind> = new Set<EditionKind>([
  'tribune',
  'brochure',
  'charter',
  'dissent',
])

/** Notices for the reader: the edition is a draft, some collectives are fictional. */
export function noticesOf({ draft, examples, words }: Edition): string[] {
  return [...(draft ? [words.draftNotice] : []), ...(examples ? [words.examplesNotice] : [])]
}
