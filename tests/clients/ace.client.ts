import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, inject } from 'vitest'
import { onlyFile } from './files-in.ts'
import { pathOf, testWith } from './find-client.ts'
import { publishedFile } from './published.ts'
import { run } from './run.ts'
import { scratchFolder } from './scratch-folder.ts'

interface Report {
  readonly 'earl:result': { readonly 'earl:outcome': string }
  readonly assertions: readonly {
    readonly 'earl:testSubject': { readonly url: string }
    readonly assertions?: readonly {
      readonly 'earl:test': { readonly 'earl:impact': string; readonly 'dct:title': string }
    }[]
  }[]
}

describe('Ace finds no violation', () => {
  testWith(['chromium', 'ace'], 'in the book of the programme', () => {
    expect(whatAceSays(onlyFile(inject('bundle'), '.epub'))).toEqual({
      outcome: 'pass',
      violations: [],
    })
  })

  testWith(['chromium', 'ace'], 'in the charter, which is a leaflet with a form', () => {
    expect(whatAceSays(publishedFile(['--format', 'epub', '--kind', 'charter'], '.epub'))).toEqual({
      outcome: 'pass',
      violations: [],
    })
  })
})

function whatAceSays(book: string): {
  readonly outcome: string
  readonly violations: readonly string[]
} {
  const folder = scratchFolder()
  const { stdout, stderr } = run(
    process.execPath,
    [pathOf('ace'), '--silent', '--outdir', folder, '--force', book],
    {
      PUPPETEER_EXECUTABLE_PATH: pathOf('chromium'),
      // Ace gives a browser five seconds to start, which a busy machine does not always keep; and
      // writes its log at home.
      ACE_TIMEOUT_INITIAL: '60000',
      HOME: folder,
      XDG_CONFIG_HOME: folder,
      XDG_STATE_HOME: folder,
      XDG_CACHE_HOME: folder,
    },
  )
  const path = join(folder, 'report.json')
  if (!existsSync(path)) throw new Error(`Ace made no report\n${stdout}${stderr}`)
  const report = JSON.parse(readFileSync(path, 'utf8')) as Report
  const violations = report.assertions.flatMap(({ 'earl:testSubject': { url }, assertions = [] }) =>
    assertions.map(
      ({ 'earl:test': found }) => `${url}: ${found['earl:impact']}: ${found['dct:title']}`,
    ),
  )
  return { outcome: report['earl:result']['earl:outcome'], violations }
}
