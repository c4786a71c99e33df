import { languageOf } from '@cahier/core'
import { rules } from '@cahier/lint'
import { expect, it } from 'vitest'
import { openingOf } from './opening-of.ts'
import { pageOf } from './page-of.ts'

it.each(rules.map(({ id }) => id))('the page of %s says in both languages what it asks', async (id) => {
  const { fr, en } = openingOf(await pageOf(id))
  expect(fr).toMatch(/\p{L}.*[.…:?]$/u)
  expect(languageOf(fr)).not.toBe('en')
  expect(en).toMatch(/\p{L}.*[.…:?]$/u)
  expect(languageOf(en)).not.toBe('fr')
})
