import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { cpSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { type Browser, chromium, type Locator, type Page } from 'playwright-core'
import { afterEach, describe, expect, vi } from 'vitest'
import { copyOfProgramme } from './copy-of-programme.ts'
import { filesIn } from './files-in.ts'
import { pathOf, testWith } from './find-client.ts'
import { root } from './run.ts'
import { scratchFolder } from './scratch-folder.ts'

const built = `${root}/packages/vscode/dist`

const GUICHET = 'axes/services/guichet-humain.md'

let code: ChildProcess | undefined
let browser: Browser | undefined
afterEach(async () => {
  await browser?.close()
  if (code?.pid === undefined) return
  const ended = once(code, 'exit')
  // With all that it has started, which would go on writing where it was told to.
  process.kill(-code.pid, 'SIGKILL')
  await ended
})

describe('VS Code', () => {
  testWith(
    ['chromium', 'vscode'],
    'shows the programme, underlines a slip, fixes it, previews the page, and shows what a form would write',
    async () => {
      const { page, folder } = await openProgramme()
      const saved = () => readFileSync(join(folder, GUICHET), 'utf8')

      // A folder that nobody trusts is read, and nothing is run for it.
      await page.getByRole('button', { name: /No, I don.t trust/ }).click()
      await page.getByRole('tab', { name: 'Cahier' }).click()
      const proposal = page.getByRole('treeitem', { name: /Garantir par la loi guichet/ })
      await proposal.waitFor()
      expect(await commands(page, 'Cahier: ')).not.toContain('Publish…')
      await command(page, 'Workspaces: Manage Workspace Trust')
      await page.getByRole('button', { name: 'Trust', exact: true }).first().click()
      expect(await commands(page, 'Cahier: ')).toContain('Publish…')

      await proposal.click()
      await page.getByText('Proposal: adopted').waitFor()
      await goToLine(page, 1 + saved().split('\n').indexOf('horizon: moyen'))
      await page.keyboard.press('End')
      await page.keyboard.type('s')
      await page.locator('.squiggly-error').waitFor()
      await untilShown(page.getByText('Write “moyen”'), async () => {
        await page.keyboard.press('Escape')
        await page.keyboard.press('Control+.')
      })
      await page.keyboard.press('Enter')
      await page.locator('.squiggly-error').waitFor({ state: 'detached' })

      await command(page, 'Cahier: Preview as it will be published')
      const preview = page.frameLocator('iframe.webview').frameLocator('iframe')
      await preview.getByRole('heading', { name: /Garantir par la loi guichet/ }).waitFor()
      expect(
        await preview.locator('body').evaluate((body) => getComputedStyle(body).fontFamily),
      ).toContain('serif')

      await command(page, 'Cahier: Give a collective')
      for (const answer of [
        'Bocage',
        'Leave it unsaid',
        'Garantir par la loi guichet',
        'Reservation',
      ]) {
        await page
          .getByRole('option', { name: new RegExp(answer) })
          .first()
          .waitFor()
        await page.keyboard.type(answer)
        await page.keyboard.press('Enter')
      }
      await page.getByText('Why? It will be printed as it is.').waitFor()
      await page.keyboard.type('Too few days.')
      await page.keyboard.press('Enter')
      await page.getByText('What change would lift it?').waitFor()
      await page.keyboard.press('Enter')
      await page.getByText('This would be written.').waitFor()
      await page.getByRole('button', { name: 'Write' }).click()
      await page
        .getByText(/written: positions\/exemple-bocage\.yaml|does not count/)
        .first()
        .waitFor()
      expect(readFileSync(join(folder, 'positions/exemple-bocage.yaml'), 'utf8')).toContain(
        'Too few days.',
      )
    },
  )

  testWith(
    ['chromium', 'vscode'],
    'refuses a name that would change what was voted, and lets nobody else write it',
    async () => {
      const { page, folder } = await openProgramme()
      await page.getByRole('button', { name: /Yes, I trust/ }).click()
      const before = textsIn(folder)
      await page.getByRole('tab', { name: 'Cahier' }).click()
      await page.getByRole('treeitem', { name: /Garantir par la loi guichet/ }).click()
      await page.getByText('Proposal: adopted').waitFor()
      const lines = before.get(GUICHET)?.split('\n') ?? []
      const line = lines.findIndex((one) => one.includes('(rouvrir-guichets.md)'))
      await goToLine(page, line + 1, 1 + (lines[line] ?? '').indexOf('rouvrir-guichets.md') + 3)
      await page.getByText(`Ln ${line + 1}, Col`).waitFor()
      const name = page.locator('.rename-input')
      // One that asks others once we have refused tells why, if at all, in passing.
      const refusal = page.locator('.notification-list-item', {
        has: page.locator('.codicon-error'),
        hasText: 'This name is written in what',
      })
      await untilShown(refusal, async () => {
        await page.keyboard.press('Escape')
        await page.keyboard.press('F2')
        await name.fill('autre-nom', { timeout: 5000 })
        await page.keyboard.press('Enter')
      })
      // What another would do in our stead, it does at once.
      await page.waitForTimeout(2000)
      expect(textsIn(folder)).toEqual(before)
    },
  )

  testWith(['chromium', 'vscode'], 'opens the walkthrough', async () => {
    const { page } = await openProgramme()
    await page.getByRole('button', { name: /Yes, I trust/ }).click()
    await page.getByRole('tab', { name: 'Cahier' }).waitFor()
    await command(page, 'Welcome: Open Walkthrough')
    await page.getByRole('option', { name: /Write a programme together/ }).waitFor()
    await page.keyboard.type('Write a programme together')
    await page.keyboard.press('Enter')
    await page
      .getByRole('document', { name: /Overview/ })
      .getByText('A folder of plain texts')
      .waitFor()
    for (const step of ['A programme is a folder', 'Publish'])
      await page.getByRole('button', { name: step }).first().waitFor()
  })

  testWith(
    ['chromium', 'vscode'],
    'runs the web edition without a program: findings, completion, the page, and no command',
    async () => {
      const { page, folder } = await openProgramme('web')
      await page.getByRole('button', { name: /Yes, I trust/ }).click()
      await page.getByRole('tab', { name: 'Cahier' }).click()
      await page.getByRole('treeitem', { name: /Garantir par la loi guichet/ }).click()
      await page.getByText('Proposal: adopted').waitFor()
      const lines = readFileSync(join(folder, GUICHET), 'utf8').split('\n')
      const line = 1 + lines.indexOf('horizon: moyen')
      await goToLine(page, line)
      await page.keyboard.press('End')
      await page.keyboard.type('s')
      await page.locator('.squiggly-error').waitFor()
      const completions = page.locator('.suggest-widget')
      await untilShown(completions.getByText('moyen', { exact: true }), async () => {
        await page.keyboard.press('Escape')
        await goToLine(page, line, 'horizon: '.length + 1)
        await page.keyboard.press('Control+Space')
      })
      await page.keyboard.press('Escape')
      await command(page, 'Cahier: Preview as it will be published')
      const preview = page.frameLocator('iframe.webview').frameLocator('iframe')
      await preview.getByRole('heading', { name: /Garantir par la loi guichet/ }).waitFor()
      expect(await commands(page, 'Cahier: ')).not.toContain('Publish…')
    },
  )
})

/** Every text of a programme, by its path. */
function textsIn(folder: string): ReadonlyMap<string, string> {
  return new Map(filesIn(folder).map((path) => [path, readFileSync(join(folder, path), 'utf8')]))
}

/** VS Code with the extension in it, in a browser, on a copy of the programme. */
async function openProgramme(
  edition: 'extension' | 'web' = 'extension',
): Promise<{ readonly page: Page; readonly folder: string }> {
  const scratch = scratchFolder()
  const folder = copyOfProgramme(scratch)
  const extensions = join(scratch, 'extensions')
  if (edition === 'extension')
    cpSync(`${built}/extension`, join(extensions, 'cahier.vscode-cahier-0.0.0'), {
      recursive: true,
    })
  const places = ['--server-data-dir', join(scratch, 'data'), '--extensions-dir', extensions]
  const started = spawn(
    process.execPath,
    [
      pathOf('vscode'),
      '--host',
      '127.0.0.1',
      '--port',
      '0',
      '--without-connection-token',
      '--accept-server-license-terms',
      '--telemetry-level',
      'off',
      ...places,
    ],
    {
      detached: true,
      stdio: ['ignore', 'pipe', 'ignore'],
      env: { ...process.env, CAHIER_CACHE: join(scratch, 'cache'), CAHIER_DATE: '2026-11-24' },
    },
  )
  code = started
  const port = await new Promise<string>((resolve) => {
    let said = ''
    started.stdout.on('data', (text: Buffer) => {
      said += text
      const match = /agent listening on (\d+)/.exec(said)
      if (match !== null) resolve(match[1] as string)
    })
  })
  const launched = await chromium.launch({
    executablePath: pathOf('chromium'),
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-background-networking',
      // The page of the editor is changed on its way, which makes its own server a foreign one.
      '--disable-features=LocalNetworkAccessChecks',
    ],
  })
  browser = launched
  const page = await launched.newPage({ viewport: { width: 1400, height: 900 }, locale: 'en' })
  page.setDefaultTimeout(60_000)
  if (edition === 'web') await offerWebEdition(page, `127.0.0.1:${port}`)
  await page.goto(`http://127.0.0.1:${port}/?folder=${encodeURIComponent(folder)}`)
  return { page, folder }
}

/** Adds the web edition to the extensions that the page of the editor loads by address. */
async function offerWebEdition(page: Page, authority: string): Promise<void> {
  const path = '/web-edition'
  await page.route(`http://${authority}${path}/**`, (route) =>
    route.fulfill({
      path: `${built}/web${new URL(route.request().url()).pathname.slice(path.length)}`,
    }),
  )
  await page.route(
    ({ pathname }) => pathname === '/',
    async (route) => {
      const response = await route.fetch()
      const html = await response.text()
      const offered = `&quot;additionalBuiltinExtensions&quot;:[${JSON.stringify({ scheme: 'http', authority, path }).replaceAll('"', '&quot;')}],`
      const changed = html.replace(
        /(id="vscode-workbench-web-configuration"\s+data-settings="\{)/,
        (start) => start + offered,
      )
      expect(changed).not.toBe(html)
      await route.fulfill({ response, body: changed })
    },
  )
}

/** Runs the first command that fits. */
async function command(page: Page, name: string): Promise<void> {
  await commands(page, name, false)
  await page.keyboard.press('Enter')
}

/** The commands that begin so. */
async function commands(page: Page, name: string, leaves = true): Promise<string> {
  await untilShown(page.getByRole('option', { name: new RegExp(name) }).first(), async () => {
    await page.keyboard.press('Escape')
    await page.keyboard.press('F1')
    await page.keyboard.type(name)
  })
  const shown = ((await page.locator('.quick-input-list').textContent()) ?? '').replaceAll(
    '\u00A0',
    ' ',
  )
  if (leaves) await page.keyboard.press('Escape')
  return shown
}

async function goToLine(page: Page, line: number, column = 1): Promise<void> {
  await page.locator('.monaco-editor .view-line').first().click()
  await page.keyboard.press('Control+G')
  await page.locator('.quick-input-box').waitFor()
  await page.keyboard.type(`${line}:${column}`)
  await page.keyboard.press('Enter')
}

/**
 * Does something again until it has an effect: what is pressed while the editor is at something
 * else may be lost.
 */
async function untilShown(wanted: Locator, act: () => Promise<void>): Promise<void> {
  await vi.waitFor(
    async () => {
      await act()
      await wanted.waitFor({ timeout: 5000 })
    },
    { timeout: 60_000, interval: 100 },
  )
}
