import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import { relative } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { expect, it } from 'vitest'
import { createMessageConnection, StreamMessageReader, StreamMessageWriter } from 'vscode-jsonrpc/node'
import { desk } from './desk.ts'

const program = fileURLToPath(new URL('../../packages/cli/bin/cahier.js', import.meta.url))

it('answers an editor with what `cahier lint` says, and leaves with it', async () => {
  const here = desk()
  here.edit('axes/services/guichet.md', 'horizon: court', 'horizon: Court')
  const report = JSON.parse(here.cahier('lint', '--format', 'json').out)
  const child = spawn(process.execPath, [program, 'lsp', '--stdio'], { env: { PATH: process.env.PATH, CAHIER_DATE: '2025-03-01' } })
  const connection = createMessageConnection(new StreamMessageReader(child.stdout), new StreamMessageWriter(child.stdin))
  const shown: Record<string, unknown>[] = []
  const all = new Promise<void>((resolve) =>
    connection.onNotification('textDocument/publishDiagnostics', ({ uri, diagnostics }) => {
      for (const { code, message, codeDescription } of diagnostics)
        shown.push({ path: relative(here.folder, fileURLToPath(uri)), code, message, codeDescription })
      if (shown.length >= report.findings.length) resolve()
    }),
  )
  connection.listen()
  await connection.sendRequest('initialize', { processId: null, rootUri: pathToFileURL(here.folder).href, capabilities: {}, locale: 'fr' })
  await connection.sendNotification('initialized', {})
  await all
  const said = shown.map(({ path, code, message }) => `${path} ${code} ${message}`)
  expect(said.sort()).toEqual(report.findings.map(({ path, rule, message }: Record<string, string>) => `${path} ${rule} ${message}`).sort())
  expect(said.length).toBeGreaterThan(1)
  const [first] = shown as { code: string; codeDescription: { href: string } }[]
  expect(readFileSync(fileURLToPath(first?.codeDescription.href ?? ''), 'utf8')).toContain(`# ${first?.code}`)
  await connection.sendRequest('shutdown')
  await connection.sendNotification('exit')
  expect(await once(child, 'exit')).toEqual([0, null])
})
