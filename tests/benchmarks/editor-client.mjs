// The least of an editor: starts a language server, opens and changes texts, and tells how long
// each answer took.
import { spawn } from 'node:child_process'
import { pathToFileURL } from 'node:url'
import {
  createMessageConnection,
  StreamMessageReader,
  StreamMessageWriter,
} from 'vscode-jsonrpc/node'

/**
 * Starts a server on a folder; `initializing` is how long it took to say what it can do, in
 * milliseconds.
 */
export async function startEditor(command, args, folder, environment = {}) {
  const started = performance.now()
  const child = spawn(command, args, {
    cwd: folder,
    env: { ...process.env, ...environment },
    stdio: ['pipe', 'pipe', 'ignore'],
  })
  const connection = createMessageConnection(
    new StreamMessageReader(child.stdout),
    new StreamMessageWriter(child.stdin),
  )
  const shown = new Map()
  const waiting = new Set()
  connection.onNotification('textDocument/publishDiagnostics', (params) => {
    shown.set(params.uri, params)
    for (const look of waiting) look(params)
  })
  connection.onRequest('workspace/configuration', ({ items }) => items.map(() => null))
  connection.onRequest('client/registerCapability', () => null)
  connection.onRequest('window/showMessageRequest', () => null)
  connection.onRequest('window/workDoneProgress/create', () => null)
  connection.listen()
  const uri = pathToFileURL(folder).href
  await connection.sendRequest('initialize', {
    processId: process.pid,
    rootUri: uri,
    workspaceFolders: [{ uri, name: 'benchmark' }],
    capabilities: {
      textDocument: { publishDiagnostics: { versionSupport: true }, synchronization: {} },
      workspace: { workspaceFolders: true },
    },
  })
  const initializing = performance.now() - started
  connection.sendNotification('initialized', {})
  let version = 0

  /** Resolves with the next diagnostics that `fits` holds for. */
  function diagnostics(fits) {
    return new Promise((resolve) => {
      const look = (params) => {
        if (!fits(params)) return
        waiting.delete(look)
        resolve(params)
      }
      waiting.add(look)
    })
  }

  return {
    child,
    connection,
    shown,
    started,
    initializing,
    diagnostics,
    open(path, text, languageId) {
      version++
      connection.sendNotification('textDocument/didOpen', {
        textDocument: { uri: pathToFileURL(path).href, languageId, version, text },
      })
    },
    change(path, contentChanges) {
      version++
      connection.sendNotification('textDocument/didChange', {
        textDocument: { uri: pathToFileURL(path).href, version },
        contentChanges,
      })
      return version
    },
    /**
     * Types one letter after another in a line of a text, from a column on; how long each took to
     * come back as diagnostics, in milliseconds.
     */
    async type(path, line, letters, column = 0) {
      const times = []
      let character = column
      for (const letter of letters) {
        const at = { line, character: character++ }
        const before = performance.now()
        const target = pathToFileURL(path).href
        const wanted = version + 1
        const heard = diagnostics(
          (params) =>
            params.uri === target &&
            (params.version === undefined || params.version === null || params.version >= wanted),
        )
        this.change(path, [{ range: { start: at, end: at }, text: letter }])
        await heard
        times.push(performance.now() - before)
      }
      return times
    },
    async stop() {
      await Promise.race([
        connection.sendRequest('shutdown').catch(() => {}),
        new Promise((resolve) => setTimeout(resolve, 2000)),
      ])
      connection.sendNotification('exit').catch(() => {})
      setTimeout(() => child.kill(), 200).unref()
    },
  }
}

export function median(numbers) {
  const sorted = [...numbers].sort((a, b) => a - b)
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN
}
