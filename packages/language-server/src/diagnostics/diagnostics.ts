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
  type LooseText,
  type ProgrammeFile,
  uriOf,
  type Workspace,
} from '../workspace/workspace.ts'
import type { FindingsCache } from './findings-cache.ts'
import { type FileFindings, LiveFindings } from './live-findings.ts'

/** Milliseconds that the hands must rest before the other files are looked at. */
const REST = 150
/** Milliseconds in which changes that come together are taken together. */
const SOON = 1

/**
 * Says what is wrong where: pushed to the editors that wait for it, given to those that ask. A
 * class because it follows every programme as it changes.
 */
export class Diagnostics {
  readonly #connection: Connection
  readonly #workspace: Workspace
  readonly #client: Client
  readonly #setting: ClientSetting
  readonly #day: (timezone: string) => string
  readonly #memoryOf: ((root: string) => FindingsCache) | undefined
  readonly #live = new Map<ProgrammeFolder, LiveFindings>()
  readonly #due = new Set<ProgrammeFolder>()
  readonly #refreshed = new WeakMap<ProgrammeFolder, number>()
  // Whoever has just begun has more to ask: the other files wait for that as they do for what is
  // typed.
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
    memoryOf?: (root: string) => FindingsCache,
  ) {
    this.#connection = connection
    this.#workspace = workspace
    this.#client = client
    this.#setting = setting
    this.#day = day
    this.#memoryOf = memoryOf
  }

  /** A text has changed: it is looked at first, once what else came in has been heard. */
  typed({ folder, path }: ProgrammeFile): void {
    this.#lastTyped = now()
    this.#typedLast = path
    this.#of(folder).stir(path)
    this.changed(folder)
  }

  /**
   * A file of a programme was opened, perhaps under another address than ours, as where letters are
   * written in percents: it is shown there alone.
   */
  opened(file: ProgrammeFile): void {
    const ours = uriOf(file.folder, file.path)
    if (file.uri !== ours) this.forget(ours)
    this.typed(file)
  }

  /** A file of a programme was closed: the disk says again what it holds. */
  closed({ folder, path, uri }: ProgrammeFile): void {
    const live = this.#of(folder)
    const isOurs = uri === uriOf(folder, path)
    if (!isOurs) live.stir(path)
    if (!isOurs || !folder.has(path)) this.forget(uri)
    this.changed(folder)
  }

  /** As `typed`, for a text of no programme. Who asks for diagnostics does so by itself. */
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

  /** A programme is no longer before the editor: nothing is said of it any more. */
  drop(folder: ProgrammeFolder): void {
    const live = this.#live.get(folder)
    this.#live.delete(folder)
    if (live === undefined || this.#client.asks) return
    for (const path of live.spoken)
      this.#connection.sendDiagnostics({ uri: uriOf(folder, path), diagnostics: [] })
  }

  /** A file was closed that belongs to no programme, or is there no more. */
  forget(uri: string): void {
    if (!this.#client.asks) this.#connection.sendDiagnostics({ uri, diagnostics: [] })
  }

  /** What there is to say of one file as it stands. */
  findingsOn({ folder, path }: ProgrammeFile): readonly Finding[] {
    return this.#of(folder).on(path).findings
  }

  /** What an editor that asks is told of a text of no programme. */
  reportLoose(page: LooseText, before: string | undefined): DocumentDiagnosticReport {
    if (page.id === before) return { kind: 'unchanged', resultId: page.id }
    return { kind: 'full', resultId: page.id, items: this.#onLoose(page) }
  }

  /** What an editor that asks is told of one file. */
  report({ folder, path }: ProgrammeFile, before: string | undefined): DocumentDiagnosticReport {
    const said = this.#of(folder).on(path)
    if (said.id === before) return { kind: 'unchanged', resultId: said.id }
    return { kind: 'full', resultId: said.id, items: this.#diagnosticsOf(folder, said) }
  }

  /**
   * What an editor that asks is told of all files, those left out of which it knows that there is
   * nothing to say.
   */
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
    // Files that were spoken of and are gone.
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
      // What is being typed is asked about anyway.
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

  // One file may change what is said of many: the editor is asked to look again once.
  #askAgain(): void {
    if (this.#isAskedAgain) return
    this.#isAskedAgain = true
    setTimeout(() => {
      this.#isAskedAgain = false
      this.#connection.languages.diagnostics.refresh().catch(ignoreRefusal)
    }, REST)
  }

  #onLoose({ text, document, settings }: LooseText) {
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

  // A stance typed in one file is told above the proposal in another.
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

/** An editor that refuses to ask again, or is leaving, asks when it wants to: nothing is lost. */
function ignoreRefusal(): void {}
