import { type Asset, type Document, type Finding, lineStartsOf, type Programme, placeAt, type Severity } from '@cahier/core'
import { changeableSpan, sourceSpan } from '@cahier/prose'
import type { Nodes } from 'mdast'
import { passagesIn } from './passages-in.ts'
import type { Report, Rule, RuleContext, TextContext } from './rule.ts'
import { rules } from './rules/index.ts'
import { type Settings, settingsOf } from './settings.ts'

/** Which part of a programme to look at. */
export interface LintScope {
  /** Only files for which this holds. */
  readonly includes?: (path: string) => boolean
  /** Only this rule. */
  readonly rule?: string
  /** The day that counts, `YYYY-MM-DD`; the publication's when none is given. */
  readonly day?: string
}

/** All findings of a programme, or of the files asked for, sorted by path and place. */
export function lint(programme: Programme, scope: LintScope = {}): readonly Finding[] {
  const includes = scope.includes ?? (() => true)
  const day = scope.day ?? programme.manifest.publication.date
  const active = rules.filter(({ id }) => scope.rule === undefined || id === scope.rule)
  const documents = programme.documents.filter(({ path }) => includes(path))
  const read = [...programme.folderFindings.filter(({ path }) => includes(path)), ...documents.flatMap(({ findings }) => findings)]
  const found = [
    ...documents.flatMap((document) => checkDocument(programme, document, day, active)),
    ...programme.assets.filter(({ path }) => includes(path)).flatMap((asset) => checkAsset(programme, asset, day, active)),
  ]
  const said = [
    ...withoutEchoes(
      read.filter(({ rule }) => active.some(({ id }) => id === rule)),
      found,
    ),
    ...found,
  ]
  return said.flatMap((finding) => levelled(finding, programme)).sort(byPlace)
}

/** What the rules on the text alone say of one document, at their own levels: it depends on nothing but the text and the settings. */
export function lintText(document: Document, settings: Settings, active: readonly Rule[] = rules): readonly Finding[] {
  const speaking = active.filter(({ text, passage }) => text !== undefined || passage !== undefined)
  if (document.body === null || speaking.length === 0) return []
  const found: Finding[] = []
  const passages = passagesIn(document, settings)
  for (const rule of speaking) {
    const report = reporter(rule, document.path, found)
    const context: TextContext = { document, settings, passages, report, remark: remarker(document, report) }
    rule.text?.(context)
    if (rule.passage !== undefined) for (const passage of passages) rule.passage(passage, context)
  }
  return found
}

function remarker(document: Document, report: Report): TextContext['remark'] {
  const lineStarts = lineStartsOf(document.text)
  return (passage, from, to, message, data, { text, severity, related } = {}) => {
    const span = text === undefined ? null : changeableSpan(passage, from, to)
    const shown = sourceSpan(passage, from, to)
    const edits = span === null ? [] : [{ path: document.path, ...span, text: text ?? '' }]
    report(message, placeAt(lineStarts, shown.start, shown.end), data, {
      ...(severity && { severity }),
      ...(edits.length > 0 && { edits }),
      ...(related && { related }),
    })
  }
}

function checkDocument(programme: Programme, document: Document, day: string, active: readonly Rule[]): Finding[] {
  const found: Finding[] = [...lintText(document, settingsOf(programme.manifest), active)]
  const contexts = active.map((rule) => ({ rule, context: { programme, document, day, report: reporter(rule, document.path, found) } }))
  for (const { rule, context } of contexts) rule.document?.(context)
  const visitors = contexts.filter(({ rule }) => rule.nodes !== undefined)
  if (document.body !== null && visitors.length > 0) walk(document.body.tree)
  return found

  function walk(node: Nodes): void {
    for (const { rule, context } of visitors)
      (rule.nodes?.[node.type] as ((node: Nodes, context: RuleContext) => void) | undefined)?.(node, context)
    if ('children' in node) for (const child of node.children) walk(child)
  }
}

function checkAsset(programme: Programme, asset: Asset, day: string, active: readonly Rule[]): Finding[] {
  const found: Finding[] = []
  for (const rule of active) rule.asset?.(asset, { programme, day, report: reporter(rule, asset.path, found) })
  return found
}

function reporter(rule: Rule, path: string, found: Finding[]): Report {
  return (message, place, data = {}, { severity = rule.severity, edits, related } = {}) => {
    found.push({ rule: rule.id, severity, message, data, path, place, ...(edits && { edits }), ...(related && { related }) })
  }
}

// The schema only knows what an id looks like: where a rule knows which ids there are, it says it better, and alone.
function withoutEchoes(read: readonly Finding[], found: readonly Finding[]): readonly Finding[] {
  const key = ({ path, place }: Finding) => `${path}:${place.start.offset}:${place.end.offset}`
  const known = new Set(found.filter(({ rule }) => rule.startsWith('reference/')).map(key))
  return read.filter((finding) => !((finding.message === 'slugNear' || finding.message === 'form') && known.has(key(finding))))
}

// The manifest sets levels, but a finding that a rule made milder on purpose is never raised by it.
function levelled(finding: Finding, programme: Programme): readonly Finding[] {
  const level = programme.manifest.lint[finding.rule]
  const rule = rules.find(({ id }) => id === finding.rule)
  if (level === undefined || rule === undefined || rule.fixed) return [finding]
  if (level === 'off') return []
  return [{ ...finding, severity: milder(level, finding.severity === rule.severity ? level : finding.severity) }]
}

const ORDER: readonly Severity[] = ['error', 'warning', 'info']

function milder(a: Severity, b: Severity): Severity {
  return ORDER.indexOf(a) > ORDER.indexOf(b) ? a : b
}

function byPlace(a: Finding, b: Finding): number {
  if (a.path !== b.path) return a.path < b.path ? -1 : 1
  return a.place.start.offset - b.place.start.offset || (a.rule < b.rule ? -1 : a.rule > b.rule ? 1 : 0)
}
