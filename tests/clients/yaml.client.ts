import { spawn } from 'node:child_process'
import { cpSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { describe, expect, onTestFinished } from 'vitest'
import {
  createMessageConnection,
  type MessageConnection,
  StreamMessageReader,
  StreamMessageWriter,
} from 'vscode-jsonrpc/node'
import { pathOf, testWith } from './find-client.ts'
import { root } from './run.ts'
import { scratchFolder } from './scratch-folder.ts'

interface Diagnostics {
  readonly uri: string
  readonly diagnostics: readonly {
    readonly message: string
    readonly range: { readonly start: { readonly line: number } }
  }[]
}

describe('a server that knows YAML and nothing of programmes, with the settings of schemas/README.md', () => {
  testWith(
    ['yaml-language-server'],
    'completes keys and values, and says which value is wrong',
    async () => {
      const editor = await openRepository()
      const collective = await editor.open(
        'programme/collectives/exemple-bocage.yaml',
        (text) => `${text.replace(/^weight: .*\n/m, '')}wei`,
      )
      await editor.diagnostics(collective)
      expect(await editor.complete(collective, '\nwei', 'wei'.length)).toContain('weight')

      const level = /^ {2}level: A$/m
      const sources = await editor.open('programme/sources.yaml', (text) =>
        text.replace(level, '  level: Z'),
      )
      const said = await editor.diagnostics(sources)
      expect(said.diagnostics).toHaveLength(1)
      expect(said.diagnostics[0]?.range.start.line).toBe(lineOf(sources.text, '  level: Z'))
      expect(await editor.complete(sources, 'level: Z', 'level: '.length)).toEqual(
        expect.arrayContaining(['A', 'B', 'C']),
      )
    },
  )

  testWith(['yaml-language-server'], 'has nothing to say of the programme as it is', async () => {
    const editor = await openRepository()
    for (const path of [
      'programme.yaml',
      'sources.yaml',
      'collectives/exemple-bocage.yaml',
      'positions/exemple-bocage.yaml',
      'decisions/guichet-humain.yaml',
    ])
      expect(
        await editor.diagnostics(await editor.open(`programme/${path}`, (text) => text)),
      ).toMatchObject({ diagnostics: [] })
  })
})

interface Opened {
  readonly uri: string
  readonly text: string
}

/** A copy of what the settings speak of, before a server that was given them. */
async function openRepository() {
  const folder = scratchFolder()
  for (const part of ['schemas', 'programme'])
    cpSync(join(root, part), join(folder, part), {
      recursive: true,
      filter: (path) => !/\/(?:node_modules|dist|\.turbo)$/.test(path),
    })
  const [, settings = ''] =
    /```json\n(\{\n {2}"yaml\.schemas"[\s\S]*?)```/.exec(
      readFileSync(`${root}/schemas/README.md`, 'utf8'),
    ) ?? []
  const schemas = JSON.parse(settings)['yaml.schemas']
  const child = spawn(process.execPath, [pathOf('yaml-language-server'), '--stdio'], {
    cwd: folder,
    stdio: ['pipe', 'pipe', 'ignore'],
  })
  onTestFinished(() => void child.kill())
  const connection: MessageConnection = createMessageConnection(
    new StreamMessageReader(child.stdout),
    new StreamMessageWriter(child.stdin),
  )
  const heard = new Map<string, (said: Diagnostics) => void>()
  connection.onNotification('textDocument/publishDiagnostics', (said: Diagnostics) =>
    heard.get(said.uri)?.(said),
  )
  connection.onRequest('client/registerCapability', () => null)
  // Nothing is asked of the network: only these schemas are known.
  const yaml = {
    schemas,
    schemaStore: { enable: false },
    validate: true,
    completion: true,
    hover: true,
  }
  connection.onRequest(
    'workspace/configuration',
    ({ items }: { items: readonly { section: string }[] }) =>
      items.map(({ section }) => (section === 'yaml' ? yaml : null)),
  )
  connection.listen()
  const uri = pathToFileURL(folder).href
  const capabilities = {
    workspace: { configuration: true, didChangeConfiguration: { dynamicRegistration: true } },
    textDocument: { completion: {} },
  }
  await connection.sendRequest('initialize', {
    processId: process.pid,
    rootUri: uri,
    workspaceFolders: [{ uri, name: 'depot' }],
    capabilities,
  })
  await connection.sendNotification('initialized', {})
  const said = new Map<string, Promise<Diagnostics>>()

  return {
    async open(path: string, change: (text: string) => string): Promise<Opened> {
      const opened = {
        uri: `${uri}/${path}`,
        text: change(readFileSync(join(folder, path), 'utf8')),
      }
      said.set(opened.uri, new Promise((resolve) => heard.set(opened.uri, resolve)))
      await connection.sendNotification('textDocument/didOpen', {
        textDocument: { ...opened, languageId: 'yaml', version: 1 },
      })
      return opened
    },
    diagnostics: ({ uri: asked }: Opened) => said.get(asked) as Promise<Diagnostics>,
    /** What is proposed some signs after the beginning of a passage. */
    async complete(
      { uri: asked, text }: Opened,
      passage: string,
      after: number,
    ): Promise<readonly string[]> {
      const line = lineOf(text, passage) + (passage.startsWith('\n') ? 1 : 0)
      const character = (text.split('\n')[line] ?? '').indexOf(passage.trim()) + after
      const answer = await connection.sendRequest<{ items: { label: string }[] }>(
        'textDocument/completion',
        {
          textDocument: { uri: asked },
          position: { line, character },
        },
      )
      return answer.items.map(({ label }) => label)
    },
  }
}

function lineOf(text: string, passage: string): number {
  return text.slice(0, text.indexOf(passage)).split('\n').length - 1
}
