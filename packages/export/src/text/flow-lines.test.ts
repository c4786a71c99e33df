import type { Code, Image, Paragraph } from 'mdast'
import { describe, expect, it } from 'vitest'
import { sampleEdition } from '../samples/sample-edition.ts'
import { flowLines } from './flow-lines.ts'
import { numberedPage } from './page.ts'

const page = numberedPage(sampleEdition, 'projet')
const shown = (image: Partial<Image>): string[][] => {
  const picture: Paragraph = {
    type: 'paragraph',
    data: { number: '1.2' },
    children: [{ type: 'image', url: 'assets/four.png', ...image }],
  }
  return flowLines([picture], page)
}

describe('in plain text', () => {
  it('a picture is what it shows, then its caption, and keeps its number when nothing describes it', () => {
    expect(shown({ alt: 'Un four', title: 'Four solaire, Odeillo' })).toEqual([
      ['§1.2    [projet] [Image\u00A0: Un four] Four solaire, Odeillo'],
    ])
    expect(shown({ alt: '', title: 'Four solaire' })).toEqual([
      ['§1.2    [projet] [Image] Four solaire'],
    ])
    expect(shown({ alt: '' })).toEqual([['§1.2    [projet] [Image]']])
  })

  it('code keeps its columns, whatever is marked beside its number', () => {
    const code: Code = { type: 'code', data: { number: '1.3' }, value: 'si a\n  b' }
    expect(flowLines([code], page)).toEqual([['§1.3    [projet]', '        si a', '          b']])
    expect(flowLines([code], numberedPage(sampleEdition, ''))).toEqual([
      ['§1.3    si a', '          b'],
    ])
  })
})
