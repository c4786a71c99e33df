import { expect, it } from 'vitest'
import { listOfItems } from './on-one-line.ts'

it.each([
  ['libertes ;  climat', '[libertes, climat]'],
  ['- libertes\n\n   - climat', '[libertes, climat]'],
  ['( libertes, climat )', '[libertes, climat]'],
  [`libertes${' '.repeat(1_000_000)}climat`, '[libertes climat]'],
  [`libertes${'\n'.repeat(1_000_000)}climat`, '[libertes, climat]'],
])('a list as people write it becomes one of YAML, however many blanks it has', (written, list) => {
  expect(listOfItems(written)).toBe(list)
})
