import type { Asset, Document, Edit, MessageData, Messages, Place, Programme, RelatedPlace, Severity } from '@cahier/core'
import type { Nodes } from 'mdast'

/** One rule: a value in a hand-kept table. A rule looks at one document at a time, with the whole programme at hand. */
export interface Rule {
  /** `family/name`, and the path of its page. */
  readonly id: string
  /** The level when the manifest says nothing, and when a report says nothing. */
  readonly severity: Severity
  /** Schema, reference, safety and digest rules: the manifest can neither lower them nor switch them off. */
  readonly fixed: boolean
  readonly messages: Messages
  /** Called once for each document. */
  readonly document?: (context: RuleContext) => void
  /** Called for each node of the given types, in one walk shared by all rules. */
  readonly nodes?: NodeChecks
  /** Called for each file of `assets/`. */
  readonly asset?: (asset: Asset, context: Omit<RuleContext, 'document'>) => void
}

/** What a rule is given. */
export interface RuleContext {
  readonly programme: Programme
  readonly document: Document
  /** The day that counts, `YYYY-MM-DD`, or `''`. */
  readonly day: string
  readonly report: Report
}

/** Adds a finding on the file at hand; `severity` is the rule's own unless the case is milder or graver. */
export type Report = (message: string, place: Place, data?: MessageData, more?: ReportMore) => void

export interface ReportMore {
  readonly severity?: Severity
  readonly edits?: readonly Edit[]
  readonly related?: readonly RelatedPlace[]
}

export type NodeChecks = { readonly [T in Nodes['type']]?: (node: Extract<Nodes, { type: T }>, context: RuleContext) => void }
