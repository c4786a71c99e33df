import { expect, it } from 'vitest'
import { chapter, composed, shown } from './sample-book.ts'
import { tinyPng } from './sample-folder.ts'

const printed = (text: string) =>
  shown(chapter(composed({ 'a.md': `# A\n\n${text}`, 'b.md': '# B\n' })).introduction)

it('the checkbox of a task is printed as a character', () => {
  const tasks =
    '- [ ] un\n- [x] *deux*\n  1. [X] trois\n- [x]\n- [x](b.md) quatre\n- [y] cinq\n\n[ ] six'
  expect(printed(tasks)).toEqual([
    '- ☐ un - ☑ _deux_ 1. ☑ trois - [x] - [x] quatre - [y] cinq',
    '[ ] six',
  ])
})

it('a heading that holds only an undescribed image is not the title', () => {
  const { introduction, title } = chapter(
    composed({ 'a.md': '# ![](i.png)\n\n# Un\n\n## ![Deux](i.png)\n', 'i.png': tinyPng }),
  )
  expect([title, introduction.map(({ type }) => type)]).toEqual(['Un', ['paragraph', 'heading']])
})
