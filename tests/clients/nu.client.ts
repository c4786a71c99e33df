import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { expect } from 'vitest'
import { pathOf, testWith } from './find-client.ts'
import { pagesToVisit, publishedSites } from './published-sites.ts'
import { run } from './run.ts'

const jar = join(dirname(createRequire(import.meta.url).resolve('vnu-jar/package.json')), 'build/dist/vnu.jar')

interface Report {
  readonly messages: readonly { readonly type: string; readonly url: string; readonly lastLine?: number; readonly message: string }[]
}

testWith(['java'], 'the Nu checker has no error on any page of any kind of site', () => {
  const pages = Object.entries(publishedSites).flatMap(([name, publish]) => {
    const site = publish()
    return pagesToVisit(name, site).map((page) => join(site, page))
  })
  expect(pages.length).toBeGreaterThan(50)
  // One run for all: it takes longer to start than to read a site.
  const { stdout } = run(pathOf('java'), ['-jar', jar, '--format', 'json', '--stdout', '--exit-zero-always', ...pages])
  const { messages } = JSON.parse(stdout) as Report
  const errors = messages.filter(({ type }) => type !== 'info')
  expect(errors.map(({ url, lastLine, message }) => `${url.slice(url.indexOf('/bundle/') + 1)}:${lastLine} ${message}`)).toEqual([])
})
