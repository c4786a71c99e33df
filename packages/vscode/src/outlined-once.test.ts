import { expect, it } from 'vitest'
import { outlinedOnce } from './outlined-once.ts'

it.each([
  ['markdown', []],
  ['yaml', ['one']],
])('outlines %s once', (languageId, symbols) => {
  const outline = outlinedOnce.provideDocumentSymbols as unknown as (
    document: { languageId: string },
    token: null,
    next: () => string[],
  ) => string[]
  expect(outline({ languageId }, null, () => ['one'])).toEqual(symbols)
})
