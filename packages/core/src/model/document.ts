import type { Body, Parser } from '@cahier/prose'
import type { Finding } from './finding.ts'
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

export type Json =
  | null
  | boolean
  | number
  | string
  | readonly Json[]
  | { readonly [key: string]: Json }

/**
 * Where a field stands: `key` is its name, `value` what is written after it. Items of lists have no
 * key.
 */
export interface FieldPlace {
  readonly key: Place | null
  readonly value: Place
}

/**
 * A source once parsed. It exists however broken the text is. Each part is read when first asked
 * for.
 */
export interface Document {
  readonly path: string
  readonly kind: Kind
  readonly text: string
  /**
   * The YAML head of a Markdown file, or the whole of a YAML file; `null` when there is none or
   * nothing of it could be read.
   */
  readonly head: Json
  /**
   * Whether head's YAML was read without error and fits its schema: rules about content stay silent
   * otherwise.
   */
  readonly sound: boolean
  /** The place of each field of the head, by JSON pointer; `""` is the head itself. */
  readonly places: Readonly<Record<string, FieldPlace>>
  /** What reading the head found: YAML and schema. */
  readonly findings: readonly Finding[]
  /** The parser that its body is read with. */
  readonly parse: Parser
  /**
   * The Markdown after the head, by the parser that the programme is read with; `null` in YAML and
   * JSON files.
   */
  readonly body: Body | null
  /**
   * The same by the reference: what digests are computed from. It is `body` itself when the
   * programme is read with the reference.
   */
  readonly referenceBody: Body | null
}
