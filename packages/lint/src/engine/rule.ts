import type {
  Asset,
  Document,
  MessageData,
  Messages,
  Place,
  Programme,
  Severity,
} from '@cahier/core'
import type { Correction, Passage, Span, Splice, TypographicName } from '@cahier/prose'
import type { Nodes } from 'mdast'
import type { Surroundings } from '../loose/surroundings.ts'
import type { Settings } from './settings.ts'

/** One lint rule. It checks one document at a time, with the whole programme or alone. */
export interface Rule {
  /** `family/name`, also the path of its documentation page. */
  readonly id: string
  /**
   * Level of its findings, unless the manifest or the report gives another. A warning that `--fix`
   * can correct becomes `info` by itself.
   */
  readonly severity: Severity
  /** True when the manifest cannot change its level: schema, reference, safety and digest rules. */
  readonly fixed?: true
  /** The highest level in a draft proposal and in its amendments. */
  readonly inDraft?: Severity | 'off'
  /** Two-letter languages of the passages that it receives; all when left out. */
  readonly languages?: readonly string[]
  /**
   * What its edits may change: only words (`prose`), or also addresses, headings and fields
   * (`tree`). Default: `prose` for a rule on the text alone, else `tree`. Outside a programme,
   * `tree` edits are made only when the rule is asked for by name.
   */
  readonly editScope?: 'prose' | 'tree'
  /**
   * True when a rule with `document` or `nodes` also checks Markdown outside a programme; `only`
   * when it checks nothing else.
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
   * Called once for each Markdown text, also outside a programme. Findings may be cached: they must
   * depend only on the text and the settings.
   */
  readonly text?: (context: TextContext) => void
  /**
   * Whether `text` also checks the result of an amendment: only the quoted blocks, or the whole
   * text.
   */
  readonly amended?: 'quoted' | 'whole'
  /**
   * Called for each passage of prose in reading order: front-matter fields, then paragraphs,
   * headings and table cells.
   */
  readonly passage?: (passage: Passage, context: PassageContext) => void
  /**
   * Bits of `SIGN_KINDS`: `passage` receives only passages with one of these signs. All when left out.
   */
  readonly among?: number
  /** Called before `passage`, for each typographic correction of one kind. */
  readonly corrections?: {
    readonly about: TypographicName
    /** `all` has those of the passage, in order; both corrections of a pair of signs are there. */
    readonly report: (
      correction: Correction,
      passage: Passage,
      context: PassageContext,
      all: readonly Correction[],
      index: number,
    ) => void
  }
}

/** The part before the slash: `typography` for `typography/quotes`. */
export function familyOf(id: string): string {
  return id.slice(0, id.indexOf('/'))
}

/**
 * Tests whether a rule is selected. `asked` lists rules and families, separated by commas; `''`
 * selects all.
 */
export function isSelected(asked: string): (id: string) => boolean {
  if (asked === '') return () => true
  const names = new Set(asked.split(','))
  return (id) => names.has(id) || names.has(familyOf(id))
}

/** Whether `asked` lists only rules, and no family. */
export function selectsOnlyRules(asked: string): boolean {
  return asked.split(',').every((name) => name.includes('/'))
}

/** Maximum number of findings of one rule in one file. */
export const MAX_FINDINGS = 20_000

/** Whether a rule needs only the text, not the programme. */
export function isOnText({ text, passage, corrections }: Rule): boolean {
  return text !== undefined || passage !== undefined || corrections !== undefined
}

/** What a rule receives when it may read the programme. */
export interface RuleContext {
  readonly programme: Programme
  readonly document: Document
  /** The date of the run, `YYYY-MM-DD`, or `''`. */
  readonly day: string
  /** The files around a text outside a programme, if known. */
  readonly surroundings?: Surroundings
  readonly report: Report
}

/** What a rule on the text alone receives. */
export interface TextContext extends PassageContext {
  /** All passages of the document, in order. */
  readonly passages: readonly Passage[]
}

/** What a rule receives with each passage. */
export interface PassageContext {
  readonly document: Document
  readonly settings: Settings
  readonly report: Report
  /**
   * Adds a finding on `[from, to)` of a passage. `text`, the correct words, becomes an edit where
   * the source can be changed.
   */
  readonly remark: (
    passage: Passage,
    from: number,
    to: number,
    message: string,
    data?: MessageData,
    more?: Pick<ReportMore, 'text'>,
  ) => void
}

/** Adds a finding on the current file, at a place or between two offsets. */
export type Report = (
  message: string,
  at: Place | Span,
  data?: MessageData,
  more?: ReportMore,
) => void

export interface ReportMore {
  /** Replaces the level of the rule. */
  readonly severity?: Severity
  /** The correct words for the place of the finding; no fix when undefined. */
  readonly text?: string | undefined
  /** The changes of a fix elsewhere than at the place of the finding. */
  readonly edits?: readonly Splice[]
  /**
   * Places that explain the finding, in the current file when no path is given. The message has
   * the `line` of the first.
   */
  readonly related?: readonly { readonly path?: string; readonly place: Place }[]
}

export type NodeChecks = {
  readonly [T in Nodes['type']]?: (node: Extract<Nodes, { type: T }>, context: RuleContext) => void
}

/** Walks a tree once, and calls each rule that checks the type of a node. */
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
