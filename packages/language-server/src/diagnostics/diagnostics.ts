import type { Finding } from '@cahier/core'
import { lintLooseText } from '@cahier/lint'
import {
  CodeLensRefreshRequest,
  type Connection,
  type DocumentDiagnosticReport,
  type PreviousResultId,
  type WorkspaceDiagnosticReport,
} from 'vscode-languageserver'
import type { ClientSetting } from '../context.ts'
import { now, turn } from '../in-slices.ts'
import { toDiagnostics } from '../protocol/to-lsp.ts'
import type { ProgrammeFolder } from '../workspace/programme-folder.ts'
import {
  type LooseBuffer,
  type ProgrammeFile,
  uriOf,
  type Workspace,
} from '../workspace/workspace.ts'
import type { CachedFindings } from './findings-cache.ts'
import { type FileFindings, LiveFindings } from './live-findings.ts'

// Milliseconds without typing before other files are checked.
const REST = 150
const SOON = 1

/** Sends findings to the editor as diagnostics, or answers clients that pull (request) them. */
export class Diagnostics {
  readonly #connection: Connection
  readonly #workspace: Workspace
  readonly #setting: ClientSetting
  readonly #day: (timezone: string) => string
  readonly #cacheOf: ((root: string) => CachedFindings) | undefined
  readonly #live = new Map<ProgrammeFolder, LiveFindings>()
  /** Scheduled work: a programme, a URI, or `refresh`. */
  readonly #due = new Set<unknown>()
  readonly #refreshed = new WeakMap<ProgrammeFolder, number>()
  // A new session counts as typing: its requests come before the check of all files.
  #lastTyped = now()
  #lastTypedPath = ''

  constructor(
    connection: Connection,
    workspace: Workspace,
    setting: ClientSetting,
    day: (timezone: string) => string,
    cacheOf?: (root: string) => CachedFindings,
  ) {
    this.#connection = connection
    this.#workspace = workspace
    this.#setting = setting
    this.#day = day
    this.#cacheOf = cacheOf
  }

  /** Handles a changed buffer: its file is checked first, after pending messages. */
  typed({ folder, path }: ProgrammeFile): void {
    this.#lastTyped = now()
    this.#lastTypedPath = path
    this.#of(folder).sendAgain(path)
    this.changed(folder)
  }

  /**
   * Handles an opened file. When its URI differs from ours by percent-encoding, only that URI has
   * diagnostics.
   */
  opened(file: ProgrammeFile): void {
    const ours = uriOf(file.folder, file.path)
    if (file.uri !== ours) this.forget(ours)
    this.typed(file)
  }

  /** Handles a closed file: the file on the disk is used again. */
  closed({ folder, path, uri }: ProgrammeFile): void {
    const live = this.#of(folder)
    const isOurs = uri === uriOf(folder, path)
    if (!isOurs) live.sendAgain(path)
    if (!isOurs || !folder.has(path)) this.forget(uri)
    this.changed(folder)
  }

  /** Like `typed`, for a text in no programme. Clients that pull ask by themselves. */
  typedLoose(uri: string): void {
    if (this.#setting.pullsDiagnostics) return
    this.#soon(uri, () => {
      const page = this.#workspace.looseAt(uri)
      if (page === null) return
      const diagnostics = this.#onLoose(page)
      this.#connection.sendDiagnostics({ uri, version: page.text.version, diagnostics })
    })
  }

  changed(folder: ProgrammeFolder): void {
    this.#soon(folder, () => {
      this.#check(folder).catch((error: unknown) =>
        this.#connection.console.error((error as Error).stack ?? String(error)),
      )
    })
  }

  /** Clears the diagnostics of a removed programme. */
  drop(folder: ProgrammeFolder): void {
    const live = this.#live.get(folder)
    this.#live.delete(folder)
    if (live === undefined || this.#setting.pullsDiagnostics) return
    for (const path of live.pathsWithFindings)
      this.#connection.sendDiagnostics({ uri: uriOf(folder, path), diagnostics: [] })
  }

  forget(uri: string): void {
    if (!this.#setting.pullsDiagnostics) this.#connection.sendDiagnostics({ uri, diagnostics: [] })
  }

  findingsOn({ folder, path }: ProgrammeFile): readonly Finding[] {
    return this.#of(folder).on(path).findings
  }

  reportLoose(page: LooseBuffer, before: string | undefined): DocumentDiagnosticReport {
    return reportOf(page.id, before, () => this.#onLoose(page))
  }

  /** The answer to a pull request. `before` is the id of the client’s last report. */
  report({ folder, path }: ProgrammeFile, before: string | undefined): DocumentDiagnosticReport {
    const found = this.#of(folder).on(path)
    return reportOf(found.id, before, () => this.#diagnosticsOf(folder, found))
  }

  /** The pull reports of all files; `unchanged` for those that the client has. */
  async reportAll(
    before: readonly PreviousResultId[],
    isCancelled: () => boolean,
  ): Promise<WorkspaceDiagnosticReport> {
    const known = new Map(before.map(({ uri, value }) => [uri, value]))
    const items: WorkspaceDiagnosticReport['items'] = []
    for (const folder of this.#workspace.folders) {
      const live = this.#of(folder)
      for (const path of live.paths) {
        const text = this.#workspace.pageOf(folder, path)
        const report = this.report({ folder, path, uri: text.uri }, known.get(text.uri))
        known.delete(text.uri)
        const version = this.#workspace.textAt(text.uri)?.version ?? null
        items.push({
          ...report,
          uri: text.uri,
          version,
        } as WorkspaceDiagnosticReport['items'][number])
        await turn()
        if (isCancelled()) return { items }
      }
    }
    // Clears the findings of files that no longer exist.
    for (const uri of known.keys()) items.push({ kind: 'full', uri, version: null, items: [] })
    return { items }
  }

  #of(folder: ProgrammeFolder): LiveFindings {
    const known = this.#live.get(folder)
    if (known !== undefined) return known
    const live = new LiveFindings(
      folder,
      this.#day,
      (path) => this.#send(folder, path),
      this.#cacheOf?.(folder.root),
    )
    this.#live.set(folder, live)
    return live
  }

  #send(folder: ProgrammeFolder, path: string): void {
    if (this.#setting.pullsDiagnostics) {
      // The client itself pulls the file being typed.
      if (path !== this.#lastTypedPath) this.#requestRefresh()
      return
    }
    const found = this.#of(folder).last(path)
    const text = this.#workspace.pageOf(folder, path)
    const open = this.#workspace.textAt(text.uri)
    this.#connection.sendDiagnostics({
      uri: text.uri,
      ...(open !== undefined && { version: open.version }),
      diagnostics: found === null ? [] : this.#diagnosticsOf(folder, found),
    })
  }

  // Sends one refresh request: one file may change the findings of many.
  #requestRefresh(): void {
    const refresh = () => this.#connection.languages.diagnostics.refresh().catch(ignoreRefusal)
    this.#soon('refresh', refresh, REST)
  }

  #soon(key: unknown, work: () => unknown, delay = SOON): void {
    if (this.#due.has(key)) return
    this.#due.add(key)
    setTimeout(() => {
      this.#due.delete(key)
      work()
    }, delay)
  }

  #onLoose({ text, document, settings }: LooseBuffer) {
    return toDiagnostics(lintLooseText(document, { settings }), () => text, this.#setting)
  }

  #diagnosticsOf(folder: ProgrammeFolder, { findings }: FileFindings) {
    return toDiagnostics(findings, (path) => this.#workspace.pageOf(folder, path), this.#setting)
  }

  async #check(folder: ProgrammeFolder): Promise<void> {
    if (!this.#workspace.folders.includes(folder)) return
    const live = this.#of(folder)
    const open = this.#workspace.openIn(folder).map(({ path }) => path)
    await live.check(
      open.sort((a, b) => Number(b === this.#lastTypedPath) - Number(a === this.#lastTypedPath)),
    )
    await live.checkAll((atLeast) => this.#rest(Math.max(REST, atLeast)))
    this.#refreshOthers(folder)
  }

  // Lenses and hints of a file may depend on stances in another file.
  #refreshOthers(folder: ProgrammeFolder): void {
    if (this.#refreshed.get(folder) === folder.version) return
    this.#refreshed.set(folder, folder.version)
    const { languages } = this.#connection
    if (this.#setting.refreshesLenses)
      this.#connection.sendRequest(CodeLensRefreshRequest.type).catch(ignoreRefusal)
    if (this.#setting.refreshesHints) languages.inlayHint.refresh().catch(ignoreRefusal)
  }

  async #rest(wanted: number): Promise<void> {
    for (;;) {
      const left = wanted - (now() - this.#lastTyped)
      if (left <= 0) return
      await new Promise((resolve) => setTimeout(resolve, left))
    }
  }
}

// A client that refuses to refresh pulls later.
function ignoreRefusal(): void {}

function reportOf(
  id: string,
  before: string | undefined,
  diagnostics: () => ReturnType<typeof toDiagnostics>,
): DocumentDiagnosticReport {
  return id === before
    ? { kind: 'unchanged', resultId: id }
    : { kind: 'full', resultId: id, items: diagnostics() }
}
