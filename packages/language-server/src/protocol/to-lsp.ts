import {
  asSentence,
  type Edit,
  type Finding,
  type Place,
  sentenceOf,
  shownControls,
  typeset,
} from '@cahier/core'
import { groupedBy } from '@cahier/prose'
import {
  type CodeAction,
  CodeActionKind,
  type CodeActionParams,
  type Diagnostic,
  DiagnosticSeverity,
  LSPErrorCodes,
  ResponseError,
  type TextEdit,
  type WorkspaceEdit,
} from 'vscode-languageserver'
import type { TextDocument } from 'vscode-languageserver-textdocument'
import {
  type ClientSetting,
  type DocumentContext,
  type LspContext,
  spanOf,
  type Texts,
} from '../context.ts'
import {
  FIX_PREFIX,
  FIX_TITLES,
  type FixScope,
  fixAll,
  isInScope,
  type QuickFix,
  quickFixes,
} from '../features/code-actions.ts'
import { MOVES_NOTHING, type RenameRefusal, type Renaming } from '../rename/renaming.ts'
import { FIX_EVERYTHING, FIX_ON_SAVE } from './capabilities.ts'
import { othersSentence, shownFindings } from './shown-findings.ts'
import { rangeAt, spanAt } from './to-answers.ts'

/** The diagnostics of one file. When there are too many, the last one counts those left out. */
export function toDiagnostics(
  findings: readonly Finding[],
  texts: Texts,
  setting: ClientSetting,
): Diagnostic[] {
  const { shown, more } = shownFindings(findings)
  const diagnostics = shown.map((finding) => toDiagnostic(finding, texts, setting))
  if (more === 0) return diagnostics
  const top = { line: 0, character: 0 }
  const message = typeset(othersSentence(more, setting.language), setting.language)
  const severity = DiagnosticSeverity.Information
  return [...diagnostics, { range: { start: top, end: top }, severity, source: 'cahier', message }]
}

function toDiagnostic(finding: Finding, texts: Texts, setting: ClientSetting): Diagnostic {
  const range = (place: Place, text: TextDocument) => rangeAt(text, spanOf(place))
  const href = setting.pageOfRule(finding.rule)
  const sentence = sentenceOf(finding, setting.catalogue, setting.language)
  return {
    range: range(finding.place, texts(finding.path)),
    severity: SEVERITIES[finding.severity],
    source: 'cahier',
    code: finding.rule,
    ...(href !== undefined && { codeDescription: { href } }),
    message: shownControls(typeset(asSentence(sentence), setting.language)),
    ...(finding.related && {
      relatedInformation: finding.related.map(({ path, place }) => {
        const text = texts(path)
        return {
          location: { uri: text.uri, range: range(place, text) },
          message: RELATED[setting.language],
        }
      }),
    }),
  }
}

export function toTextEdits(edits: readonly Edit[], text: TextDocument): TextEdit[] {
  return edits.map((edit) => ({ range: rangeAt(text, edit), newText: edit.text }))
}

// One change for several files, so that one undo reverts it.
function toWorkspaceEdit(
  edits: readonly Edit[],
  { texts, setting: { supportsVersions } }: Omit<LspContext, 'text'>,
): WorkspaceEdit {
  const changed = [...groupedBy(edits, ({ path }) => path)].map(([path, its]) => {
    const { uri, version } = texts(path)
    return { textDocument: { uri, version: version || null }, edits: toTextEdits(its, texts(path)) }
  })
  return supportsVersions
    ? { documentChanges: changed }
    : { changes: Object.fromEntries(changed.map((one) => [one.textDocument.uri, one.edits])) }
}

/**
 * A renaming as one change: first the texts, under their old paths, then the files.
 * @throws {ResponseError} when the renaming is refused.
 */
export function toRenameEdit(
  renaming: Renaming | RenameRefusal,
  { texts, setting }: Omit<LspContext, 'text'>,
): WorkspaceEdit {
  const isHalf = 'moves' in renaming && renaming.moves.length > 0 && !setting.movesFiles
  const plan = isHalf ? MOVES_NOTHING : renaming
  if ('refused' in plan) {
    const sentence = typeset(asSentence(plan.refused[setting.language]), setting.language)
    throw new ResponseError(LSPErrorCodes.RequestFailed, sentence)
  }
  const { edits, moves } = plan
  const changed = toWorkspaceEdit(edits, {
    texts,
    setting: { ...setting, supportsVersions: setting.supportsVersions || moves.length > 0 },
  })
  if (moves.length === 0) return changed
  const moved = moves.map(({ from, to }) => ({
    kind: 'rename' as const,
    oldUri: texts(from).uri,
    newUri: texts(to).uri,
  }))
  return { documentChanges: [...(changed.documentChanges ?? []), ...moved] }
}

/**
 * The code actions that a client asks for: fixes of findings in a range, and of the whole document.
 */
export function toCodeActions(
  context: DocumentContext,
  findings: readonly Finding[],
  { range, context: { only } }: CodeActionParams,
  lsp: LspContext,
): CodeAction[] {
  const wants = (kind: string) =>
    only === undefined || only.some((one) => kind === one || kind.startsWith(`${one}.`))
  const single = wants(CodeActionKind.QuickFix)
    ? quickFixes(context, findings, spanAt(lsp.text, range)).map((one) => toQuickFix(one, lsp))
    : []
  const whole = (kind: string, part: FixScope): CodeAction[] => {
    const fixes = findings.filter(({ edits = [] }) => edits.length > 0)
    if (!wants(kind) || !fixes.some((one) => isInScope(part, one))) return []
    // The edit takes a while, so it is computed when the action is chosen.
    const title = FIX_TITLES[part][lsp.setting.language]
    if (only === undefined && lsp.setting.resolvesEdits)
      return [{ title, kind, data: { uri: lsp.text.uri } }]
    const edits = fixAll(context, part)
    return edits.length === 0 ? [] : [{ title, kind, edit: toWorkspaceEdit(edits, lsp) }]
  }
  return [
    ...single,
    ...whole(FIX_EVERYTHING, 'everything'),
    // A menu of all actions does not offer `FIX_ON_SAVE`. A client that fixes on save names the
    // kinds it wants.
    ...(only === undefined ? [] : whole(FIX_ON_SAVE, 'typography')),
  ]
}

/** The action that fixes everything, with its edits. */
export function toFixAll(
  context: DocumentContext,
  action: CodeAction,
  lsp: LspContext,
): CodeAction {
  return { ...action, edit: toWorkspaceEdit(fixAll(context, 'everything'), lsp) }
}

function toQuickFix({ title, finding, edits, isSure }: QuickFix, lsp: LspContext): CodeAction {
  const diagnostic = toDiagnostic(finding, lsp.texts, lsp.setting)
  return {
    title: title || `${FIX_PREFIX[lsp.setting.language]} ${diagnostic.message}`,
    kind: CodeActionKind.QuickFix,
    diagnostics: [diagnostic],
    isPreferred: isSure,
    edit: toWorkspaceEdit(edits, lsp),
  }
}

const SEVERITIES = {
  error: DiagnosticSeverity.Error,
  warning: DiagnosticSeverity.Warning,
  info: DiagnosticSeverity.Information,
} as const

const RELATED = { fr: 'Voir aussi ici.', en: 'See also here.' }
