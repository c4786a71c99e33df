import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { expect, inject } from 'vitest'
import { filesIn } from './files-in.ts'
import { pathOf, testWith } from './find-client.ts'
import { run } from './run.ts'

const jar = join(dirname(createRequire(import.meta.url).resolve('vnu-jar/package.json')), 'build/dist/vnu.jar')

interface Report {
  readonly messages: readonly { readonly type: string; readonly url: string; readonly lastLine?: number; readonly message: string }[]
}

testWith(['java'], 'the Nu checker has no error on any page of the site', () => {
  const site = join(inject('bundle'), 'site')
  const pages = filesIn(site).filter((path) => path.endsWith('.html'))
  expect(pages).toContain('index.html')
  const { stdout } = run(pathOf('java'), [
    '-jar',
    jar,
    '--format',
    'json',
    '--stdout',
    '--exit-zero-always',
    ...pages.map((page) => join(site, page)),
  ])
  const { messages } = JSON.parse(stdout) as Report
  const errors = messages.filter(({ type }) => type !== 'info')
  expect(errors.map(({ url, lastLine, message }) => `${url.slice(url.indexOf('/site/') + 1)}:${lastLine} ${message}`)).toEqual([])
})
