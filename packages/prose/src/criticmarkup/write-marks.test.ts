import { describe, expect, it } from 'vitest'
import { writeMarks } from './write-marks.ts'

const BASE = '## Mesure\n\nUn.\n\n- une porte ;\n- un banc.\n\nDeux.\n'

function marked(base: string, edited: string): string {
  const written = writeMarks(base, edited)
  return typeof written === 'string' ? written : written.marked
}

describe('a paragraph inserted follows what it is put after, alone in its marks', () => {
  it.each([
    ['as many blank lines as elsewhere', 'Un.\n', 'Un.\n\nNeuf.\n', 'Un.\n\n{++Neuf.++}\n'],
    ['more of them after', 'Un.\n', 'Un.\n\nNeuf.\n\n', 'Un.\n\n{++Neuf.++}\n'],
    ['more of them before', 'Un.\n', 'Un.\n\n\n\nNeuf.\n', 'Un.\n\n{++Neuf.++}\n'],
    ['blanks on a line that looks blank', 'Un.\n', 'Un.\n\nNeuf.\n  \n', 'Un.\n\n{++Neuf.++}\n'],
    ['after a heading', '## Mesure\n', '## Mesure\n\n\nNeuf.\n\n', '## Mesure\n\n{++Neuf.++}\n'],
    ['after a list', '- un banc.\n', '- un banc.\n\nNeuf.\n\n\n', '- un banc.\n\n{++Neuf.++}\n'],
    ['at the end', 'Deux.\n', 'Deux.\n\n\nNeuf.\n\n\n', 'Deux.\n\n{++Neuf.++}\n'],
    ['in the place of another', 'Deux.\n', '\nNeuf.\n\n', '{~~Deux.~>Neuf.~~}\n'],
    [
      'code, whose blank lines are its own',
      'Un.\n',
      'Un.\n\n```\na\n\n\nb\n```\n\n',
      'Un.\n\n{++```\na\n\n\nb\n```++}\n',
    ],
  ])('%s', (_, old, young, expected) => {
    expect(marked(BASE, BASE.replace(old, young))).toBe(expected)
  })

  it('before the first word, right under a heading', () => {
    expect(marked('## Mesure\nUn.\n', '## Mesure\n\nNeuf.\n\nUn.\n')).toBe('{++Neuf.\n\n++}Un.\n')
  })
})

it('blank lines alone change nothing', () => {
  expect(marked(BASE, BASE.replaceAll('\n\n', '\n\n\n'))).toBe('unchanged')
})

it.each([
  ['more', 'Un mot, un seul.', 'Un  mot, deux mots.', 'Un mot, {~~un seul~>deux mots~~}.'],
  ['less', 'Un  mot, un  seul.', 'Un mot, deux mots.', 'Un  mot, {~~un  seul~>deux mots~~}.'],
  [
    'that ends a line',
    'Un,\nmot, un seul.',
    'Un,  \nmot, deux.',
    '{~~Un,\nmot, un seul.~>Un,  \nmot, deux.~~}',
  ],
  [
    'in code',
    'Un `a b`, un seul.',
    'Un `a  b`, deux.',
    'Un {~~`a b`~>`a  b`~~}, {~~un seul~>deux~~}.',
  ],
])(
  'a space between two words changes nothing beside what changes, but where it means something: %s',
  (_, old, young, expected) => {
    expect(marked(`${old}\n`, `${young}\n`)).toBe(`${expected}\n`)
  },
)

it.each([
  ['tabs', `Un${'\t'.repeat(300_000)}.`],
  ['spaces that do not break', `Un${'\u00A0'.repeat(300_000)}.`],
  ['marks of CriticMarkup that nothing closes', `Un ${'{++\n'.repeat(60_000)}`],
  ['the mark of an item before tabs', `- ${'\t'.repeat(300_000)}Un.`],
])(
  '%s of any number are read once: looked at again from each of them, they would outlast the test',
  { tags: ['long'] },
  (_, young) => {
    expect(marked(BASE, BASE.replace('Un.', young))).toContain('Un')
  },
)
