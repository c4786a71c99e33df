import {
  type Asset,
  type Catalogue,
  type Document,
  dayMonthFirst,
  type Finding,
  memoize,
  type Programme,
} from '@cahier/core'
import { groupedBy, type Span } from '@cahier/prose'
import { findingsAddedByAmendment } from '../amendments/findings-added-by-amendment.ts'
import { byPlace } from '../document/documents.ts'
import { type Settings, settingsOf } from '../document/settings.ts'
import { rules } from '../rules/index.ts'
import { level } from '../rules/linting/level.ts'
import { withoutKnown } from './baseline.ts'
import { editScopeOf } from './is-fixable.ts'
import { withChosenLevels } from './levels.ts'
import { contextOf, lintText, reporter } from './lint-text.ts'
import { reportLintSettings } from './report-lint-settings.ts'
import { type Rule, selectionOf } from './rule.ts'
import { SWITCH_RULE, withSwitches } from './switches.ts'

/** Options of `lint`. */
export interface LintScope {
  readonly includes?: (path: string) => boolean
  /** Selected rules or families, separated by commas; all when left out or `''`. */
  readonly rule?: string
  /** The date of the run, `YYYY-MM-DD`; by default the date of publication. */
  readonly day?: string
  /** Whether to include findings listed in `lint-baseline.yaml`. */
  readonly known?: boolean
  /** Replaces the exported `textFindings`, to use another cache. */
  readonly textFindings?: TextFindings
}

export type TextFindings = (document: Document, settings: Settings) => readonly Finding[]

/** The findings of a programme or of the selected files, sorted by path and place. */
export function lint(programme: Programme, scope: LintScope = {}): readonly Finding[] {
  const { includes = () => true, day = programme.manifest.publication.date, known = false } = scope
  // To find comments that switch a rule off for nothing, all rules must run.
  const isAsked = selectionOf(scope.rule ?? '')
  const isComplete = isAsked(SWITCH_RULE)
  const active = rules.filter(({ id }) => isComplete || isAsked(id))
  const documents = new Map(
    programme.documents.filter(({ path }) => includes(path)).map((one) => [one.path, one]),
  )
  const settings = settingsOf(programme.manifest)
  const ofText =
    active.length === rules.length
      ? (scope.textFindings ?? textFindings)
      : (one: Document) => lintText(one, settings, active)
  const read = [
    ...programme.folderFindings.filter(({ path }) => includes(path)),
    ...[...documents.values()].flatMap(({ findings }) => findings),
  ]
  const found = [
    ...read.map((finding) => withBothDays(finding, settings.language)),
    ...[...documents.values()].flatMap((document) =>
      withoutConflicts(
        [...ofText(document, settings), ...checkDocument(programme, document, day, active)],
        document,
      ),
    ),
    ...programme.assets
      .filter(({ path }) => includes(path))
      .flatMap((asset) => checkAsset(programme, asset, active)),
  ]
  const byPath = groupedBy(found, ({ path }) => path)
  const levelled = [...new Set([...documents.keys(), ...byPath.keys()])]
    .flatMap((path) => {
      const document = documents.get(path)
      const own = withoutEchoes(byPath.get(path) ?? [])
      return document === undefined ? own : withSwitches(document, own, isComplete)
    })
    .flatMap(withChosenLevels(programme))
  return (known ? levelled : withoutKnown(levelled, programme.baseline))
    .filter(({ rule }) => isAsked(rule))
    .sort(byPlace)
}

/** Findings of all rules that need only the text of a document. Cached per document. */
export const textFindings = memoize((document: Document, settings: Settings): readonly Finding[] =>
  lintText(document, settings),
)

function checkDocument(
  programme: Programme,
  document: Document,
  day: string,
  active: readonly Rule[],
): readonly Finding[] {
  const settings = settingsOf(programme.manifest)
  const found: Finding[] = []
  for (const rule of active)
    if (rule.loose !== 'only')
      rule.document?.({ ...contextOf(rule, document, settings, found), programme, day })
  if (active.includes(level))
    reportLintSettings(programme, document, reporter(level, document, found))
  return [...found, ...findingsAddedByAmendment(programme, document, active)]
}

function checkAsset(programme: Programme, asset: Asset, active: readonly Rule[]): Finding[] {
  const found: Finding[] = []
  for (const rule of active)
    rule.asset?.(asset, { programme, report: reporter(rule, asset, found) })
  return found
}

/** Removes each finding that a more exact finding at the same place explains. */
function withoutEchoes(findings: readonly Finding[]): readonly Finding[] {
  const homoglyphs = findings.filter(({ rule }) => rule === 'safety/homoglyph')
  const letters = findings.filter(({ rule }) => rule === 'safety/invisible').concat(homoglyphs)
  const errors = findings.filter(({ severity }) => severity === 'error')
  const disguised = new Set(homoglyphs.map(spanKey))
  const named = new Set(errors.filter(({ rule }) => rule.startsWith('reference/')).map(spanKey))
  const rewrites = errors
    .filter(({ rule }) => editScopeOf(rule) === 'tree')
    .flatMap(({ path, edits = [] }) =>
      edits.filter((edit) => edit.path === path && edit.end - edit.start > 1),
    )
  return findings.filter((finding) => {
    const { rule, message, edits = [] } = finding
    const span = spanOf(finding)
    // A letter of another alphabet makes the name unknown: only the letter is reported.
    if (rule.startsWith('reference/')) return !disguised.has(spanKey(finding))
    // The schema finding is only about the form of the name. The reference rule suggests a known
    // name.
    if (rule === 'structure/schema' && FORM_MESSAGES.has(message))
      return !named.has(spanKey(finding)) && !disguised.has(spanKey(finding))
    // An invisible character makes the key unknown: only the character is reported.
    if (message === 'unknownKeyNear') return !letters.some((one) => isInside(spanOf(one), span))
    return (
      editScopeOf(rule) === 'tree' ||
      !(edits.length > 0 ? edits : [span]).some((own) =>
        rewrites.some((rewrite) => isInside(own, rewrite)),
      )
    )
  })
}

const FORM_MESSAGES = new Set(['slugNear', 'form', 'curlyQuotes'])

function spanOf({ place: { start, end } }: Finding): Span {
  return { start: start.offset, end: end.offset }
}

function spanKey(finding: Finding) {
  const { start, end } = spanOf(finding)
  return `${start}:${end}`
}

function isInside(inner: Span, outer: Span) {
  return outer.start <= inner.start && inner.end <= outer.end
}

/**
 * Replaces the edit of an ambiguous English date by a message with its two readings: `03/04/2027`
 * is 4 March or 3 April.
 */
function withBothDays(finding: Finding, language: string): Finding {
  const { rule, message, data } = finding
  const isNear = rule === 'structure/schema' && (message === 'dayNear' || message === 'whenNear')
  const other = isNear && /^en\b/i.test(language) ? dayMonthFirst(String(data.value)) : ''
  if (other === '') return finding
  const { edits, ...rest } = finding
  return { ...rest, message: 'dayEither', data: { ...data, other } }
}

/** Removes the findings inside a merge conflict of git, except the finding on the conflict. */
function withoutConflicts(
  found: readonly Finding[],
  { text, findings }: Document,
): readonly Finding[] {
  const conflict = [...findings, ...found].find(({ rule }) => rule === 'structure/conflict')
  if (conflict === undefined) return found
  const { start, end } = spanOf(conflict)
  const closing = [...text.matchAll(/^>{7}(?:[ \t].*)?$/gm)].at(-1)
  const last = Math.max(end, closing?.index ?? 0)
  return found.filter(
    (one) => one === conflict || spanOf(one).end <= start || spanOf(one).start >= last,
  )
}

/** The messages of every rule, by rule id. */
export const lintMessages: Catalogue = Object.fromEntries(
  rules.map(({ id, messages }) => [id, messages]),
)
