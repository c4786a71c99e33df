import { expect, it } from 'vitest'
import { lintLooseText } from './lint-loose-text.ts'
import { readLooseText } from './read-loose-text.ts'

it('French is French in each country: what may be doubled there may be so, and nothing else', () => {
  const said = (language: string, words: string) =>
    lintLooseText(readLooseText({ path: 'a.md', text: `---\nlang: ${language}\n---\n\n${words}\n` }), { rule: 'style/repeated-word' })
      .length
  for (const language of ['fr', 'fr-CA', 'fr-CH'])
    expect([said(language, 'Nous nous levons pour aller au marché.'), said(language, 'Le le guichet est fermé le samedi.')]).toEqual([0, 1])
})
