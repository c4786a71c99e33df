import { expect, it } from 'vitest'
import { nodesAsText } from '../../edition/nodes.ts'
import { htmlBlocks } from './html-blocks.ts'

it('raw HTML of any length is read once, whatever is not closed in it: read again and again, it would outlast the test', () => {
  for (const unit of [
    '<!',
    '<!--',
    '<a "',
    "<a '",
    '<div>',
    '<ul><li>',
    '<script>',
    '<td>',
    '</p>',
    '&amp;',
  ]) {
    const [first] = htmlBlocks(`<p>Un mot</p>${unit.repeat(150_000)}`, undefined)
    expect(first?.type === 'paragraph' && nodesAsText(first.children)).toBe('Un mot')
  }
})

it('a tag that JavaScript knows is one like others: its words are printed, whatever stands open', () => {
  const words = htmlBlocks('<constructor>Un</constructor> et <b>deux</b>.', undefined)
  expect(words).toMatchObject([
    { type: 'paragraph', children: [{ value: 'Un et ' }, { type: 'strong' }, { value: '.' }] },
  ])
})
