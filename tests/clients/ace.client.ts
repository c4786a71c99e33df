import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, inject, test } from 'vitest'
import { onlyFile } from './files-in.ts'
import { pathOf, testWith } from './find-client.ts'
import { publishKind } from './publish-kind.ts'
import { root, run } from './run.ts'
import { scratchFolder } from './scratch-folder.ts'

/** Ace stands in a folder of its own, which `install.sh` fills: see the note there. */
const ace = `${root}/tests/clients/ace/node_modules/@daisy/ace-cli/bin/ace.js`

interface Report {
  readonly 'earl:result': { readonly 'earl:outcome': string }
  readonly assertions: readonly {
    readonly 'earl:testSubject': { readonly url: string }
    readonly assertions?: readonly { readonly 'earl:test': { readonly 'earl:impact': string; readonly 'dct:title': string } }[]
  }[]
}

describe('Ace finds no violation', () => {
  testWithAce('in the book of the programme', () => {
    expect(whatAceSays(onlyFile(inject('bundle'), '.epub'))).toEqual({ outcome: 'pass', violations: [] })
  })

  testWithAce('in the charter, which is a leaflet with a form', () => {
    expect(whatAceSays(publishKind(['--format', 'epub', '--kind', 'charter'], '.epub'))).toEqual({ outcome: 'pass', violations: [] })
  })
})

/** On a laptop without Ace the test is skipped by name; in continuous integration it fails. */
function testWithAce(name: string, body: () => void): void {
  if (!existsSync(ace) && process.env.CI !== 'true') {
    test.skip(`${name} (not installed: ace)`)
    return
  }
  testWith(['chromium'], name, () => {
    expect(existsSync(ace), 'Ace is not installed: run tests/clients/install.sh').toBe(true)
    body()
  })
}

function whatAceSays(book: string): { readonly outcome: string; readonly violations: readonly string[] } {
  const folder = scratchFolder()
  const { stdout, stderr } = run(process.execPath, [ace, '--silent', '--outdir', folder, '--force', book], {
    PUPPETEER_EXECUTABLE_PATH: pathOf('chromium'),
    // Ace gives a browser five seconds to start, which a busy machine does not always keep; and writes its log at home.
    ACE_TIMEOUT_INITIAL: '60000',
    HOME: folder,
    XDG_CONFIG_HOME: folder,
    XDG_STATE_HOME: folder,
    XDG_CACHE_HOME: folder,
  })
  const path = join(folder, 'report.json')
  if (!existsSync(path)) throw new Error(`Ace made no report\n${stdout}${stderr}`)
  const report = JSON.parse(readFileSync(path, 'utf8')) as Report
  const violations = report.assertions.flatMap(({ 'earl:testSubject': { url }, assertions = [] }) =>
    assertions.map(({ 'earl:test': found }) => `${url}: ${found['earl:impact']}: ${found['dct:title']}`),
  )
  return { outcome: report['earl:result']['earl:outcome'], violations }
}
