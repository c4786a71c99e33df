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
   * Level of its findings, unless the manifest or `ReportMore` gives another. A warning that
   * `--fix` can correct is lowered to `info`.
   */
  readonly severity: Severity
  /** True when the manifest cannot change its level, as for safety rules. */
  readonly fixed?: true
  /** The highest level in a draft proposal and in its amendments. */
  readonly inDraft?: Severity | 'off'
  /** Two-letter languages of the texts that the rule checks; all when left out. */
  readonly languages?: readonly string[]
  /**
   * `prose` when its edits change only words; `tree` when they also change addresses, headings or
   * fields. By default `prose` for a rule on the text alone, else `tree`. Outside a programme,
   * `tree` edits are made only when the user names the rule.
   */
  readonly editScope?: 'prose' | 'tree'
  /**
   * For a rule with `document` or `nodes`: true when it also checks Markdown outside a programme,
   * `only` when it checks nothing else.
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
   * Called once for each Markdown text, also outside a programme. Its findings may be cached: they
   * must depend only on text and settings.
   */
  readonly text?: (context: TextContext) => void
  /**
   * Makes `text` also check the result of an amendment: the blocks that the amendment quotes, or
   * the whole amended text.
   */
  readonly amended?: 'quoted' | 'whole'
  /**
   * Called for each passage of prose in reading order: front-matter fields, then paragraphs,
   * headings and table cells.
   */
  readonly passage?: (passage: Passage, context: PassageContext) => void
  /** Bits of `SIGN_KINDS`: `passage` is called only for passages with one of these signs. */
  readonly among?: number
  /** `report` is called before `passage`, for each typographic correction with the name `about`. */
  readonly corrections?: {
    readonly about: TypographicName
    /** `all` lists the corrections of that name in the passage; `index` is the current one. */
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
 * Returns a test for selected rules. `asked` lists rules and families, separated by commas; `''`
 * selects all.
 */
export function isSelected(asked: string): (id: string) => boolean {
  if (asked === '') return () => true
  const names = new Set(asked.split(','))
  return (id) => names.has(id) || names.has(familyOf(id))
}

export function selectsOnlyRules(asked: string): boolean {
  return asked.split(',').every((name) => name.includes('/'))
}

/** Maximum number of findings of one rule in one file. */
export const MAX_FINDINGS = 20_000

/** Whether a rule has a check that needs only the text, not the programme. */
export function isOnText({ text, passage, corrections }: Rule): boolean {
  return text !== undefined || passage !== undefined || corrections !== undefined
}

/** What a check that may read the programme receives. */
export interface RuleContext {
  readonly programme: Programme
  readonly document: Document
  /** The date of the run, `YYYY-MM-DD`; `''` outside a programme. */
  readonly day: string
  readonly surroundings?: Surroundings
  readonly report: Report
}

/** What the check `text` receives. */
export interface TextContext extends PassageContext {
  readonly passages: readonly Passage[]
}

/** What the check `passage` receives. */
export interface PassageContext {
  readonly document: Document
  readonly settings: Settings
  readonly report: Report
  /**
   * Adds a finding at the offsets `[from, to)` of a passage. `more.text`, the correct words,
   * becomes an edit where the source can be changed.
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

/** Optional parts of a finding. */
export interface ReportMore {
  /** Replaces the level of the rule. */
  readonly severity?: Severity
  /** The words to write at the place of the finding; no such edit when undefined. */
  readonly text?: string | undefined
  /** Further edits, anywhere in the file. */
  readonly edits?: readonly Splice[]
  /**
   * Places that explain the finding; `path` is by default the current file. The message receives
   * the `line` of the first place.
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
