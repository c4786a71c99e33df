import { memoize } from '@cahier/core'
import { lintLooseText } from '@cahier/lint'
import {
  CodeLensRefreshRequest,
  type Connection,
  type DocumentDiagnosticReport,
  type PreviousResultId,
  type WorkspaceDiagnosticReport,
} from 'vscode-languageserver'
import type { ClientSetting } from '../context.ts'
import { handleMessages, now } from '../in-slices.ts'
import { toDiagnostics } from '../protocol/to-lsp.ts'
import type { ProgrammeFolder } from '../workspace/programme-folder.ts'
import {
  type LooseBuffer,
  type ProgrammeFile,
  uriOf,
  type Workspace,
} from '../workspace/workspace.ts'
import type { CachedFindings } from './findings-cache.ts'
import { type FileFindings, liveFindings } from './live-findings.ts'

// Milliseconds without typing before other files are checked.
const REST = 150
// Milliseconds before scheduled work, by default.
const SOON = 1

export type Diagnostics = ReturnType<typeof diagnosticsOver>

/** Sends findings to the editor as diagnostics, or answers clients that pull (request) them. */
export function diagnosticsOver(
  connection: Connection,
  workspace: Workspace,
  setting: ClientSetting,
  day: (timezone: string) => string,
  cacheOf?: (root: string) => CachedFindings,
) {
  const findingsIn = memoize((folder: ProgrammeFolder) =>
    liveFindings(folder, day, (path) => send(folder, path), cacheOf?.(folder.root)),
  )
  /** Scheduled work: a programme, a URI, or `refresh`. */
  const due = new Set<unknown>()
  const refreshed = new WeakMap<ProgrammeFolder, number>()
  // A new session counts as typing: its requests come before the check of all files.
  let lastTyped = now()
  let lastTypedPath = ''
  return {
    typed,
    opened,
    closed,
    typedLoose,
    changed,
    drop,
    forget,
    findingsOn: ({ folder, path }: ProgrammeFile) => findingsIn(folder).on(path).findings,
    report,
    reportLoose,
    reportAll,
  }

  /** Handles a changed buffer: its file is checked first, after pending messages. */
  function typed({ folder, path }: ProgrammeFile) {
    lastTyped = now()
    lastTypedPath = path
    findingsIn(folder).sendAgain(path)
    changed(folder)
  }

  /**
   * Handles an opened file. The client may write the URI in another way: our URI then keeps no
   * diagnostics.
   */
  function opened(file: ProgrammeFile) {
    const ours = uriOf(file.folder, file.path)
    if (file.uri !== ours) forget(ours)
    typed(file)
  }

  /** Handles a closed file: the file on the disk is used again. */
  function closed({ folder, path, uri }: ProgrammeFile) {
    const live = findingsIn(folder)
    const isOurs = uri === uriOf(folder, path)
    if (!isOurs) live.sendAgain(path)
    if (!isOurs || !folder.has(path)) forget(uri)
    changed(folder)
  }

  /** Like `typed`, for a text in no programme. Clients that pull diagnostics need no message. */
  function typedLoose(uri: string) {
    if (setting.pullsDiagnostics) return
    soon(uri, () => {
      const page = workspace.looseAt(uri)
      if (page === null) return
      const diagnostics = onLoose(page)
      connection.sendDiagnostics({ uri, version: page.text.version, diagnostics })
    })
  }

  function changed(folder: ProgrammeFolder) {
    soon(folder, () => {
      check(folder).catch((error: unknown) =>
        connection.console.error((error as Error).stack ?? String(error)),
      )
    })
  }

  /** Clears the diagnostics of a removed programme. */
  function drop(folder: ProgrammeFolder) {
    for (const path of findingsIn(folder).pathsWithFindings()) forget(uriOf(folder, path))
  }

  function forget(uri: string) {
    if (!setting.pullsDiagnostics) connection.sendDiagnostics({ uri, diagnostics: [] })
  }

  function reportLoose(page: LooseBuffer, before: string | undefined): DocumentDiagnosticReport {
    return reportOf(page.id, before, () => onLoose(page))
  }

  /** Diagnostics that a client pulls. `before` is the id of the client’s last report. */
  function report(
    { folder, path }: ProgrammeFile,
    before: string | undefined,
  ): DocumentDiagnosticReport {
    const found = findingsIn(folder).on(path)
    return reportOf(found.id, before, () => diagnosticsOf(folder, found))
  }

  /** The pull reports of all files. */
  async function reportAll(
    before: readonly PreviousResultId[],
    isCancelled: () => boolean,
  ): Promise<WorkspaceDiagnosticReport> {
    const known = new Map(before.map(({ uri, value }) => [uri, value]))
    const items: WorkspaceDiagnosticReport['items'] = []
    for (const folder of workspace.folders) {
      const live = findingsIn(folder)
      for (const path of live.paths()) {
        const text = workspace.pageOf(folder, path)
        const { uri } = text
        const version = workspace.textAt(uri)?.version ?? null
        const item = { ...report({ folder, path, uri }, known.get(uri)), uri, version }
        items.push(item as WorkspaceDiagnosticReport['items'][number])
        known.delete(uri)
        await handleMessages()
        if (isCancelled()) return { items }
      }
    }
    // Clears the findings of files that no longer exist.
    for (const uri of known.keys()) items.push({ kind: 'full', uri, version: null, items: [] })
    return { items }
  }

  function send(folder: ProgrammeFolder, path: string) {
    if (setting.pullsDiagnostics) {
      // The client itself pulls the file that is being typed. One request is enough for all other
      // files.
      const refresh = () => connection.languages.diagnostics.refresh().catch(ignoreRefusal)
      if (path !== lastTypedPath) soon('refresh', refresh, REST)
      return
    }
    const found = findingsIn(folder).last(path)
    const text = workspace.pageOf(folder, path)
    const open = workspace.textAt(text.uri)
    connection.sendDiagnostics({
      uri: text.uri,
      ...(open !== undefined && { version: open.version }),
      diagnostics: found === null ? [] : diagnosticsOf(folder, found),
    })
  }

  function soon(key: unknown, work: () => unknown, delay = SOON) {
    if (due.has(key)) return
    due.add(key)
    setTimeout(() => {
      due.delete(key)
      work()
    }, delay)
  }

  function onLoose({ text, document, settings }: LooseBuffer) {
    return toDiagnostics(lintLooseText(document, { settings }), () => text, setting)
  }

  function diagnosticsOf(folder: ProgrammeFolder, { findings }: FileFindings) {
    return toDiagnostics(findings, (path) => workspace.pageOf(folder, path), setting)
  }

  async function check(folder: ProgrammeFolder) {
    if (!workspace.folders.includes(folder)) return
    const live = findingsIn(folder)
    const open = workspace.openIn(folder).map(({ path }) => path)
    await live.check(open.sort((a, b) => Number(b === lastTypedPath) - Number(a === lastTypedPath)))
    await live.checkAll((atLeast) => rest(Math.max(REST, atLeast)))
    // Lenses and hints of a file may depend on stances in another file.
    if (refreshed.get(folder) === folder.version) return
    refreshed.set(folder, folder.version)
    if (setting.refreshesLenses)
      connection.sendRequest(CodeLensRefreshRequest.type).catch(ignoreRefusal)
    if (setting.refreshesHints) connection.languages.inlayHint.refresh().catch(ignoreRefusal)
  }

  async function rest(wanted: number) {
    const left = () => lastTyped + wanted - now()
    while (left() > 0) await new Promise((resolve) => setTimeout(resolve, left()))
  }
}

// A client may refuse to refresh. It asks for diagnostics, lenses or hints later.
function ignoreRefusal() {}

function reportOf(
  id: string,
  before: string | undefined,
  diagnostics: () => ReturnType<typeof toDiagnostics>,
): DocumentDiagnosticReport {
  return id === before
    ? { kind: 'unchanged', resultId: id }
    : { kind: 'full', resultId: id, items: diagnostics() }
}
