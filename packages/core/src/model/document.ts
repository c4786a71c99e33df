import type { Body, Parser } from '@cahier/prose'
import type { Finding } from './finding.ts'
import type { Json } from './json.ts'
import type { Place } from './place.ts'

export type Kind =
  | 'manifest'
  | 'axis'
  | 'proposal'
  | 'amendment'
  | 'collective'
  | 'positions'
  | 'ballot'
  | 'decisions'
  | 'question'
  | 'sources'
  | 'transmission'
  | 'edition'
  | 'bundle'
  | 'baseline'
  | 'settings'
  | 'page'

/** The places of a field's key and value. Items of lists have no key. */
export interface FieldPlace {
  readonly key: Place | null
  readonly value: Place
}

/** A parsed source, however broken its text. Each part is read when first asked for. */
export interface Document {
  readonly path: string
  readonly kind: Kind
  readonly text: string
  /**
   * The front matter of a Markdown file, or the whole of a YAML or JSON file. Null when there is
   * none or it could not be read.
   */
  readonly head: Json
  /** Whether `head` has no error of YAML or schema. Rules on content need a sound document. */
  readonly sound: boolean
  /** The place of each field of `head`, by JSON pointer; `""` is `head` itself. */
  readonly places: Readonly<Record<string, FieldPlace>>
  /** The findings on YAML, JSON and schema. */
  readonly findings: readonly Finding[]
  /** The parser of `body`. */
  readonly parse: Parser
  /** The Markdown, as read by `parse`; null in YAML and JSON files. */
  readonly body: Body | null
  /** The Markdown as read by the reference parser, from which digests are computed. */
  readonly referenceBody: Body | null
}
