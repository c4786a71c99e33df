import { deepEqual, equal, ok } from 'node:assert/strict'
import { renameSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { buildProgramme, type Programme, readFolder } from '@cahier/core'
import { lint } from '@cahier/lint'
import {
  CancellationTokenSource,
  type Diagnostic,
  type Position,
  type TextEdit,
  type WorkspaceEdit,
} from 'vscode-languageserver/node'
import { TextDocument } from 'vscode-languageserver-textdocument'
import type { SampleClient } from './sample-clients.ts'
import type { Files } from './sample-decided.ts'
import { SampleEditor } from './sample-editor.ts'

/** The day of the sample editor. */
export const DAY = '2025-03-01'

/**
 * An editor that knows what stands on its disk and in its windows, and holds the server to it: each
 * place that it is told of lies in the text, edits do not overlap, and nothing fails but what is
 * refused. Test material.
 */
export class ModelEditor {
  readonly #editor: SampleEditor
  readonly #client: SampleClient
  readonly #disk: Map<string, string>
  readonly #open = new Map<string, TextDocument>()
  readonly #untold = new Set<string>()

  constructor(client: SampleClient, files: Files) {
    this.#client = client
    this.#disk = new Map(Object.entries(files))
    this.#editor = new SampleEditor(files)
  }

  async start(): Promise<void> {
    const { root } = this.#editor
    const uri = pathToFileURL(root).href
    const { capabilities, opens } = this.#client
    const folders = { workspaceFolders: [{ uri, name: 'programme' }] }
    const place = {
      workspaceFolders: folders,
      rootUri: { rootUri: uri },
      rawUri: { rootUri: `file://${root}` },
      rootPath: { rootPath: root },
    }
    const none = { rootUri: null, rootPath: null, workspaceFolders: null }
    await this.#editor.start(capabilities, {
      ...none,
      ...(opens !== 'nothing' && place[opens]),
    })
    if (opens === 'nothing') await this.open('programme.yaml')
  }

  stop(): Promise<void> {
    return this.#editor.stop()
  }

  uri(path: string): string {
    return this.#editor.uri(path)
  }

  /** A file as it is typed, else as it was saved; an empty text where there is none. */
  text(path: string): TextDocument {
    return (
      this.#open.get(path) ?? TextDocument.create(this.uri(path), '', 0, this.#disk.get(path) ?? '')
    )
  }

  isOpen(path: string): boolean {
    return this.#open.has(path)
  }

  isThere(path: string): boolean {
    return this.#disk.has(path) || this.#open.has(path)
  }

  positionAt(path: string, offset: number): Position {
    return this.text(path).positionAt(offset)
  }

  /** The nearest offset between two signs. */
  between(path: string, offset: number): number {
    return this.text(path).offsetAt(this.positionAt(path, offset))
  }

  async open(path: string, text = this.text(path).getText()): Promise<void> {
    if (this.isOpen(path)) return
    const languageId = path.endsWith('.md') ? 'markdown' : 'yaml'
    this.#open.set(path, TextDocument.create(this.uri(path), languageId, 1, text))
    await this.#tell('textDocument/didOpen', {
      textDocument: { uri: this.uri(path), languageId, version: 1, text },
    })
  }

  async close(path: string): Promise<void> {
    if (this.#open.delete(path))
      await this.#tell('textDocument/didClose', { textDocument: { uri: this.uri(path) } })
  }

  async save(path: string): Promise<void> {
    if (!this.isOpen(path)) return
    this.write(path, this.text(path).getText())
    await this.#tell('textDocument/didSave', { textDocument: { uri: this.uri(path) } })
  }

  /**
   * Replaces stretches of an open text, each in the text that the one before it left. With `whole`,
   * the editor sends all of it.
   */
  async type(
    path: string,
    changes: readonly {
      readonly start: number
      readonly end: number
      readonly text: string
      readonly whole: boolean
    }[],
  ) {
    const text = this.text(path)
    const version = text.version + 1
    const contentChanges = changes.map(({ start, end, text: typed, whole }) => {
      const from = this.between(path, Math.min(start, text.getText().length))
      const to = Math.max(from, this.between(path, Math.min(end, text.getText().length)))
      const range = { start: this.positionAt(path, from), end: this.positionAt(path, to) }
      TextDocument.update(
        text,
        [{ text: text.getText().slice(0, from) + typed + text.getText().slice(to) }],
        version,
      )
      return whole ? { text: text.getText() } : { range, text: typed }
    })
    await this.#tell('textDocument/didChange', {
      textDocument: { uri: this.uri(path), version },
      contentChanges,
    })
  }

  /**
   * Somebody else writes to the disk, or with `null` removes a file; `lookAtDisk` tells the server.
   */
  write(path: string, text: string | null): void {
    if (text === null) this.#editor.remove(path)
    else this.#editor.save(path, text)
    if (text === null) this.#disk.delete(path)
    else this.#disk.set(path, text)
    this.#untold.add(path)
  }

  async lookAtDisk(): Promise<void> {
    const changes = [...this.#untold].map((path) => ({ uri: this.uri(path), type: 2 }))
    if (this.#client.capabilities.workspace?.didChangeWatchedFiles?.dynamicRegistration !== true)
      return this.#editor.touch()
    this.#untold.clear()
    await this.#tell('workspace/didChangeWatchedFiles', { changes })
  }

  /**
   * Asks, and holds every place of the answer to the texts. What is refused, or taken back, has the
   * answer `null`.
   */
  async ask<Answer>(
    method: string,
    path: string,
    more: object,
    isTakenBack = false,
  ): Promise<Answer | null> {
    const uri = this.uri(path)
    const source = new CancellationTokenSource()
    const context = this.#editor.connection.sendRequest<Answer>(
      method,
      { textDocument: { uri }, ...more },
      source.token,
    )
    if (isTakenBack) source.cancel()
    try {
      const answer = await context
      this.#hold(answer, uri)
      return answer
    } catch (error) {
      ok([-32803, -32800].includes((error as { readonly code: number }).code), String(error))
      return null
    }
  }

  /** What a text becomes by edits, which must not overlap. */
  edited(text: TextDocument, edits: readonly TextEdit[]): string {
    const plain = edits.map(({ range, newText }) => ({
      start: this.#offset(text, range.start),
      end: this.#offset(text, range.end),
      newText,
    }))
    const sorted = plain.toSorted((a, b) => a.start - b.start || a.end - b.end)
    for (const [rank, { start, end }] of sorted.entries()) {
      ok(start <= end && start >= (sorted[rank - 1]?.end ?? 0), 'edits overlap')
    }
    const range = ({ start, end }: (typeof plain)[number]) => ({
      start: text.positionAt(start),
      end: text.positionAt(end),
    })
    return TextDocument.applyEdits(
      text,
      plain.map((one) => ({ range: range(one), newText: one.newText })),
    )
  }

  async apply({ changes = {}, documentChanges = [] }: WorkspaceEdit): Promise<void> {
    for (const [uri, edits] of Object.entries(changes)) await this.#edit(this.#pathOf(uri), edits)
    for (const change of documentChanges) {
      if ('edits' in change) {
        const path = this.#pathOf(change.textDocument.uri)
        if (change.textDocument.version !== null)
          equal(change.textDocument.version, this.#open.get(path)?.version)
        await this.#edit(path, change.edits as TextEdit[])
      } else if (change.kind === 'rename')
        await this.#move(this.#pathOf(change.oldUri), this.#pathOf(change.newUri))
    }
    await this.lookAtDisk()
  }

  /** The programme as it is typed, read by somebody who begins. */
  get programme(): Programme {
    const { sources, assets, findings } = readFolder(this.#editor.root)
    const saved = sources.filter(({ path }) => !this.isOpen(path))
    const typed = [...this.#open].map(([path, text]) => ({ path, text: text.getText() }))
    return buildProgramme({
      sources: [...saved, ...typed],
      assets,
      findings: findings.filter(({ path }) => !this.isOpen(path)),
    })
  }

  /** Waits until what is said is what `lint` says of the same texts. */
  async settles(): Promise<void> {
    const right = lint(this.programme, { day: DAY }).map(({ path, rule, place: { start, end } }) =>
      said(path, rule, this.positionAt(path, start.offset), this.positionAt(path, end.offset)),
    )
    for (let tries = 0; ; tries++) {
      await this.lookAtDisk()
      const now = await this.#said()
      if (JSON.stringify(now) === JSON.stringify(right.sort())) return
      if (tries > 200) deepEqual(now, right)
      await new Promise((resolve) => setTimeout(resolve, 20))
    }
  }

  async #said(): Promise<readonly string[]> {
    const { textDocument, workspace } = this.#client.capabilities
    const isAsking =
      textDocument?.diagnostic !== undefined && workspace?.diagnostics?.refreshSupport === true
    type Items = {
      readonly items: readonly { readonly uri: string; readonly items?: readonly Diagnostic[] }[]
    }
    const all = isAsking
      ? (
          await this.#editor.connection.sendRequest<Items>('workspace/diagnostic', {
            previousResultIds: [],
          })
        ).items
      : [...this.#editor.shown.values()].map(({ uri, diagnostics }) => ({
          uri,
          items: diagnostics,
        }))
    return all
      .flatMap(({ uri, items = [] }) =>
        items.map(({ code, range }) =>
          said(this.#pathOf(uri), String(code), range.start, range.end),
        ),
      )
      .sort()
  }

  #tell(method: string, params: object): Promise<void> {
    return this.#editor.connection.sendNotification(method, params)
  }

  #pathOf(uri: string): string {
    return fileURLToPath(uri).slice(this.#editor.root.length + 1)
  }

  async #edit(path: string, edits: readonly TextEdit[]): Promise<void> {
    const text = this.edited(this.text(path), edits)
    if (this.isOpen(path))
      await this.type(path, [
        { start: 0, end: 0, text: '', whole: true },
        { start: 0, end: Number.MAX_SAFE_INTEGER, text, whole: true },
      ])
    else this.write(path, text)
  }

  async #move(from: string, to: string): Promise<void> {
    const moved = (path: string) =>
      path === from ? to : path.startsWith(`${from}/`) ? to + path.slice(from.length) : null
    const paths = [...new Set([...this.#disk.keys(), ...this.#open.keys()])].filter(
      (path) => moved(path) !== null,
    )
    if (paths.some((path) => this.#disk.has(path)))
      renameSync(join(this.#editor.root, from), join(this.#editor.root, to))
    for (const path of paths) {
      const target = moved(path) as string
      const [saved, typed] = [this.#disk.get(path), this.#open.get(path)?.getText()]
      if (this.#disk.delete(path)) this.#disk.set(target, saved as string)
      for (const one of [path, target]) this.#untold.add(one)
      await this.close(path)
      if (typed !== undefined) await this.open(target, typed)
    }
  }

  // A place of an answer stands in the text, between two signs.
  #offset(text: TextDocument, position: Position): number {
    const offset = text.offsetAt(position)
    deepEqual(text.positionAt(offset), position)
    return offset
  }

  #hold(answer: unknown, uri: string): void {
    if (Array.isArray(answer)) for (const one of answer) this.#hold(one, uri)
    if (typeof answer !== 'object' || answer === null || Array.isArray(answer)) return
    const its = answer as {
      readonly start?: Position
      readonly end?: Position
      readonly uri?: string
      readonly targetUri?: string
    }
    if (typeof its.start === 'object' && typeof its.end === 'object') {
      const text = this.text(this.#pathOf(uri))
      ok(this.#offset(text, its.start) <= this.#offset(text, its.end))
      return
    }
    for (const [key, value] of Object.entries(its)) {
      const about = key.startsWith('file:')
        ? key
        : key === 'originSelectionRange'
          ? uri
          : (its.targetUri ?? textUriIn(its) ?? its.uri ?? uri)
      if (key !== 'data') this.#hold(value, about)
    }
  }
}

function textUriIn(answer: object): string | undefined {
  return (answer as { readonly textDocument?: { readonly uri: string } }).textDocument?.uri
}

function said(path: string, rule: string, start: Position, end: Position): string {
  return `${path} ${start.line}:${start.character}-${end.line}:${end.character} ${rule}`
}
