import {
  type Asset,
  coreMessages,
  type Document,
  type MessageData,
  type Place,
  type Programme,
  type RuleMessages,
  type Severity,
} from '@cahier/core'
import type { Change, Correction, Passage, Span, Splice } from '@cahier/prose'
import type { Settings } from '../document/settings.ts'
import type { Surroundings } from '../document/surroundings.ts'

/** One lint rule. It checks one document at a time, with the whole programme or alone. */
export interface Rule {
  /** `family/name`, also the path of its documentation page. */
  readonly id: string
  /** Level of its findings, unless the manifest or `ReportMore` gives another. */
  readonly severity: Severity
  /** True when nothing can switch it off or change its level, as for safety rules. */
  readonly alwaysOn?: true
  readonly fixes?: true
  /** The highest level in a draft proposal and in its amendments. */
  readonly inDraft?: Severity | 'off'
  /** Two-letter languages of the texts that the rule checks; all when left out. */
  readonly languages?: readonly string[]
  /**
   * `prose` when its edits change only words; `tree` when they also change addresses, headings or
   * fields. By default `prose` for a rule on the text alone, else `tree`.
   */
  readonly editScope?: 'prose' | 'tree'
  /**
   * For a rule with `document`: true when it also checks Markdown outside a programme, `only` when
   * it checks nothing else.
   */
  readonly loose?: boolean | 'only'
  readonly messages: RuleMessages
  /** Called once for each document. */
  readonly document?: (context: RuleContext) => void
  /** Called for each file of `assets/`. */
  readonly asset?: (asset: Asset, context: Pick<RuleContext, 'programme' | 'report'>) => void
  /**
   * Called once for each Markdown text, also outside a programme. Its findings may be cached: they
   * must depend only on text and settings.
   */
  readonly text?: (context: TextContext) => void
  /**
   * Makes the rule check amendments too, and report only what their changes add. `text` then reads
   * the quoted blocks with the changes made (`quoted`), or the whole amended text with the changes
   * made (`whole`).
   */
  readonly amended?: 'quoted' | 'whole'
  /**
   * Called for each passage of prose in reading order: front-matter fields, then paragraphs,
   * headings and table cells.
   */
  readonly passage?: (passage: Passage, context: PassageContext) => void
  /**
   * Called before `passage`, for each typographic correction that names this rule. `all` lists
   * these corrections of the passage; `all[index]` is `correction`.
   */
  readonly correction?: (
    correction: Correction,
    passage: Passage,
    context: PassageContext,
    all: readonly Correction[],
    index: number,
  ) => void
}

/** A rule whose findings `@cahier/core` makes, as it reads files. */
export function ruleOfCore(id: string): Rule {
  return { id, severity: 'error', alwaysOn: true, messages: coreMessages[id] ?? {} }
}

/** The part before the slash: `typography` for `typography/quotes`. */
export function familyOf(id: string): string {
  return id.slice(0, id.indexOf('/'))
}

/**
 * Returns a test for selected rules. `asked` lists rules and families, separated by commas; `''`
 * selects all.
 */
export function selectionOf(asked: string): (id: string) => boolean {
  if (asked === '') return () => true
  const names = new Set(asked.split(','))
  return (id) => names.has(id) || names.has(familyOf(id))
}

/** Whether a selection names only rules, no family. False for `''`. */
export function selectsOnlyRules(asked: string): boolean {
  return asked.split(',').every((name) => name.includes('/'))
}

/** Maximum number of findings of one rule in one file. */
export const MAX_FINDINGS = 20_000

/** Whether a rule has a check that needs only the text, not the programme. */
export function isOnText({ text, passage, correction }: Rule): boolean {
  return text !== undefined || passage !== undefined || correction !== undefined
}

/** The input of the check `document`. Outside a programme, `programme` is empty. */
export interface RuleContext extends PassageContext {
  readonly programme: Programme
  /** The date of the run, `YYYY-MM-DD`; `''` outside a programme. */
  readonly day: string
  readonly surroundings?: Surroundings
}

/** The input of the check `text`. */
export interface TextContext extends PassageContext {
  readonly passages: readonly Passage[]
}

/** The input of the check `passage`. */
export interface PassageContext {
  readonly document: Document
  readonly settings: Settings
  readonly report: Report
  /**
   * Adds a finding at a match in a passage, or between two offsets of its text. `fix` gives the
   * correct words, or the changes to make. It becomes edits where the source can be changed. The
   * message receives the matched words as `written`, and the correct words as `meant`.
   */
  readonly remark: (
    passage: Passage,
    at: RegExpExecArray | Span,
    message: string,
    data?: MessageData,
    fix?: string | readonly Change[],
  ) => void
}

/** Adds a finding on the current file, at a place, a match in its text or between two offsets. */
export type Report = (
  message: string,
  at: Place | RegExpExecArray | Span,
  data?: MessageData,
  more?: ReportMore,
) => void

/** Optional parts of a finding. */
export interface ReportMore {
  /** Replaces the level of the rule. */
  readonly severity?: Severity
  /** The text that replaces the words at the place of the finding; none when undefined. */
  readonly text?: string | undefined
  /** Further edits, anywhere in the file. */
  readonly edits?: readonly Splice[]
  /**
   * Places that explain the finding; `path` is by default the current file. The message receives
   * the `line` of the first place.
   */
  readonly related?: readonly { readonly path?: string; readonly place: Place }[]
}
