import { expect, it } from 'vitest'
import { chapter, composed, shown } from './sample-book.ts'
import { tinyPng } from './sample-folder.ts'

const printed = (text: string) =>
  shown(chapter(composed({ 'a.md': `# A\n\n${text}`, 'b.md': '# B\n' })).introduction)

it('what is to be done, and is done, has a box before it as in a forge', () => {
  const tasks =
    '- [ ] un\n- [x] *deux*\n  1. [X] trois\n- [x]\n- [x](b.md) quatre\n- [y] cinq\n\n[ ] six'
  expect(printed(tasks)).toEqual([
    '- ☐ un - ☑ _deux_ 1. ☑ trois - [x] - [x] quatre - [y] cinq',
    '[ ] six',
  ])
})

it.each([
  [
    'as Jekyll takes it',
    'Un\n\n| a | *b* |\n| c | d |\n\nDeux',
    ['Un', ' |  || a | _b_ || c | d', 'Deux'],
  ],
  [
    'in an item',
    '1. un\n\n   | a | b |\n   | c | d |\n\n2. deux',
    ['1. un  |  || a | b || c | d 2. deux'],
  ],
  ['with attributes', '{: .t }\n| a | b |\n| c | d |', [' |  || a | b || c | d']],
  [
    'with a head, of one row, of rows that differ',
    '| a | b |\n|---|---|\n| c | d |\n\n| e | f |\n\n| g | h |\n| i |',
    ['a | b || c | d', '| e | f |', '| g | h | | i |'],
  ],
])('a table without a head has none: %s', (_, text, expected) =>
  expect(printed(text)).toEqual(expected),
)

it('a picture that no words describe is no title, though it is written as one', () => {
  const { introduction, title } = chapter(
    composed({ 'a.md': '# ![](i.png)\n\n# Un\n\n## ![Deux](i.png)\n', 'i.png': tinyPng }),
  )
  expect([title, introduction.map(({ type }) => type)]).toEqual(['Un', ['paragraph', 'heading']])
})
