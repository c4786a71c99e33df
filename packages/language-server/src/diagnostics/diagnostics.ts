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
import type { Client } from '../protocol/client.ts'
import { toDiagnostics } from '../protocol/to-lsp.ts'
import { now, turn } from '../server/in-slices.ts'
import type { ProgrammeFolder } from '../workspace/programme-folder.ts'
import {
  type LooseBuffer,
  type ProgrammeFile,
  uriOf,
  type Workspace,
} from '../workspace/workspace.ts'
import type { CachedFindings } from './findings-cache.ts'
import { type FileFindings, LiveFindings } from './live-findings.ts'

/** Milliseconds without typing before the other files are checked. */
const REST = 150
/** Milliseconds in which changes are grouped. */
const SOON = 1

/**
 * Sends diagnostics: pushes them, or answers clients that pull. A class because it follows every
 * programme as it changes.
 */
export class Diagnostics {
  readonly #connection: Connection
  readonly #workspace: Workspace
  readonly #client: Client
  readonly #setting: ClientSetting
  readonly #day: (timezone: string) => string
  readonly #memoryOf: ((root: string) => CachedFindings) | undefined
  readonly #live = new Map<ProgrammeFolder, LiveFindings>()
  readonly #due = new Set<ProgrammeFolder>()
  readonly #refreshed = new WeakMap<ProgrammeFolder, number>()
  // A new session counts as typing: its first requests come before the other files.
  #lastTyped = now()
  #typedLast = ''
  readonly #looseDue = new Set<string>()
  #isAskedAgain = false

  constructor(
    connection: Connection,
    workspace: Workspace,
    client: Client,
    setting: ClientSetting,
    day: (timezone: string) => string,
    memoryOf?: (root: string) => CachedFindings,
  ) {
    this.#connection = connection
    this.#workspace = workspace
    this.#client = client
    this.#setting = setting
    this.#day = day
    this.#memoryOf = memoryOf
  }

  /** A buffer changed: its file is checked first, after pending messages. */
  typed({ folder, path }: ProgrammeFile): void {
    this.#lastTyped = now()
    this.#typedLast = path
    this.#of(folder).stir(path)
    this.changed(folder)
  }

  /**
   * A file was opened, perhaps under another URI than ours (percent-encoded): diagnostics are then
   * shown under that one only.
   */
  opened(file: ProgrammeFile): void {
    const ours = uriOf(file.folder, file.path)
    if (file.uri !== ours) this.forget(ours)
    this.typed(file)
  }

  /** A file was closed: its content is that of the disk again. */
  closed({ folder, path, uri }: ProgrammeFile): void {
    const live = this.#of(folder)
    const isOurs = uri === uriOf(folder, path)
    if (!isOurs) live.stir(path)
    if (!isOurs || !folder.has(path)) this.forget(uri)
    this.changed(folder)
  }

  /** As `typed`, for a text outside any programme. Clients that pull ask by themselves. */
  typedLoose(uri: string): void {
    if (this.#client.asks || this.#looseDue.has(uri)) return
    this.#looseDue.add(uri)
    setTimeout(() => {
      this.#looseDue.delete(uri)
      const page = this.#workspace.looseAt(uri)
      if (page !== null)
        this.#connection.sendDiagnostics({
          uri,
          version: page.text.version,
          diagnostics: this.#onLoose(page),
        })
    }, SOON)
  }

  /** Something of a programme has changed. */
  changed(folder: ProgrammeFolder): void {
    if (this.#due.has(folder)) return
    this.#due.add(folder)
    setTimeout(() => {
      this.#due.delete(folder)
      this.#look(folder).catch((error: unknown) =>
        this.#connection.console.error((error as Error).stack ?? String(error)),
      )
    }, SOON)
  }

  /** A programme was removed from the workspace: its diagnostics are cleared. */
  drop(folder: ProgrammeFolder): void {
    const live = this.#live.get(folder)
    this.#live.delete(folder)
    if (live === undefined || this.#client.asks) return
    for (const path of live.spoken)
      this.#connection.sendDiagnostics({ uri: uriOf(folder, path), diagnostics: [] })
  }

  /** Clears the diagnostics of a URI. */
  forget(uri: string): void {
    if (!this.#client.asks) this.#connection.sendDiagnostics({ uri, diagnostics: [] })
  }

  /** The current findings of a file. */
  findingsOn({ folder, path }: ProgrammeFile): readonly Finding[] {
    return this.#of(folder).on(path).findings
  }

  /** The pull report of a loose text. */
  reportLoose(page: LooseBuffer, before: string | undefined): DocumentDiagnosticReport {
    if (page.id === before) return { kind: 'unchanged', resultId: page.id }
    return { kind: 'full', resultId: page.id, items: this.#onLoose(page) }
  }

  /** The pull report of a file. */
  report({ folder, path }: ProgrammeFile, before: string | undefined): DocumentDiagnosticReport {
    const said = this.#of(folder).on(path)
    if (said.id === before) return { kind: 'unchanged', resultId: said.id }
    return { kind: 'full', resultId: said.id, items: this.#diagnosticsOf(folder, said) }
  }

  /** The pull reports of all files, except those that the client already knows to be clean. */
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
    // Files that had findings and no longer exist.
    for (const uri of known.keys()) items.push({ kind: 'full', uri, version: null, items: [] })
    return { items }
  }

  #of(folder: ProgrammeFolder): LiveFindings {
    const known = this.#live.get(folder)
    if (known !== undefined) return known
    const live = new LiveFindings(
      folder,
      this.#day,
      (path) => this.#say(folder, path),
      this.#memoryOf?.(folder.root),
    )
    this.#live.set(folder, live)
    return live
  }

  #say(folder: ProgrammeFolder, path: string): void {
    if (this.#client.asks) {
      // The client pulls the file being typed by itself.
      if (path !== this.#typedLast) this.#askAgain()
      return
    }
    const said = this.#of(folder).last(path)
    const text = this.#workspace.pageOf(folder, path)
    const open = this.#workspace.textAt(text.uri)
    this.#connection.sendDiagnostics({
      uri: text.uri,
      ...(open !== undefined && { version: open.version }),
      diagnostics: said === null ? [] : this.#diagnosticsOf(folder, said),
    })
  }

  // One file may change the findings of many: one refresh request is sent.
  #askAgain(): void {
    if (this.#isAskedAgain) return
    this.#isAskedAgain = true
    setTimeout(() => {
      this.#isAskedAgain = false
      this.#connection.languages.diagnostics.refresh().catch(ignoreRefusal)
    }, REST)
  }

  #onLoose({ text, document, settings }: LooseBuffer) {
    return toDiagnostics(lintLooseText(document, { settings }), () => text, this.#setting)
  }

  #diagnosticsOf(folder: ProgrammeFolder, { findings }: FileFindings) {
    return toDiagnostics(findings, (path) => this.#workspace.pageOf(folder, path), this.#setting)
  }

  async #look(folder: ProgrammeFolder): Promise<void> {
    if (!this.#workspace.folders.includes(folder)) return
    const live = this.#of(folder)
    const open = this.#workspace.openIn(folder).map(({ path }) => path)
    await live.look(
      open.sort((a, b) => Number(b === this.#typedLast) - Number(a === this.#typedLast)),
    )
    await live.settle((atLeast) => this.#rest(Math.max(REST, atLeast)))
    this.#refreshOthers(folder)
  }

  // A stance in one file changes the lens above the proposal in another.
  #refreshOthers(folder: ProgrammeFolder): void {
    if (this.#refreshed.get(folder) === folder.version) return
    this.#refreshed.set(folder, folder.version)
    const { languages } = this.#connection
    if (this.#client.refreshesLenses)
      this.#connection.sendRequest(CodeLensRefreshRequest.type).catch(ignoreRefusal)
    if (this.#client.refreshesHints) languages.inlayHint.refresh().catch(ignoreRefusal)
  }

  async #rest(wanted: number): Promise<void> {
    for (;;) {
      const left = wanted - (now() - this.#lastTyped)
      if (left <= 0) return
      await new Promise((resolve) => setTimeout(resolve, left))
    }
  }
}

/** A client that rejects a refresh request pulls later: nothing is lost. */
function ignoreRefusal(): void {}
