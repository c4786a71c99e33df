import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { AxeResults } from 'axe-core'
import { type Browser, chromium, type Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, inject } from 'vitest'
import { filesIn } from './files-in.ts'
import { findClient, pathOf, testWith } from './find-client.ts'
import { pagesToVisit, publishedLoose, publishedSites } from './published-sites.ts'
import { run } from './run.ts'
import { scratchFolder } from './scratch-folder.ts'
import { serveFolder } from './serve-folder.ts'

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

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

describe('in Chromium, axe has nothing to say of any page, light or dark, none is wider than a telephone, runs or asks anything', () => {
  for (const [name, publish] of Object.entries(publishedSites)) {
    testWith(['chromium'], `of the ${name}`, async () => {
      const site = publish()
      expect(await remarksOn(site, pagesToVisit(name, site))).toEqual([])
      expect(filesIn(site).filter((path) => /\.(m?js|wasm|woff2?|ttf|otf)$/.test(path))).toEqual([])
    })
  }
})

/** The path of a page printed by the browser, as PDF. */
function printed(page: string): string {
  const pdf = `${scratchFolder()}/page.pdf`
  run(pathOf('chromium'), [
    '--headless',
    '--no-sandbox',
    '--disable-gpu',
    `--print-to-pdf=${pdf}`,
    `file://${page}`,
  ])
  return pdf
}

testWith(
  ['chromium', 'pdftotext'],
  'the page of everything and a brochure print who publishes them, and under what licence',
  () => {
    for (const page of [
      `${inject('bundle')}/site/tout.html`,
      `${publishedSites.brochure?.()}/index.html`,
    ]) {
      const { stdout } = run(pathOf('pdftotext'), [printed(page), '-'])
      // Small capitals come out of a PDF apart from the rest of their word.
      expect(stdout).toMatch(/diteur :\s+Collectif du programme de la décroissance numérique/)
      expect(stdout).toMatch(/icence :\s+CC BY-SA 4\.0/)
    }
  },
)

testWith(
  ['chromium', 'pdfinfo'],
  'the page of everything prints on A4, and a brochure on A5',
  () => {
    const sizeOf = (page: string) => {
      return /Page size: +(\S+) x (\S+)/
        .exec(run(pathOf('pdfinfo'), [printed(page)]).stdout)
        ?.slice(1)
        .map(Number)
        .map(Math.round)
    }
    expect(sizeOf(`${inject('bundle')}/site/tout.html`)).toEqual([595, 842])
    expect(sizeOf(`${publishedSites.brochure?.()}/index.html`)).toEqual([420, 595])
  },
)

testWith(
  ['chromium'],
  'a table of many columns is no wider than a sheet, on which a browser would print all smaller to show it',
  async () => {
    if (browser === undefined) throw new Error('Chromium was not started')
    const row = (cell: string) =>
      `| ${Array.from({ length: 40 }, (_, column) => `${cell} ${column}`).join(' | ')} |\n`
    const site = publishedLoose(
      `---\nlang: fr\n---\n\n# Titre\n\n${row('Département')}${row('---').replace(/ \d+/g, '')}${row('1 000 000')}`,
    )
    const server = await serveFolder(site)
    // The text of a sheet: 210 mm less margins of 24 and 26.
    const page = await browser.newPage({ viewport: { width: 605, height: 800 } })
    await page.emulateMedia({ media: 'print' })
    await page.goto(`${server.address}tout.html`, { waitUntil: 'load' })
    expect(await page.evaluate('document.scrollingElement.scrollWidth')).toBe(605)
    await page.close()
    server.stop()
  },
)

testWith(
  ['chromium'],
  'a word longer than a telephone is wide makes no page of its book wider than it',
  async () => {
    const site = publishedLoose(`# ${'anticonstitutionnellement'.repeat(4)}\n\nTexte\n`)
    expect(await remarksOn(site, ['index.html', 'texte/index.html', 'tout.html'])).toEqual([])
  },
)

testWith(
  ['chromium'],
  'the way back from a note that ends with a link is large enough to be touched',
  async () => {
    const site = publishedLoose(
      '# Titre\n\nTexte[^a] et suite[^b], encore[^b].\n\n[^a]: [la page](https://exemple.org)\n[^b]: <https://exemple.org/b>\n',
    )
    expect(await remarksOn(site, ['texte/index.html', 'tout.html'])).toEqual([])
  },
)

testWith(['chromium'], 'what a page shows wider than a screen, paper shows whole', async () => {
  if (browser === undefined) throw new Error('Chromium was not started')
  const server = await serveFolder(publishedSites.programme?.() ?? '')
  const page = await browser.newPage({ viewport: { width: 605, height: 800 } })
  await page.emulateMedia({ media: 'print' })
  await page.goto(`${server.address}consensus.html`, { waitUntil: 'load' })
  const frames = await page.evaluate(
    '[...document.querySelectorAll(".wide")].map((frame) => getComputedStyle(frame).overflowX)',
  )
  expect(frames).toEqual(['visible'])
  // Ink is black, whatever the screen.
  await page.emulateMedia({ media: 'print', colorScheme: 'dark' })
  expect(await page.evaluate('getComputedStyle(document.body).color')).toBe('rgb(29, 27, 24)')
  // Nor is a title at the foot of a sheet, or the number of a table, and what they announce on the
  // next.
  await page.goto(`${server.address}services/guichet-humain.html`, { waitUntil: 'load' })
  expect(
    await page.evaluate('getComputedStyle(document.querySelector("main h2")).breakAfter'),
  ).toBe('avoid')
  expect(await page.evaluate('getComputedStyle(document.querySelector(".wide")).breakBefore')).toBe(
    'avoid',
  )
  await page.close()
  server.stop()
})

/**
 * Opens each page once, in one browser context, and gathers what there is to say of it, with its
 * name.
 */
async function remarksOn(site: string, pages: readonly string[]): Promise<readonly string[]> {
  if (browser === undefined) throw new Error('Chromium was not started')
  const server = await serveFolder(site)
  const context = await browser.newContext({ bypassCSP: true })
  await context.addInitScript(axe)
  const page = await context.newPage()
  const found: string[] = []
  page.on('request', (request) => {
    if (!request.url().startsWith(server.address) && !request.url().startsWith('data:'))
      found.push(`asks for ${request.url()}`)
  })
  // What lies outside the site is cut off: the checks need no network, and would not notice that it
  // is slow.
  await page.route(
    (url) => !url.href.startsWith(server.address),
    (route) => route.abort(),
  )
  for (const path of pages) {
    await page.setViewportSize({ width: 1280, height: 900 })
    await page.emulateMedia({ colorScheme: 'light' })
    await page.goto(server.address + path.split('/').map(encodeURIComponent).join('/'), {
      waitUntil: 'load',
    })
    const remarks = [...(await scriptsOf(page)), ...(await axeSays(page)), ...(await tooWide(page))]
    found.push(...remarks.map((remark) => `${path}: ${remark}`))
  }
  await context.close()
  server.stop()
  return found
}

async function scriptsOf(page: Page): Promise<readonly string[]> {
  return await page.evaluate(`[...document.querySelectorAll('*')].filter((element) =>
    element.localName === 'script' || [...element.attributes].some(({ name, value }) => /^on/.test(name) || /^\\s*javascript:/i.test(value)))
    .map((element) => element.outerHTML.slice(0, 120))`)
}

/** Every rule in the light; in the dark, what depends on colours. */
async function axeSays(page: Page): Promise<readonly string[]> {
  const light = (await page.evaluate(
    'axe.run(document, { resultTypes: ["violations"], rules: { "target-size": { enabled: true } } })',
  )) as AxeResults
  await page.emulateMedia({ colorScheme: 'dark' })
  const rules = '["color-contrast", "link-in-text-block"]'
  const dark = (await page.evaluate(
    `axe.run(document, { resultTypes: ["violations"], runOnly: ${rules} })`,
  )) as AxeResults
  return [...light.violations, ...dark.violations].flatMap(({ id, help, nodes }) =>
    nodes.map(({ html }) => `${id}: ${help}: ${html.slice(0, 120)}`),
  )
}

async function tooWide(page: Page): Promise<readonly string[]> {
  await page.setViewportSize({ width: 320, height: 640 })
  const width = (await page.evaluate('document.scrollingElement.scrollWidth')) as number
  return width > 320 ? [`${width} pixels wide on a telephone`] : []
}
