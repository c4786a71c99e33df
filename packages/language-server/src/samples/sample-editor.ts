import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { PassThrough } from 'node:stream'
import { pathToFileURL } from 'node:url'
import type {
  Diagnostic,
  InitializeParams,
  InitializeResult,
  ProtocolConnection,
  PublishDiagnosticsParams,
  Range,
} from 'vscode-languageserver'
import {
  createProtocolConnection,
  StreamMessageReader,
  StreamMessageWriter,
} from 'vscode-languageserver/node'
import { startServer } from '../server/start-server.ts'
import { sampleProgramme } from './sample-programme.ts'

/** What the server may ask of an editor. */
const ASKED = [
  'client/registerCapability',
  'workspace/diagnostic/refresh',
  'workspace/codeLens/refresh',
  'workspace/inlayHint/refresh',
]

/**
 * An editor for tests: a folder of its own, a server in this process, and what an editor would hear
 * from it.
 */
export class SampleEditor {
  readonly root: string
  readonly connection: ProtocolConnection
  /** The last diagnostics of each address. */
  readonly shown = new Map<string, PublishDiagnosticsParams>()
  /** Why the server said it would leave. */
  readonly left: number[] = []
  /** What a watcher of the disk would call; nothing when the editor itself watches. */
  touch: () => void = () => {}
  /** Whether the system lets the folder be watched. */
  canBeWatched = true
  /** Methods that the server asked of the editor. */
  readonly heard: string[] = []
  #versions = new Map<string, number>()
  #texts = new Map<string, string>()
  #waiting: (() => void)[] = []
  readonly #toServer = new PassThrough()

  constructor(files: Readonly<Record<string, string>> = sampleProgramme) {
    this.root = realpathSync(mkdtempSync(join(tmpdir(), 'cahier-editor-')))
    for (const [path, text] of Object.entries(files)) this.save(path, text)
    const toEditor = new PassThrough()
    startServer({
      input: this.#toServer,
      output: toEditor,
      exit: (code) => void this.left.push(code),
      day: () => '2025-03-01',
      language: () => 'fr',
      pageOfRule: (rule) => `file:///rules/${rule}.md`,
      watchFolder: (_folder, onChange) => {
        this.touch = onChange
        return this.canBeWatched
          ? Promise.resolve(() => Promise.resolve())
          : Promise.reject(new Error('ENOSPC'))
      },
      version: '0',
    })
    this.connection = createProtocolConnection(
      new StreamMessageReader(toEditor),
      new StreamMessageWriter(this.#toServer),
    )
    this.connection.onNotification(
      'textDocument/publishDiagnostics',
      (params: PublishDiagnosticsParams) => {
        this.shown.set(params.uri, params)
        for (const go of this.#waiting.splice(0)) go()
      },
    )
    for (const method of ASKED)
      this.connection.onRequest(method, () => {
        this.heard.push(method)
        for (const go of this.#waiting.splice(0)) go()
        return null
      })
    this.connection.listen()
  }

  /** Starts; `capabilities` are the editor's, and `more` whatever else it says of itself. */
  async start(
    capabilities: InitializeParams['capabilities'] = {},
    more: Partial<InitializeParams> = {},
  ): Promise<InitializeResult> {
    const params = {
      processId: null,
      rootUri: pathToFileURL(this.root).href,
      capabilities,
      ...more,
    }
    const answer = await this.connection.sendRequest<InitializeResult>('initialize', params)
    await this.connection.sendNotification('initialized', {})
    return answer
  }

  uri(path: string): string {
    return pathToFileURL(join(this.root, path)).href
  }

  /** Writes to the disk, which an editor may not know of. */
  save(path: string, text: string): void {
    mkdirSync(dirname(join(this.root, path)), { recursive: true })
    writeFileSync(join(this.root, path), text)
  }

  remove(path: string): void {
    rmSync(join(this.root, path), { recursive: true })
  }

  async open(path: string, text: string): Promise<void> {
    this.#texts.set(path, text)
    this.#versions.set(path, 1)
    const textDocument = {
      uri: this.uri(path),
      languageId: path.endsWith('.md') ? 'markdown' : 'yaml',
      version: 1,
      text,
    }
    await this.connection.sendNotification('textDocument/didOpen', { textDocument })
  }

  /** Changes an open text; ranges are in the encoding that was agreed. */
  async change(path: string, ...contentChanges: readonly unknown[]): Promise<void> {
    const version = (this.#versions.get(path) ?? 1) + 1
    this.#versions.set(path, version)
    await this.connection.sendNotification('textDocument/didChange', {
      textDocument: { uri: this.uri(path), version },
      contentChanges,
    })
  }

  async close(path: string): Promise<void> {
    await this.connection.sendNotification('textDocument/didClose', {
      textDocument: { uri: this.uri(path) },
    })
  }

  /** Asks about a file. */
  ask<Answer>(method: string, path: string, more: object = {}): Promise<Answer> {
    return this.connection.sendRequest<Answer>(method, {
      textDocument: { uri: this.uri(path) },
      ...more,
    })
  }

  /** Asks about the place where `|` stands in a text, which is opened without it. */
  async askAt<Answer>(
    method: string,
    path: string,
    marked: string,
    more: object = {},
  ): Promise<Answer> {
    const at = marked.indexOf('|')
    const text = marked.slice(0, at) + marked.slice(at + 1)
    await this.open(path, text)
    const before = text.slice(0, at).split('\n')
    return this.ask(method, path, {
      position: { line: before.length - 1, character: before.at(-1)?.length ?? 0 },
      ...more,
    })
  }

  /** The diagnostics shown for a file, once those of its latest version have come. */
  async diagnostics(
    path: string,
    holds: (diagnostics: readonly Diagnostic[]) => boolean = () => true,
  ): Promise<readonly Diagnostic[]> {
    const latest = this.#versions.get(path)
    return this.until(() => {
      const shown = this.shown.get(this.uri(path))
      const isLatest =
        shown !== undefined &&
        (latest === undefined || shown.version === undefined || shown.version === latest)
      return isLatest && holds(shown.diagnostics) ? shown.diagnostics : undefined
    })
  }

  /** Waits for something that the server says. */
  async until<Thing>(look: () => Thing | undefined): Promise<Thing> {
    for (;;) {
      const seen = look()
      if (seen !== undefined) return seen
      await new Promise<void>((resolve) => void this.#waiting.push(resolve))
    }
  }

  /** Goes away without a word, as one that crashed. */
  hangUp(): void {
    this.#toServer.end()
  }

  async stop(): Promise<void> {
    if (!this.#toServer.writableEnded) {
      // Unless it has taken leave already.
      await this.connection.sendRequest('shutdown').catch(() => {})
      await this.connection.sendNotification('exit')
    }
    rmSync(this.root, { recursive: true, force: true })
  }
}

/**
 * Makes editors that go when the test that asked for one ends, which `onEnd` hears of:
 * `onTestFinished` of the tests.
 */
export function sampleEditors(onEnd: (stop: () => Promise<void>) => void) {
  const sampleEditor = (
    files: Readonly<Record<string, string>> = sampleProgramme,
  ): SampleEditor => {
    const editor = new SampleEditor(files)
    onEnd(() => editor.stop())
    return editor
  }
  /** The same, once it has begun. */
  const started = async (
    files?: Readonly<Record<string, string>>,
    locale = 'fr',
  ): Promise<SampleEditor> => {
    const editor = sampleEditor(files)
    await editor.start({}, { locale })
    return editor
  }
  return { sampleEditor, started }
}

/** The text that a range of a file covers. */
export function covered(source: string, { start, end }: Range): string {
  const lines = source.split('\n')
  if (start.line === end.line)
    return (lines[start.line] ?? '').slice(start.character, end.character)
  return [
    (lines[start.line] ?? '').slice(start.character),
    ...lines.slice(start.line + 1, end.line),
    (lines[end.line] ?? '').slice(0, end.character),
  ].join('\n')
}
