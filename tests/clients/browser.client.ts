import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import type { AxeResults } from 'axe-core'
import { type Browser, chromium, type Page } from 'playwright-core'
import { afterAll, beforeAll, expect, inject } from 'vitest'
import { filesIn } from './files-in.ts'
import { findClient, testWith } from './find-client.ts'
import { serveFolder } from './serve-folder.ts'

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')
const site = join(inject('bundle'), 'site')
const pages = filesIn(site).filter((path) => path.endsWith('.html'))

let browser: Browser | undefined
let server: Awaited<ReturnType<typeof serveFolder>>

beforeAll(async () => {
  server = await serveFolder(site)
  const executablePath = findClient('chromium')
  if (executablePath === undefined) return
  browser = await chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking'] })
})

afterAll(async () => {
  await browser?.close()
  server.stop()
})

for (const colorScheme of ['light', 'dark'] as const) {
  testWith(['chromium'], `axe finds no violation on any page in Chromium, ${colorScheme} scheme`, async () => {
    const found = await onEachPage({ colorScheme }, async (page) => {
      await page.evaluate(axe)
      const { violations } = (await page.evaluate('axe.run(document, { resultTypes: ["violations"] })')) as AxeResults
      return violations.flatMap(({ id, help, nodes }) => nodes.map(({ html }) => `${id}: ${help}: ${html.slice(0, 120)}`))
    })
    expect(found).toEqual([])
  })
}

testWith(['chromium'], 'no page runs JavaScript, and none asks anything of another host', async () => {
  const asked: string[] = []
  const found = await onEachPage(
    {},
    async (page) => {
      const scripts = await page.evaluate(`[...document.querySelectorAll('*')].filter((element) =>
      element.localName === 'script' || [...element.attributes].some(({ name, value }) => /^on/.test(name) || /^\\s*javascript:/i.test(value)))
      .map((element) => element.outerHTML.slice(0, 120))`)
      return scripts as string[]
    },
    (url) => asked.push(url),
  )
  expect(found).toEqual([])
  expect(asked.filter((url) => !url.startsWith(server.address) && !url.startsWith('data:'))).toEqual([])
  expect(filesIn(site).filter((path) => /\.(m?js|wasm|woff2?|ttf|otf)$/.test(path))).toEqual([])
})

testWith(['chromium'], 'every page fits a telephone 320 pixels wide', async () => {
  const found = await onEachPage({ viewport: { width: 320, height: 640 } }, async (page) => {
    const width = (await page.evaluate('document.scrollingElement.scrollWidth')) as number
    return width > 320 ? [`${width} pixels wide`] : []
  })
  expect(found).toEqual([])
})

/** Opens every page of the site in one browser context and gathers what `look` says of it, with the name of the page. */
async function onEachPage(
  options: Parameters<Browser['newContext']>[0],
  look: (page: Page) => Promise<readonly string[]>,
  onRequest: (url: string) => void = () => {},
): Promise<readonly string[]> {
  if (browser === undefined) throw new Error('Chromium was not started')
  const context = await browser.newContext({ ...options, bypassCSP: true })
  const page = await context.newPage()
  page.on('request', (request) => onRequest(request.url()))
  // What lies outside the site is cut off: the checks need no network, and would not notice that it is slow.
  await page.route(
    (url) => !url.href.startsWith(server.address),
    (route) => route.abort(),
  )
  const found: string[] = []
  for (const path of pages) {
    await page.goto(server.address + path.split('/').map(encodeURIComponent).join('/'), { waitUntil: 'load' })
    for (const remark of await look(page)) found.push(`${path}: ${remark}`)
  }
  await context.close()
  return found
}
