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

/** The places of a key and its value. The key of a list item is null. */
export interface FieldPlace {
  readonly key: Place | null
  readonly value: Place
}

/** A parsed file, even one with errors. Each field is computed when first used. */
export interface Document {
  readonly path: string
  readonly kind: Kind
  readonly text: string
  /**
   * The front matter of a Markdown file, or all of a YAML or JSON file. Null when missing or
   * unreadable.
   */
  readonly head: Json
  /** Whether `findings` is empty. */
  readonly sound: boolean
  /** The place of each field of `head`, by JSON pointer; `""` is `head` itself. */
  readonly places: Readonly<Record<string, FieldPlace>>
  readonly findings: readonly Finding[]
  readonly parse: Parser
  /** The parsed Markdown; null in YAML and JSON files. */
  readonly body: Body | null
  /** The Markdown as `parseMarkdown` reads it, whatever `parse` is. Digests are made from it. */
  readonly referenceBody: Body | null
}
