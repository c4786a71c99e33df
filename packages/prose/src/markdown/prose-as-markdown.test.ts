import fc from 'fast-check'
import type { Nodes } from 'mdast'
import { expect, it } from 'vitest'
import { readCriticMarkup } from '../criticmarkup/criticmarkup.ts'
import { parseMarkdown } from './parse-markdown.ts'
import { proseAsMarkdown } from './prose-as-markdown.ts'

const PIECES = [
  'mot',
  ' ',
  '*',
  '_',
  '[@insee]',
  '[^a]',
  '](x)',
  '`',
  '~~',
  '{++',
  '++}',
  '{--',
  '<b>',
  '&amp;',
  '# ',
  '- ',
  '1. ',
  '> ',
  '|',
  '\\',
  '\n',
  'https://a.fr',
  '!',
  '«\u00A0a\u00A0»',
  '---',
]
const words = fc
  .array(fc.constantFrom(...PIECES), { minLength: 1, maxLength: 12 })
  .map((parts) => parts.join(''))

it('plain words, whatever they hold, are read back as one paragraph of the same words', {
  tags: ['long'],
}, () => {
  fc.assert(
    fc.property(words, (said) => {
      const wanted = said.replace(/\s+/g, ' ').trim()
      if (wanted === '') return
      const [paragraph, ...others] = parseMarkdown(proseAsMarkdown(said.trim())).children
      expect([paragraph?.type, others]).toEqual(['paragraph', []])
      expect(
        plainWords(paragraph as Nodes)
          .replace(/\s+/g, ' ')
          .trim(),
      ).toBe(wanted)
    }),
    { numRuns: 500 },
  )
})

it('opens no mark of CriticMarkup', () => {
  const { pieces, faults } = readCriticMarkup(proseAsMarkdown('on écrit {++ ou {~~ ici ++} ~~}'))
  expect([pieces.map(({ kind }) => kind), faults]).toEqual([['same'], []])
})

it('after other words, nothing that only opens a block is escaped; in a table, a bar is', () => {
  expect(proseAsMarkdown(' - tiret', 'inside')).toBe(' - tiret')
  expect(proseAsMarkdown('- tiret')).toBe('\\- tiret')
  expect(proseAsMarkdown('a | b', 'cell')).toBe('a \\| b')
  expect(proseAsMarkdown('un\ndeux', 'inside')).toBe('un\\\ndeux')
})

// Everything but text: whatever it is, it is not what was said.
function plainWords(node: Nodes): string {
  if (node.type === 'text') return node.value
  if (node.type === 'break') return ' '
  if (node.type !== 'paragraph') return `<${node.type}>`
  return node.children.map(plainWords).join('')
}

it('blanks of any number are read once: looked at again from each of them, they would outlast the test', () => {
  const blanks = ' '.repeat(300_000)
  expect(proseAsMarkdown(`Un${blanks}mot`)).toBe(`Un${blanks}mot`)
})
