import { expect, it, vi } from 'vitest'
import { middleware } from './middleware.ts'

vi.mock('vscode', () => ({}))

it.each([
  ['markdown', []],
  ['yaml', ['one']],
])('outlines %s once', (languageId, symbols) => {
  const outline = middleware.provideDocumentSymbols as unknown as (
    document: { languageId: string },
    token: null,
    next: () => string[],
  ) => string[]
  expect(outline({ languageId }, null, () => ['one'])).toEqual(symbols)
})
