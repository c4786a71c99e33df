import { existsSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { runInThisContext } from 'node:vm'

type Anything = (...given: unknown[]) => unknown

/** What the extension registered with the editor, and what it was told to show. */
export interface FakeEditor {
  readonly commands: Map<string, Anything>
  readonly trees: Map<
    string,
    {
      getChildren(branch?: unknown): Promise<unknown[]>
      getTreeItem(branch: unknown): Record<string, unknown>
    }
  >
  readonly tasks: Map<
    string,
    { provideTasks(): Promise<{ execution: { process: string; args: string[] } }[]> }
  >
  readonly contexts: Map<string, unknown>
  readonly panels: { title: string; html: string; isClosed: boolean }[]
  /** Asks the extension to give another name to what stands at a place of a file. */
  renameAt(path: string, line: number, character: number, name: string): Promise<unknown>
  /** Tells the extension that a file is about to be given another name in the list of files. */
  renameFile(from: string, to: string): Promise<unknown>
  /** Every message shown: its words, and the detail under them. */
  readonly messages: string[]
  readonly shownFiles: string[]
  /** What was printed where a person can read it at length. */
  readonly printed: string[]
  /**
   * What a person would answer, question by question: a button, an item's id (or a list of those
   * that are ticked), or a text.
   */
  readonly answers: (string | readonly string[])[]
  activate(): Promise<void>
  close(): Promise<void>
}

/**
 * An editor that is none: the module `vscode` as far as the extension and its language client ask
 * for it, over one folder. What is not written here answers to any use with nothing, so that a new
 * use of the editor shows as a test that fails, not as one that cannot start.
 */
export function fakeEditor(extension: string, folder: string, language: string): FakeEditor {
  const editor = {
    commands: new Map<string, Anything>(),
    trees: new Map(),
    tasks: new Map(),
    contexts: new Map<string, unknown>(),
    panels: [] as { title: string; html: string; isClosed: boolean }[],
    renaming: {} as { provideRenameEdits?: Anything },
    messages: [] as string[],
    shownFiles: [] as string[],
    printed: [] as string[],
    answers: [] as (string | readonly string[])[],
  }
  const moved = new FakeEmitter()
  const vscode = vscodeOver(editor, moved, folder, language)
  const { exports, subscriptions } = load(`${extension}/dist/extension.cjs`, vscode)
  return {
    ...editor,
    renameAt: async (path, line, character, name) =>
      editor.renaming.provideRenameEdits?.(
        { uri: new FakeUri(path) },
        { line, character },
        name,
        uncancelled,
      ),
    renameFile: async (from, to) => {
      let answer: unknown
      const file = { oldUri: new FakeUri(from), newUri: new FakeUri(to) }
      const waitUntil = (given: unknown) => {
        answer = given
      }
      moved.fire({ files: [file], token: uncancelled, waitUntil })
      return answer
    },
    activate: () => exports.activate({ extensionPath: extension, subscriptions }),
    close: async () => {
      for (const one of subscriptions) await one.dispose?.()
    },
  }
}

interface Loaded {
  readonly exports: { activate(context: unknown): Promise<void> }
  readonly subscriptions: { dispose?(): unknown }[]
}

function load(path: string, vscode: unknown): Loaded {
  const module = { exports: {} as Loaded['exports'] }
  const require = createRequire(path)
  const requireHere = (name: string) => (name === 'vscode' ? vscode : require(name))
  const wrapper = `(function (module, exports, require, __filename, __dirname) {${readFileSync(path, 'utf8')}\n})`
  runInThisContext(wrapper, { filename: path })(
    module,
    module.exports,
    requireHere,
    path,
    dirname(path),
  )
  return { exports: module.exports, subscriptions: [] }
}

class FakeUri {
  readonly scheme = 'file'
  readonly authority = ''
  readonly query = ''
  readonly fragment = ''
  readonly path: string
  constructor(path: string) {
    this.path = path
  }
  get fsPath(): string {
    return fileURLToPath(this.toString())
  }
  toString(): string {
    return pathToFileURL(this.path).href
  }
  static parse(text: string): FakeUri {
    return new FakeUri(fileURLToPath(text))
  }
  static file(path: string): FakeUri {
    return new FakeUri(path)
  }
  static joinPath({ path }: FakeUri, ...steps: string[]): FakeUri {
    return new FakeUri([path, ...steps].join('/'))
  }
}

class FakeEmitter {
  readonly #listeners = new Set<Anything>()
  readonly event = (heard: Anything, self?: unknown) => {
    const listener = heard.bind(self)
    this.#listeners.add(listener)
    return { dispose: () => this.#listeners.delete(listener) }
  }
  fire(given: unknown): void {
    for (const listener of this.#listeners) listener(given)
  }
  dispose(): void {}
}

interface Kind {
  readonly value: string
  append(part: string): Kind
}

function kind(value: string): Kind {
  return { value, append: (part) => kind(value === '' ? part : `${value}.${part}`) }
}

const disposable = () => ({ dispose: () => {} })
const event = () => disposable()

const uncancelled = { isCancellationRequested: false, onCancellationRequested: event }

function vscodeOver(
  editor: Omit<FakeEditor, 'activate' | 'close' | 'renameAt' | 'renameFile'> & {
    readonly renaming: object
  },
  moved: FakeEmitter,
  folder: string,
  language: string,
): unknown {
  const channel = () =>
    lenient({
      append: (text: string) => editor.printed.push(text),
      appendLine: () => {},
      dispose: () => {},
      onDidChangeLogLevel: event,
    })
  const message = async (...given: unknown[]) => {
    const detail =
      given.find(
        (one): one is { detail?: string } =>
          typeof one === 'object' && one !== null && 'detail' in one,
      )?.detail ?? ''
    editor.messages.push(`${given[0]}\n${detail}`)
    const answer = editor.answers[0]
    return given.slice(1).includes(answer) ? editor.answers.shift() : undefined
  }
  const window = {
    createOutputChannel: channel,
    registerTreeDataProvider: (id: string, tree: never) =>
      editor.trees.set(id, tree) && disposable(),
    showInformationMessage: message,
    showWarningMessage: message,
    showErrorMessage: message,
    showQuickPick: async (items: readonly { id: string }[]) => {
      const wanted = editor.answers.shift()
      return items.find(({ id }) => id === wanted)
    },
    createQuickPick: () => {
      const [accepted, hidden] = [new FakeEmitter(), new FakeEmitter()]
      const list = {
        items: [] as readonly { id: string }[],
        selectedItems: [] as readonly { id: string }[],
        activeItems: [] as readonly { id: string }[],
        onDidAccept: accepted.event,
        onDidHide: hidden.event,
        // Several answers are ticked; one alone is only lit when Enter is pressed.
        show: () => {
          const wanted = editor.answers.shift()
          if (Array.isArray(wanted))
            list.selectedItems = list.items.filter(({ id }) => wanted.includes(id))
          else list.activeItems = list.items.filter(({ id }) => id === wanted)
          accepted.fire(undefined)
        },
        hide: () => hidden.fire(undefined),
      }
      return lenient(list)
    },
    showInputBox: async ({ validateInput }: { validateInput(text: string): string | null }) => {
      const text = String(editor.answers.shift())
      const fault = validateInput(text)
      if (fault !== null) editor.messages.push(fault)
      return fault === null ? text : undefined
    },
    showTextDocument: async (uri: FakeUri) => editor.shownFiles.push(uri.path),
    withProgress: (_: unknown, work: Anything) => work(),
    createWebviewPanel: (_: string, title: string) => {
      const panel = { title, html: '', isClosed: false }
      editor.panels.push(panel)
      return lenient({
        webview: {
          set html(text: string) {
            panel.html = text
          },
        },
        onDidDispose: event,
        reveal: () => {},
        dispose: () => {
          panel.isClosed = true
        },
      })
    },
    onDidChangeActiveTextEditor: event,
    activeTextEditor: undefined,
    visibleTextEditors: [],
    tabGroups: lenient({ all: [], onDidChangeTabs: event }),
  }
  const workspace = {
    isTrusted: true,
    workspaceFolders: [{ uri: new FakeUri(folder), name: 'programme', index: 0 }],
    textDocuments: [],
    notebookDocuments: [],
    saveAll: async () => true,
    findFiles: async () =>
      [`${folder}/programme.yaml`].filter(existsSync).map((path) => new FakeUri(path)),
    onWillRenameFiles: moved.event,
    getConfiguration: () => lenient({ get: (_: string, otherwise: unknown) => otherwise }),
    createFileSystemWatcher: () =>
      lenient({ onDidCreate: event, onDidChange: event, onDidDelete: event, dispose: () => {} }),
  }
  const known = {
    Uri: FakeUri,
    window: lenient(window),
    workspace: lenient(workspace),
    commands: lenient({
      registerCommand: (id: string, run: Anything) => editor.commands.set(id, run) && disposable(),
      executeCommand: async (id: string, key: string, value: unknown) =>
        id === 'setContext' && editor.contexts.set(key, value),
    }),
    tasks: lenient({
      registerTaskProvider: (type: string, provider: never) =>
        editor.tasks.set(type, provider) && disposable(),
    }),
    EventEmitter: FakeEmitter,
    Disposable: class {
      static from = disposable
      dispose: () => void
      constructor(dispose: () => void) {
        this.dispose = dispose
      }
    },
    CancellationTokenSource: class {
      token = uncancelled
      cancel(): void {}
      dispose(): void {}
    },
    languages: lenient({
      registerRenameProvider: (_: unknown, { provideRenameEdits }: never) =>
        Object.assign(editor.renaming, { provideRenameEdits }) && disposable(),
      match: () => 0,
      createDiagnosticCollection: () => ({
        set: () => {},
        delete: () => {},
        clear: () => {},
        dispose: () => {},
      }),
    }),
    env: { language, appName: 'test', clipboard: {} },
    version: '1.91.0',
    TreeItem: class {
      label: string
      constructor(label: string) {
        this.label = label
      }
    },
    MarkdownString: class {
      value = ''
      appendText(text: string) {
        this.value += text
        return this
      }
    },
    CodeActionKind: { Empty: kind('') },
    ThemeIcon: class {
      id: string
      constructor(id: string) {
        this.id = id
      }
    },
    Task: class {
      execution: unknown
      constructor(...given: unknown[]) {
        this.execution = given[4]
      }
    },
    ProcessExecution: class {
      process: unknown
      args: unknown
      constructor(process: unknown, args: unknown) {
        this.process = process
        this.args = args
      }
    },
  }
  return lenient(known)
}

// What nobody wrote is a class, a function and an event at once, that does nothing.
function lenient<Known extends object>(known: Known): Known {
  return new Proxy(known, {
    get: (target, name) => {
      if (name in target) return Reflect.get(target, name)
      if (typeof name === 'symbol' || name === 'then') return undefined
      return /^on[A-Z]/.test(name) || /^register/.test(name)
        ? event
        : lenient(class {} as unknown as object)
    },
    apply: () => disposable(),
  })
}
