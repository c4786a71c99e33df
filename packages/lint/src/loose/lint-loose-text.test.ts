import { expect, it } from 'vitest'
import { lintLooseText } from './lint-loose-text.ts'
import { readLooseText } from './read-loose-text.ts'

it('French is French in each country: what may be doubled there may be so, and nothing else', () => {
  const said = (language: string, words: string) =>
    lintLooseText(
      readLooseText({ path: 'a.md', text: `---\nlang: ${language}\n---\n\n${words}\n` }),
      { rule: 'style/repeated-word' },
    ).length
  for (const language of ['fr', 'fr-CA', 'fr-CH'])
    expect([
      said(language, 'Nous nous levons pour aller au marché.'),
      said(language, 'Le le guichet est fermé le samedi.'),
    ]).toEqual([0, 1])
})

// Were it read again from each letter, this would take minutes.
it('a bracket that nothing closes, before a line of two hundred thousand words, holds nobody up', () => {
  const found = lintLooseText(
    readLooseText({ path: 'a.md', text: `Voir [le plan][plan], [${'mot et '.repeat(100_000)}` }),
    {
      rule: 'structure/link-definition',
    },
  )
  expect(found.map(({ data }) => data.label)).toEqual(['plan'])
})

it('thousands of faults of one kind are bounded, and hide no fault of another', () => {
  const text = `---\nlang: fr\n---\n\nVoici ${'«'.repeat(25_000)}.\n\nNous allons dans le le guichet ouvert.\n`
  const rules = lintLooseText(readLooseText({ path: 'a.md', text })).map(({ rule }) => rule)
  expect(rules.filter((rule) => rule === 'typography/quotes').length).toBe(20_000)
  expect(rules).toContain('style/repeated-word')
})
