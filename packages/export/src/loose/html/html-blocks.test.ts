import { expect, it } from 'vitest'
import { nodesAsText } from '../../edition/nodes.ts'
import { htmlBlocks } from './html-blocks.ts'

it('raw HTML is read in linear time, whatever is left open in it', { tags: ['long'] }, () => {
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

it('a tag with the name of a JavaScript property is an ordinary one', () => {
  const words = htmlBlocks('<constructor>Un</constructor> et <b>deux</b>.', undefined)
  expect(words).toMatchObject([
    { type: 'paragraph', children: [{ value: 'Un et ' }, { type: 'strong' }, { value: '.' }] },
  ])
})

it('the slash at the end of an unquoted address does not close the link', () => {
  const [first] = htmlBlocks(
    '<p><a href=https://exemple.org/>Un mot</a> et la suite</p>',
    undefined,
  )
  expect(first?.type === 'paragraph' && nodesAsText(first.children)).toBe('Un mot et la suite')
  const [, second] = htmlBlocks('<p>Avant</p><p><a name="x"/>Après</p>', undefined)
  expect(second?.type === 'paragraph' && nodesAsText(second.children)).toBe('Après')
})
