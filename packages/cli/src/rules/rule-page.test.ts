import { languageOf } from '@cahier/core'
import { rules } from '@cahier/lint'
import { parseMarkdown, plainText } from '@cahier/prose'
import { describe, expect, it } from 'vitest'
import { pageOf } from './page-of.ts'
import { openingOf, pageIn } from './rule-page.ts'

describe.each(rules.map(({ id }) => id))('the page of %s', (id) => {
  it('says in both languages what it asks', async () => {
    const { fr, en } = openingOf(await pageOf(id))
    expect(fr).toMatch(/\p{L}.*[.…:?]$/u)
    expect(languageOf(fr)).not.toBe('en')
    expect(en).toMatch(/\p{L}.*[.…:?]$/u)
    expect(languageOf(en)).not.toBe('fr')
  })

  it('has as much in one language as in the other: no heading, passage or finding that only one of them has', async () => {
    const page = await pageOf(id)
    const outline = (text: string) =>
      parseMarkdown(text).children.flatMap(({ type }, index, all) =>
        type === 'code' || all[index - 1]?.type === type ? [] : [kindOf(type)],
      )
    expect(outline(pageIn(page, 'en'))).toEqual(outline(pageIn(page, 'fr')))
    const fences = (text: string) => text.match(/^(`{3,}|~{3,})\S.*$/gm)
    expect(fences(pageIn(page, 'en'))).toEqual(fences(pageIn(page, 'fr')))
  })

  it('has no French prose in English, nor English in French', async () => {
    const page = await pageOf(id)
    const prose = (text: string) =>
      parseMarkdown(text)
        .children.filter(({ type }) => type === 'paragraph')
        .map(plainText)
    for (const paragraph of prose(pageIn(page, 'en')))
      expect(languageOf(paragraph), paragraph).not.toBe('fr')
    for (const paragraph of prose(pageIn(page, 'fr')))
      expect(languageOf(paragraph), paragraph).not.toBe('en')
    for (const node of parseMarkdown(page).children)
      if (node.type === 'heading' && node.depth > 1)
        expect(plainText(node)).toMatch(/^[^|]+ \| [^|]+$/)
  })
})

// What is a table in one language may be told in sentences in the other.
function kindOf(type: string): string {
  return type === 'heading' ? type : 'prose'
}
