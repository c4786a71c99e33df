import type { Root, RootContent } from 'mdast'
import { expect, it } from 'vitest'
import { parseMarkdown } from '../parse-markdown.ts'
import { readAgain } from './read-again.ts'

it('takes over any number of blocks that are in no doubt', () => {
  const start = 'Un\n\nDeux\n\n'
  const text = start + '***\n'.repeat(600_000)
  const point = (index: number, column: number) => ({ line: 5 + index, column, offset: start.length + index * 4 + column - 1 })
  const rules = Array.from({ length: 600_000 }, (_, index): RootContent => {
    return { type: 'thematicBreak', position: { start: point(index, 1), end: point(index, 4) } }
  })
  const tree: Root = { type: 'root', children: [...parseMarkdown(start).children, ...rules] }
  expect(readAgain(tree, text, [0])?.children).toEqual(tree.children)
})
