import { expect, it } from 'vitest'
import { chapter, composed } from '../loose/sample-book.ts'
import { tinyPng } from '../loose/sample-folder.ts'

it('the title of a picture is its caption, in the typography of the text; a picture without one has none', () => {
  const captionsIn = (text: string) => {
    const [block] = chapter(composed({ 'a.md': `# A\n\n${text}\n`, 'i.png': tinyPng })).introduction
    return block?.type === 'paragraph'
      ? block.children.flatMap((node) => (node.type === 'image' ? [node.title] : []))
      : []
  }
  expect(captionsIn('![Un point](i.png "Est-ce un point ?")')).toEqual(['Est-ce un point\u202F?'])
  expect(captionsIn('![Un point](i.png)')).toEqual([undefined])
})
