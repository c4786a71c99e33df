import type { StanceKind, Status } from '@cahier/core'
import type { Data, PhrasingContent, RootContent } from 'mdast'
import type { Node } from 'unist'
import type { EditionChanges } from './edition-changes.ts'
import type { Fallen } from './fallen.ts'
import type { FactId } from './labels.ts'
import type { LifeEvent } from './life-event.ts'
import type { Overview } from './overview.ts'
import type { PrintedAmendment } from './printed-amendment.ts'
import type { PrintedTransmission } from './printed-transmission.ts'
import type { Words } from './words.ts'

/**
 * The programme in print order: the only thing an exporter is given, so that formats cannot
 * disagree. Texts are ready to print: typography applied, citations turned into notes, links
 * resolved, raw HTML gone.
 */
export interface Edition {
  readonly kind: EditionKind
  /** BCP 47 language of the text and of every label. */
  readonly language: string
  readonly title: string
  /**
   * What this is of the programme, in words: « Dossier pour les syndicats » ; `''` when it is the
   * whole.
   */
  readonly subtitle: string
  /**
   * `<identifier>-<edition>`, and what it is when it is not the whole: the stem of the file names.
   */
  readonly name: string
  readonly identifier: string
  readonly edition: string
  /** The edition's day, `YYYY-MM-DD`: the only date an exporter may write. */
  readonly date: string
  readonly publisher: string
  readonly licence: string
  readonly contact: string
  /** Nothing is adopted yet, or drafts were asked for: said on every page. */
  readonly draft: boolean
  /** Some member collectives are fictional examples: said wherever they speak. */
  readonly examples: boolean
  readonly chapters: readonly Chapter[]
  /** Works cited in this edition, sorted as printed. */
  readonly bibliography: readonly Work[]
  readonly collectives: readonly Member[]
  readonly addressees: readonly Labelled[]
  readonly horizons: readonly Labelled[]
  /** What changed since the edition before; `null` when there is none. */
  readonly changes: EditionChanges | null
  /** What no longer holds since a text moved, in print order. */
  readonly fallen: readonly Fallen[]
  /**
   * The same of all proposals of the programme, those that are not printed too; `null` when the
   * edition prints them all, or is no whole.
   */
  readonly overview: Overview | null
  /**
   * Who was handed what, and what they answered; empty when nothing was, and in what is not the
   * whole programme.
   */
  readonly transmissions: readonly PrintedTransmission[]
  /** Amendments are woven into the text as tracked changes, by the formats that know them. */
  readonly trackedChanges: boolean
  readonly words: Words
}

/**
 * What is handed over. A `book` is a loose folder of Markdown: each file is a chapter without
 * measures.
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

/** An axis, or a file of a book: then its blocks are numbered `<number>.<n>`. */
export interface Chapter {
  readonly id: string
  /**
   * From 1, in print order. 0: a chapter that opens the edition and is no axis (the requests of a
   * dossier, the pledge of a charter), printed without a number.
   */
  readonly number: number
  readonly title: string
  /** BCP 47, of a file of a book that is in another language than the book. */
  readonly lang?: string
  readonly question: string
  readonly introduction: readonly FlowNode[]
  readonly notes: readonly Note[]
  readonly measures: readonly Measure[]
  /** The `whole` digest of an axis; `''` of a chapter that is none, or has no text. */
  readonly whole: string
}

/** A proposal as printed. Its blocks are numbered `<number>.<n>`: the same in every format. */
export interface Measure {
  readonly id: string
  /** Its rank in the whole programme, the same whatever the selection. */
  readonly number: number
  readonly title: string
  readonly summary: NumberedText
  readonly status: Status
  readonly statusLabel: string
  /**
   * Horizon, scale, action, impacts, authors, what it requires and merges, review, legal facts:
   * label and value, ready to print.
   */
  readonly facts: readonly Fact[]
  readonly horizon: string
  /**
   * Printed beside the number of every block when what is not adopted goes in: « projet » ; else
   * `''`.
   */
  readonly mark: string
  /** A form to sign: boxes to tick and lines to answer on are printed under it. */
  readonly answer: boolean
  /**
   * Printed after the last normative section; at the end when there is none. Block numbers follow
   * that order.
   */
  readonly requests: readonly PrintedRequest[]
  readonly sections: readonly PrintedSection[]
  readonly notes: readonly Note[]
  /** Reservations and maintained objections, printed beside the measure. */
  readonly dissent: readonly Statement[]
  readonly decision: DecisionRecord | null
  /** Amendments waiting on the printed text, by date. */
  readonly amendments: readonly PrintedAmendment[]
  /** What happened to it, in time. */
  readonly life: readonly LifeEvent[]
  readonly normative: string
  readonly whole: string
}

export interface NumberedText {
  /** `7.1` */
  readonly number: string
  readonly nodes: readonly InlineNode[]
}

export interface Fact {
  readonly id: FactId
  readonly label: string
  readonly value: string
}

export interface PrintedRequest extends NumberedText {
  readonly addressee: string
  readonly addresseeLabel: string
}

export interface PrintedSection {
  /** Id of the manifest's section, or a slug of the title. */
  readonly id: string
  readonly title: string
  /**
   * Marked normative in the manifest: requests, dissent and decision are printed after the last
   * such section.
   */
  readonly normative: boolean
  readonly nodes: readonly FlowNode[]
}

export interface Statement {
  readonly collective: string
  readonly collectiveName: string
  readonly example: boolean
  readonly stance: StanceKind
  readonly stanceLabel: string
  readonly date: string
  /** Plain text; a blank line separates paragraphs. */
  readonly argument: string
  readonly liftsIf: string
  /** Given on an earlier text and still standing. */
  readonly stale: boolean
}

/** The last round, as printed under the measure. */
export interface DecisionRecord {
  readonly opened: string
  readonly closes: string
  /** `''` while there is no outcome. */
  readonly closed: string
  /** One paragraph in the edition's language: rule, counts, result. */
  readonly sentence: string
  /** One sentence a ruling, with its reason, in the order they were made. */
  readonly rulings: readonly string[]
}

/**
 * A note: of the author, or made from one or more citations. Called from several places, it is
 * printed once.
 */
export interface Note {
  /** Unique in its chapter or measure, `[a-z0-9-]+`. */
  readonly id: string
  /** From 1, in order of first call within its chapter or measure. */
  readonly number: number
  readonly nodes: readonly FlowNode[]
  /** How many times it is called: exporters give back links to each. */
  readonly calls: number
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

export interface Member {
  readonly id: string
  readonly name: string
  readonly example: boolean
  /** Its stance on each measure that it has spoken on, by measure id. */
  readonly stances: Readonly<Record<string, MemberStance>>
  /** The measures that it was not asked about: it joined later, or had left. */
  readonly unasked: readonly string[]
}

export interface MemberStance {
  readonly stance: StanceKind
  readonly label: string
  readonly stale: boolean
  /** The day it was given, `YYYY-MM-DD`. */
  readonly date: string
}

/**
 * mdast, and two nodes of our own. `data.number` is the block's printed number where it has one
 * (paragraphs, list items, tables, code, never headings; a list item bears its number itself, its
 * own paragraphs none); `data.ordinal` its rank among the leaf blocks of the source file, from 1:
 * what a returned document is matched against. Headings inside sections keep the depth of the
 * source (3 to 6). No `html`, `definition`, `footnoteDefinition`, `citation` is left.
 */
export type FlowNode = RootContent
export type InlineNode = PhrasingContent

/** A call to one of the notes of the measure or chapter it stands in. */
export interface NoteCall extends Node {
  readonly type: 'noteCall'
  data?: Data
  readonly note: string
  readonly number: number
  /** 1 for the first call of this note, then 2… */
  readonly call: number
}

/** A link inside the programme, already known to lead somewhere in this edition. */
export interface CrossReference extends Node {
  readonly type: 'crossReference'
  data?: Data
  readonly target: CrossTarget
  children: PhrasingContent[]
}

export type CrossTarget =
  | { readonly kind: 'chapter' | 'measure' | 'work'; readonly id: string }
  /**
   * A section of a measure; in a book, a heading of the chapter `id`, `section` being the heading's
   * `data.id`.
   */
  | { readonly kind: 'section'; readonly id: string; readonly section: string }

/** Words that an amendment adds. Only in `PrintedAmendment`. */
export interface Insertion extends Node {
  readonly type: 'insertion'
  data?: Data
  children: PhrasingContent[]
}

/** Words that an amendment takes out. Only in `PrintedAmendment`. */
export interface Deletion extends Node {
  readonly type: 'deletion'
  data?: Data
  children: PhrasingContent[]
}

declare module 'mdast' {
  interface PhrasingContentMap {
    noteCall: NoteCall
    crossReference: CrossReference
    insertion: Insertion
    deletion: Deletion
  }
  interface RootContentMap {
    noteCall: NoteCall
    crossReference: CrossReference
    insertion: Insertion
    deletion: Deletion
  }
  interface Data {
    number?: string
    ordinal?: number
    /** Of a heading of a book: its address, unique in the edition, the same in every format. */
    id?: string
    /**
     * BCP 47, on words, a paragraph, a heading or a cell in another language than the edition: the
     * title of a foreign work, a file of a book.
     */
    lang?: string
  }
}

/** One file of a bundle. */
export interface OutputFile {
  /** Relative to the bundle, forward slashes. */
  readonly path: string
  readonly bytes: Uint8Array
}

/** Anything an exporter might need that cannot stand in an `Edition`. */
export interface Material {
  readonly readAsset: (path: string) => Uint8Array
  /** All the formats that are published together. */
  readonly formats?: readonly string[]
}

/** A format: `render` is pure, and gives the same bytes for the same edition on any machine. */
export interface Exporter {
  readonly format: string
  readonly render: (edition: Edition, material: Material) => readonly OutputFile[]
}
