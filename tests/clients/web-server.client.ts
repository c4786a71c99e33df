import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { type Browser, chromium, type Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect } from 'vitest'
import { copyOfProgramme } from './copy-of-programme.ts'
import { filesIn } from './files-in.ts'
import { findClient, testWith } from './find-client.ts'
import { root } from './run.ts'
import { scratchFolder } from './scratch-folder.ts'
import { serveFolder } from './serve-folder.ts'

const ROOT = 'file:///vscode-vfs/github/programme'
const GUICHET = 'axes/services/guichet-humain.md'

let browser: Browser | undefined
beforeAll(async () => {
  const executablePath = findClient('chromium')
  if (executablePath === undefined) return
  browser = await chromium.launch({
    executablePath,
    args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking'],
  })
})
afterAll(async () => {
  await browser?.close()
})

describe('the language server of the web edition', () => {
  testWith(['chromium'], 'answers in a worker, from the files that it was sent', async () => {
    const folder = copyOfProgramme(scratchFolder())
    const { address, stop } = await serveFolder(`${root}/packages/vscode/dist/web/dist`)
    const page = await (browser as Browser).newPage()
    const errors: string[] = []
    page.on('pageerror', (error) => errors.push(error.message))
    await page.route(`${address}page.html`, (route) =>
      route.fulfill({ contentType: 'text/html', body: '<title>worker</title>' }),
    )
    await page.goto(`${address}page.html`)
    const { capabilities } = await initialize(page, folder)
    expect(capabilities).toMatchObject({ hoverProvider: expect.anything() })

    const uri = `${ROOT}/${GUICHET}`
    const text = readFileSync(join(folder, GUICHET), 'utf8')
    const wrong = text
      .replace('horizon: moyen', 'horizon: moyens')
      .replace(/\n$/, '\n\nUn mot mal orthographié : développpement.\n')
    await page.evaluate(
      (textDocument) =>
        window.server.tell('textDocument/didOpen', {
          textDocument: { ...textDocument, languageId: 'markdown', version: 1 },
        }),
      { uri, text: wrong },
    )
    const messages = await page.evaluate((one) => window.server.diagnosed(one), uri)
    // A schema, and the lexicon.
    expect(messages.join('\n')).toContain('moyens')
    expect(messages.join('\n')).toContain('développpement')

    const lines = wrong.split('\n')
    const line = lines.findIndex((one) => one.startsWith('horizon:'))
    const at = { textDocument: { uri }, position: { line, character: 3 } }
    const hover = await page.evaluate((params) => window.server.ask('textDocument/hover', params), {
      ...at,
      position: { line: 1, character: 1 },
    })
    expect(JSON.stringify(hover)).toContain('contents')
    const items = await page.evaluate(
      (params) => window.server.ask('textDocument/completion', params),
      { ...at, position: { line, character: 'horizon: '.length } },
    )
    expect(JSON.stringify(items)).toContain('moyen')
    expect(
      await page.evaluate((params) => window.server.ask('cahier/preview', params), { uri }),
    ).toMatchObject({ page: expect.stringContaining('<h1') })
    expect(await page.evaluate(() => window.server.ask('cahier/outline'))).toMatchObject([
      { uri: ROOT },
    ])

    // A file that was saved elsewhere is sent, and then announced.
    await page.evaluate(
      ([file, fixed]) => {
        window.server.tell('textDocument/didClose', { textDocument: { uri: file } })
        window.server.tell('cahier/files', {
          files: [{ uri: file, bytes: new TextEncoder().encode(fixed) }],
        })
        window.server.tell('workspace/didChangeWatchedFiles', {
          changes: [{ uri: file, type: 2 }],
        })
      },
      [uri, text] as const,
    )
    await page.waitForFunction(
      (one) => window.server.shown.get(one)?.every((message) => !message.includes('moyens')),
      uri,
    )
    expect(errors).toEqual([])
    stop()
  })
})

/** Starts the server in the page, with all files of a folder, as the extension does. */
async function initialize(page: Page, folder: string) {
  const files = filesIn(folder).map((path) => ({
    uri: `${ROOT}/${path}`,
    base64: readFileSync(join(folder, path)).toString('base64'),
  }))
  await page.evaluate(() => {
    const worker = new Worker('server.js')
    const waiting = new Map<number, (result: unknown) => void>()
    const shown = new Map<string, readonly string[]>()
    let asked = 0
    worker.onmessage = ({ data }) => {
      if (data.method === 'textDocument/publishDiagnostics')
        shown.set(
          data.params.uri,
          data.params.diagnostics.map(({ message }: { message: string }) => message),
        )
      else if (data.method === undefined) waiting.get(data.id)?.(data.result ?? data.error)
      else if (data.id !== undefined)
        worker.postMessage({ jsonrpc: '2.0', id: data.id, result: null })
    }
    window.server = {
      shown,
      tell: (method, params) => worker.postMessage({ jsonrpc: '2.0', method, params }),
      ask: (method, params) =>
        new Promise((resolve) => {
          waiting.set(++asked, resolve)
          worker.postMessage({ jsonrpc: '2.0', id: asked, method, params })
        }),
      diagnosed: async (uri) => {
        while (!shown.get(uri)?.length) await new Promise((resolve) => setTimeout(resolve, 20))
        return shown.get(uri) ?? []
      },
    }
  })
  const answer = await page.evaluate(
    ({ sent, root: rootUri }) =>
      window.server.ask('initialize', {
        processId: null,
        locale: 'fr',
        rootUri,
        workspaceFolders: [{ uri: rootUri, name: 'programme' }],
        capabilities: { workspace: { didChangeWatchedFiles: { dynamicRegistration: true } } },
        initializationOptions: {
          files: sent.map(({ uri, base64 }) => ({
            uri,
            bytes: Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0)),
          })),
        },
      }),
    { sent: files, root: ROOT },
  )
  await page.evaluate(() => window.server.tell('initialized', {}))
  return answer as { readonly capabilities: object }
}

declare global {
  interface Window {
    server: {
      /** The messages last published for each file. */
      readonly shown: Map<string, readonly string[]>
      readonly tell: (method: string, params: unknown) => void
      readonly ask: (method: string, params?: unknown) => Promise<unknown>
      /** The messages of a file, once there are some. */
      readonly diagnosed: (uri: string) => Promise<readonly string[]>
    }
  }
}
