// @module-tag long
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { byPlace } from '../document/documents.ts'
import { SWITCH_RULE } from '../engine/switches.ts'
import { lintLooseText, looseRules } from './lint-loose-text.ts'
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

const BLOCKS = [
  "L'école et l'eau : il faut, il faut pouvoir en en parler…",
  '# Pourquoi',
  'Le [lien][a] et le *mot*; puis «un autre» - enfin 12% de 10000 €.',
  '[a]: https://exemple.fr/ "L\'eau"',
  '- Un; deux\n- Trois !\n  quatre',
  '| A; b | c ! |\n| --- | --- |\n| "d" | e... |',
  'This is a long sentence that is written in English, and it is not French at all.',
  '> Le XXème siecle prévoit à l’avance, et **lesanimaux**.',
  'Une note[^1] et `du code; là`.',
  '[^1]: La note; elle parle.',
  '{++un ajout; là++} et {--un retrait !--}',
  '<!-- cahier off style/spelling -->',
  '> Le [lien][a] et le *mot*; puis «un autre»\n> et 12% de 10000 €.',
  'Le [lien][b], [a] et [b][]; puis "un autre".',
  '[b]: https://exemple.fr/b',
  'Nom   Part ; ou rien\n----  ---- ----\nEau   12% ; ou 13%',
  'Nom   Part ; ou rien',
  '----  ---- ----',
  'Eau   12% ; ou 13%',
  'On ouvre\n-un guichet',
  '- On ouvre\n-un guichet',
]
const block = fc.constantFrom(...BLOCKS)

it('all rules say of a loose text, what each says by itself', () => {
  fc.assert(
    fc.property(fc.array(block, { minLength: 1, maxLength: 8 }), (blocks) => {
      const document = readLooseText({ path: 'a.md', text: blocks.join('\n\n') })
      // A comment of no use is only known once all rules have spoken.
      const all = lintLooseText(document).filter(({ rule }) => rule !== SWITCH_RULE)
      const alone = looseRules
        .filter(({ id }) => id !== SWITCH_RULE)
        .flatMap(({ id }) => lintLooseText(document, { rule: id }))
      expect(all).toEqual(alone.sort(byPlace))
    }),
    { numRuns: 60 },
  )
})

it('a link to a missing file stays a warning when no file has a similar name', () => {
  const surroundings = { isThere: () => false, anchorsAt: () => null, namesIn: () => [] }
  const text = readLooseText({ path: 'a.md', text: 'Voir la [page](b.md).\n' })
  const found = lintLooseText(text, { rule: 'reference/file', surroundings })
  expect(found).toMatchObject([{ severity: 'warning' }])
  expect(found[0]?.edits ?? []).toEqual([])
})
