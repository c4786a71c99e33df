import type { Answer } from '@cahier/core'
import { dayInWords, type Wording, type Words } from './labels.ts'
import type { Member } from './member.ts'
import type { FlowNode, InlineNode, Note } from './nodes.ts'
import type { Measure } from './printed-measure.ts'
import type { SelectedKind } from './selection.ts'

// The whole model of an edition is imported from this file.
export * from './blocks-as-data.ts'
export * from './labels.ts'
export * from './member.ts'
export * from './nodes.ts'
export * from './printed-measure.ts'
export * from './selection.ts'

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
  /** The edition's day, `YYYY-MM-DD`. Exporters never write the current date. */
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
  /** The addressees of the manifest. A proposal may make requests to others. */
  readonly addressees: readonly Labelled[]
  readonly horizons: readonly Labelled[]
  readonly changes: EditionChanges | null
  readonly fallen: readonly Lapsed[]
  /**
   * All proposals, when an edition of kind `programme` without filters omits some of them; else
   * `null`.
   */
  readonly overview: Overview | null
  /** Recipients and their answers. Empty unless `kind` is `programme` or `data`. */
  readonly transmissions: readonly PrintedTransmission[]
  readonly trackedChanges: boolean
  readonly words: Words
}

/** A `book` is a folder of Markdown. Each file is a chapter, without measures (proposals). */
export type EditionKind = SelectedKind | 'book'

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

/** True when the colophon (publication details) has an entry. */
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

/** An axis (a theme of the programme) or a file of a book. Blocks of a file are numbered: 3.1. */
export interface Chapter {
  readonly id: string
  /** From 1, in print order. 0 for an unnumbered opening chapter, such as a pledge. */
  readonly number: number
  readonly title: string
  /** BCP 47; absent when it is the language of the edition. */
  readonly lang?: string
  readonly question: string
  readonly introduction: readonly FlowNode[]
  readonly notes: readonly Note[]
  readonly measures: readonly Measure[]
  /** Digest of the text of an axis; `''` for other chapters and for an axis without text. */
  readonly whole: string
}

/** « Axe 3 », printed above the title; `''` for an opening chapter. */
export function chapterLabel({ number }: Pick<Chapter, 'number'>, { words }: Wording): string {
  return number === 0 ? '' : `${words.axis} ${number}`
}

/** « 3. Title »; the title alone for an opening chapter. */
export function chapterTitle(chapter: Pick<Chapter, 'number' | 'title'>): string {
  return chapter.number === 0 ? chapter.title : `${chapter.number}. ${chapter.title}`
}

export function measuresOf<Printed>({
  chapters,
}: {
  readonly chapters: readonly { readonly measures: readonly Printed[] }[]
}): readonly Printed[] {
  return chapters.flatMap(({ measures }) => measures)
}

/** Statuses and stances of proposals. An `Edition` has these fields too. */
export interface Overview {
  readonly chapters: readonly SurveyedChapter[]
  readonly collectives: readonly Member[]
  readonly fallen: readonly Lapsed[]
}

interface SurveyedChapter extends Pick<Chapter, 'id' | 'number' | 'title'> {
  readonly measures: readonly SurveyedMeasure[]
}

export type SurveyedMeasure = Pick<
  Measure,
  'id' | 'number' | 'title' | 'status' | 'statusLabel' | 'dissent'
>

/** A round, a stance or an amendment that lapsed when the text changed. */
export interface Lapsed {
  readonly measure: string
  readonly kind: 'round' | 'stance' | 'amendment'
  readonly label: string
}

export interface EditionChanges {
  /** The previous edition; `date` is its day. */
  readonly edition: string
  readonly date: string
  /** The text of the changelog, or a fixed sentence when nothing changed. */
  readonly words: readonly FlowNode[]
  /** In print order; measures that are no longer printed (`left`) come last. */
  readonly measures: readonly MeasureChange[]
}

export interface MeasureChange {
  readonly id: string
  /** Number of the measure in this edition; for `left`, in the previous edition. */
  readonly number: number
  readonly title: string
  /**
   * `reworded`: a change in the text that members consent to. `mended`: a change in other text.
   * `left`: no longer printed.
   */
  readonly kind: 'added' | 'reworded' | 'mended' | 'status' | 'left'
  readonly sentence: string
}

/** A label: « Depuis l’édition 2026-1, 24 novembre 2026 ». */
export function sinceEditionLabel(
  { edition, date }: EditionChanges,
  { words, language }: Wording,
): string {
  return [`${words.sinceEdition} ${edition}`, dayInWords(date, language)].filter(Boolean).join(', ')
}

/** One recipient, the editions handed over to it, and its answers. */
export interface PrintedTransmission {
  readonly id: string
  readonly name: string
  /** Kind of recipient: id of an addressee of the manifest. */
  readonly addressee: string
  readonly addresseeLabel: string
  readonly handed: readonly PrintedHanding[]
}

/** One edition handed over to a recipient. */
export interface PrintedHanding {
  readonly edition: string
  readonly date: string
  readonly proposals: readonly Labelled[]
  /** By day. A proposal may have several answers. */
  readonly answers: readonly PrintedAnswer[]
}

/** The proposals handed over without an answer. */
export function unanswered({ proposals, answers }: PrintedHanding): readonly Labelled[] {
  return proposals.filter(({ id }) => !answers.some(({ proposal }) => proposal.id === id))
}

export interface PrintedAnswer {
  readonly proposal: Labelled
  readonly answer: Answer['answer']
  readonly answerLabel: string
  readonly date: string
  readonly link: string
}

export interface OutputFile {
  /** Path in the published folder, with forward slashes. */
  readonly path: string
  readonly bytes: Uint8Array
}

export function textFile(path: string, text: string): OutputFile {
  return { path, bytes: new TextEncoder().encode(text) }
}

/** The input of an exporter, besides the edition. */
export interface Material {
  readonly readAsset: (path: string) => Uint8Array
  /** Formats published together: the site links to the EPUB and the ODT among them. */
  readonly formats?: readonly string[]
}

/** Writes a format. `render` is pure: the same edition gives the same bytes everywhere. */
export interface Exporter {
  readonly format: string
  readonly render: (edition: Edition, material: Material) => readonly OutputFile[]
}
