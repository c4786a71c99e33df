import { applyEdits } from '@cahier/core'
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { textChanges } from './text-changes.ts'

const text = fc
  .array(fc.constantFrom('a\n', 'b\n', 'c\r\n', '\n', 'é'), { maxLength: 12 })
  .map((lines) => lines.join(''))

it('makes one text the other, touching no line that both have in order at the ends', () => {
  fc.assert(
    fc.property(text, text, (before, after) => {
      expect(applyEdits(before, textChanges('x', before, after))).toBe(after)
    }),
  )
  expect(textChanges('x', 'a\nb\nc\nd\n', 'a\nB\nc\nD\n')).toEqual([
    { path: 'x', start: 2, end: 4, text: 'B\n' },
    { path: 'x', start: 6, end: 8, text: 'D\n' },
  ])
  expect(textChanges('x', 'a\n', 'a\n')).toEqual([])
})
