import type {
  Asset,
  Document,
  Edit,
  MessageData,
  Messages,
  Place,
  Programme,
  RelatedPlace,
  Severity,
} from '@cahier/core'
import type { Correction, Passage, TypographicName } from '@cahier/prose'
import type { Nodes } from 'mdast'
import type { Surroundings } from '../loose/surroundings.ts'
import type { Settings } from './settings.ts'

/**
 * One rule: a value in a hand-kept table. It looks at one document at a time, with the whole
 * programme at hand, or with nothing but the text.
 */
export interface Rule {
  /** `family/name`, and the path of its page. */
  readonly id: string
  /**
   * The level of what only a person can correct, when the manifest and the report say nothing.
   * A warning that `--fix` corrects by itself is a remark: no rule says that.
   */
  readonly severity: Severity
  /**
   * Schema, reference, safety and digest rules: the manifest can neither lower them nor switch them
   * off.
   */
  readonly fixed: boolean
  /** The highest level it has in a proposal that is still a draft, and in its amendments. */
  readonly inDraft?: Severity | 'off'
  /**
   * Languages of the prose it is about, two letters each; passages in any other are not shown to
   * it. All when left out.
   */
  readonly languages?: readonly string[]
  /**
   * What its edits may change: words of prose and nothing else of the document, which is verified
   * after each change, or the tree itself: addresses, headings, fields. `prose` when left out for a
   * rule on the text alone, `tree` for the others. Loose texts get `tree` edits only when the rule
   * is asked for by name.
   */
  readonly mends?: 'prose' | 'tree'
  /**
   * Whether a rule that is given the programme asks nothing of it, and speaks of any Markdown, in a
   * programme or not; `only` when of that outside alone.
   */
  readonly loose?: boolean | 'only'
  readonly messages: Messages
  /** Called once for each document. */
  readonly document?: (context: RuleContext) => void
  /** Called for each node of the given types, in one walk shared by all rules. */
  readonly nodes?: NodeChecks
  /** Called for each file of `assets/`. */
  readonly asset?: (asset: Asset, context: Omit<RuleContext, 'document'>) => void
  /**
   * Called once for each Markdown text, loose ones included. What it says depends on that text and
   * the settings alone, and may be kept for the next run.
   */
  readonly text?: (context: TextContext) => void
  /**
   * Whether `text` also speaks of what an amendment would have written, given the blocks that are
   * quoted and no others, or the whole of the text amended.
   */
  readonly amended?: 'quoted' | 'whole'
  /**
   * The same, for each passage of prose: fields of the head first, then paragraphs, headings and
   * cells in reading order. The findings of the last three are reused wherever the same is written
   * in such a file: the rule must not look around them.
   */
  readonly passage?: (passage: Passage, context: PassageContext) => void
  /**
   * Bits of `SEEN`: only passages that hold one of them are given to `passage`. All when left out.
   */
  readonly among?: number
  /**
   * The same, for each passage in which typography would change something on one subject, and
   * before `passage`.
   */
  readonly corrections?: {
    readonly about: TypographicName
    /** Given those changes, in order, pairs whole. */
    readonly report: (
      corrections: readonly Correction[],
      passage: Passage,
      context: PassageContext,
    ) => void
  }
}

/** `typography` for `typography/quotes`. */
export function familyOf(id: string): string {
  return id.slice(0, id.indexOf('/'))
}

/**
 * Whether a rule is among those asked for: names of rules and of families with commas between
 * them; `''` asks for all.
 */
export function asksFor(asked: string): (id: string) => boolean {
  if (asked === '') return () => true
  const names = new Set(asked.split(','))
  return (id) => names.has(id) || names.has(familyOf(id))
}

/** Whether only rules are asked for by name, and no family. */
export function asksByName(asked: string): boolean {
  return asked.split(',').every((name) => name.includes('/'))
}

/** How many findings a rule may have in one file. */
export const MOST_FOUND = 20_000

/** Whether a rule looks at texts by themselves. */
export function isOnText({ text, passage, corrections }: Rule): boolean {
  return text !== undefined || passage !== undefined || corrections !== undefined
}

/** What a rule is given that may ask the programme. */
export interface RuleContext {
  readonly programme: Programme
  readonly document: Document
  /** The day that counts, `YYYY-MM-DD`, or `''`. */
  readonly day: string
  /** The files around a loose text, where they are known. */
  readonly surroundings?: Surroundings
  readonly report: Report
}

/** What a rule on the text alone is given. */
export interface TextContext extends PassageContext {
  /** All passages of the document, in the order they are given one by one. */
  readonly passages: readonly Passage[]
}

/** What a rule is given with each passage. */
export interface PassageContext {
  readonly document: Document
  readonly settings: Settings
  readonly report: Report
  /**
   * Adds a finding on `[from, to)` of a passage. With `text`, what would be right there instead: an
   * edit, where the source can be changed.
   */
  readonly remark: (
    passage: Passage,
    from: number,
    to: number,
    message: string,
    data?: MessageData,
    more?: RemarkMore,
  ) => void
}

/**
 * Adds a finding on the file at hand; `severity` is the rule's own unless the case is milder or
 * graver.
 */
export type Report = (message: string, place: Place, data?: MessageData, more?: ReportMore) => void

export interface ReportMore {
  readonly severity?: Severity
  readonly edits?: readonly Edit[]
  readonly related?: readonly RelatedPlace[]
}

export interface RemarkMore {
  readonly text?: string
}

export type NodeChecks = {
  readonly [T in Nodes['type']]?: (node: Extract<Nodes, { type: T }>, context: RuleContext) => void
}

/**
 * Shows each node of a tree to the rules that look at nodes of its type, all of them in one walk.
 */
export function checkNodes(
  node: Nodes,
  looking: readonly { readonly rule: Rule; readonly context: RuleContext }[],
): void {
  for (const { rule, context } of looking)
    (rule.nodes?.[node.type] as ((node: Nodes, context: RuleContext) => void) | undefined)?.(
      node,
      context,
    )
  if ('children' in node) for (const child of node.children) checkNodes(child, looking)
}
