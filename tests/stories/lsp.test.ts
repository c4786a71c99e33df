import { spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import { relative } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { expect, it } from 'vitest'
import {
  createMessageConnection,
  StreamMessageReader,
  StreamMessageWriter,
} from 'vscode-jsonrpc/node'
import { desk } from './desk.ts'

const environment = { PATH: process.env.PATH, CAHIER_DATE: '2025-03-01' }
const program = fileURLToPath(new URL('../../packages/cli/bin/cahier.js', import.meta.url))

it('answers an editor with what `cahier lint` says, and leaves with it', async () => {
  const here = desk()
  here.edit('axes/services/guichet.md', 'horizon: court', 'horizon: Court')
  const report = JSON.parse(here.cahier('lint', '--format', 'json').out)
  const child = spawn(process.execPath, [program, 'lsp', '--stdio'], { env: environment })
  const connection = createMessageConnection(
    new StreamMessageReader(child.stdout),
    new StreamMessageWriter(child.stdin),
  )
  const shown: Record<string, unknown>[] = []
  const all = new Promise<void>((resolve) =>
    connection.onNotification('textDocument/publishDiagnostics', ({ uri, diagnostics }) => {
      for (const { code, message, codeDescription } of diagnostics)
        shown.push({
          path: relative(here.folder, fileURLToPath(uri)),
          code,
          message,
          codeDescription,
        })
      if (shown.length >= report.findings.length) resolve()
    }),
  )
  connection.listen()
  await connection.sendRequest('initialize', {
    processId: null,
    rootUri: pathToFileURL(here.folder).href,
    capabilities: {},
    locale: 'fr',
  })
  await connection.sendNotification('initialized', {})
  await all
  const said = shown.map(({ path, code, message }) => `${path} ${code} ${message}`)
  expect(said.sort()).toEqual(
    report.findings
      .map(({ path, rule, message }: Record<string, string>) => `${path} ${rule} ${message}`)
      .sort(),
  )
  expect(said.length).toBeGreaterThan(1)
  const [first] = shown as { code: string; codeDescription: { href: string } }[]
  expect(readFileSync(fileURLToPath(first?.codeDescription.href ?? ''), 'utf8')).toContain(
    `# ${first?.code}`,
  )
  await connection.sendRequest('shutdown')
  await connection.sendNotification('exit')
  expect(await once(child, 'exit')).toEqual([0, null])
})

it('tells a text that is not saved yet what `cahier lint --stdin` says of it', async () => {
  const text = 'Un accueil *près* de chez soi , pour 50% des gens...\n\n* un\n- deux\n'
  const { stdout } = spawnSync(
    process.execPath,
    [program, 'lint', '--stdin', '--format', 'json', '--lang', 'fr'],
    {
      env: environment,
      cwd: desk().folder,
      input: text,
      encoding: 'utf8',
    },
  )
  const child = spawn(process.execPath, [program, 'lsp'], { env: environment })
  const connection = createMessageConnection(
    new StreamMessageReader(child.stdout),
    new StreamMessageWriter(child.stdin),
  )
  const heard = new Promise<readonly Record<string, unknown>[]>((resolve) =>
    connection.onNotification('textDocument/publishDiagnostics', ({ diagnostics }) =>
      resolve(diagnostics),
    ),
  )
  connection.listen()
  await connection.sendRequest('initialize', {
    processId: null,
    rootUri: pathToFileURL(desk().folder).href,
    capabilities: {},
    locale: 'fr',
  })
  await connection.sendNotification('initialized', {})
  const textDocument = { uri: 'untitled:Untitled-1', languageId: 'markdown', version: 1, text }
  await connection.sendNotification('textDocument/didOpen', { textDocument })
  const said = (await heard).map(({ code, message }) => `${code} ${message}`)
  expect(said).toEqual(
    JSON.parse(stdout).findings.map(
      ({ rule, message }: Record<string, string>) => `${rule} ${message}`,
    ),
  )
  expect(said.length).toBeGreaterThan(1)
  child.kill()
})

it('goes without a word when its editor does, whatever was still asked', async () => {
  const here = desk()
  const child = spawn(process.execPath, [program, 'lsp'], { env: environment })
  let complaints = ''
  child.stderr.on('data', (bytes) => {
    complaints += bytes
  })
  const connection = createMessageConnection(
    new StreamMessageReader(child.stdout),
    new StreamMessageWriter(child.stdin),
  )
  connection.listen()
  const workspace = { workspaceFolders: true, didChangeWatchedFiles: { dynamicRegistration: true } }
  await connection.sendRequest('initialize', {
    processId: null,
    rootUri: pathToFileURL(here.folder).href,
    capabilities: { workspace },
  })
  await connection.sendNotification('initialized', {})
  const textDocument = { uri: pathToFileURL(`${here.folder}/axes/services/guichet.md`).href }
  for (let version = 1; version < 30; version++) {
    await connection.sendNotification('textDocument/didOpen', {
      textDocument: { ...textDocument, languageId: 'markdown', version, text: 'a' },
    })
    connection
      .sendRequest('textDocument/hover', { textDocument, position: { line: 0, character: 0 } })
      .catch(() => {})
  }
  child.stdin.end()
  expect(await once(child, 'close')).toEqual([1, null])
  expect(complaints).toBe('')
})
