import { expect, it } from 'vitest'
import { sampleEdition } from '../sample-edition.ts'
import { h } from '../sample-nodes.ts'
import { flowToHast } from './flow-to-hast.ts'
import type { Page } from './page.ts'

it('more headings than a call can have arguments come right below what they are in', () => {
  const page: Page = { edition: sampleEdition, dialect: 'html', shift: 0, hrefOf: () => null, srcOf: () => null, sectionId: () => '' }
  const headings = flowToHast(Array(600_000).fill(h(3, 1)), page, 'a1', 2)
  expect(headings).toHaveLength(600_000)
  expect(headings.at(-1)).toMatchObject({ tagName: 'h3' })
})
