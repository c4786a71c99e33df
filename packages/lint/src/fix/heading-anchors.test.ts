import { expect, it } from 'vitest'
import { readLooseText } from '../loose/read-loose-text.ts'
import { movedAnchors } from './heading-anchors.ts'

const moved = (before: string, after: string) => {
  const [old, young] = [before, after].map((text) => readLooseText({ path: 'a.md', text }))
  return old && young && [...movedAnchors(old, young)]
}

it('an address gives way to the one that stands in its place; to none when headings come or go', () => {
  expect(moved('# Un\n\n## Deux\n', '# Un\n\n## Trois\n')).toEqual([['deux', 'trois']])
  expect(moved('# Un\n\n## Deux\n', '# Deux\n\n## Un\n')).toEqual([
    ['un', 'deux'],
    ['deux', 'un'],
  ])
  expect(moved('# Un\n\n## Deux\n', '## Deux\n')).toEqual([['un', '']])
  expect(moved('# Un\n', '# Zéro\n\n## Un\n')).toEqual([])
})
