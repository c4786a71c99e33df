import { join } from 'node:path'
import { expect } from 'vitest'
import { pageFaults } from './faults.ts'
import { testWith } from './find-client.ts'
import { pagesToVisit, publishedSites } from './published-sites.ts'

testWith(['java'], 'the Nu checker has no error on any page of any kind of site', () => {
  const pages = Object.entries(publishedSites).flatMap(([name, publish]) => {
    const site = publish()
    return pagesToVisit(name, site).map((page) => join(site, page))
  })
  expect(pages.length).toBeGreaterThan(50)
  expect(pageFaults(pages)).toEqual([])
})
