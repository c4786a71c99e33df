import { type LeafBlock, leafBlocks, passagesOf } from '@cahier/prose'
import type { Nodes } from 'mdast'
import { expect, it } from 'vitest'
import { programmeWith, TEXT } from './sample-return.ts'
import { readsAsExpected, type SourceChange } from './text-change.ts'

const document = programmeWith(TEXT).proposals.find(({ id }) => id === 'guichet')?.document
if (document?.body == null) throw new Error('no proposal')
const { tree } = document.body
const leaves = leafBlocks(tree, TEXT)
const passages = new Map(passagesOf(tree, TEXT).map((passage) => [passage.node as Nodes, passage]))
const isRead = (...changes: readonly SourceChange[]) =>
  readsAsExpected(document, leaves, passages, changes)

/**
 * Words of the text in place of others, and how the block that holds them should read; by itself,
 * as it then does.
 */
function reworded(from: string, to: string, should?: string): SourceChange {
  const start = TEXT.indexOf(from)
  const { node, ordinal } = leaves.find((leaf) => isIn(leaf, start + from.length - 1)) as LeafBlock
  const words = should ?? passages.get(node)?.written.replace(from, to) ?? ''
  return {
    edits: [{ start, end: start + from.length, text: to }],
    wanted: [{ at: ordinal, blocks: [words] }],
    wording: to,
  }
}

function isIn({ node }: LeafBlock, at: number): boolean {
  return (node.position?.start.offset ?? 0) <= at && at < (node.position?.end.offset ?? 0)
}

it('a change is made only when every block then reads as expected', () => {
  expect(isRead()).toBe(true)
  expect(isRead(reworded('une ligne', 'un numéro'))).toBe(true)
  expect(isRead(reworded('une ligne', 'un numéro', 'une boîte téléphonique.'))).toBe(false)
  const elsewhere = {
    ...reworded('une ligne', 'un numéro'),
    wanted: reworded('Elle est', 'Il est').wanted,
  }
  expect(isRead(elsewhere)).toBe(false)
})

it('nor is one that moves a paragraph into or out of a list or quotation', () => {
  expect(
    isRead(reworded('2. une ligne', '- une ligne', 'une ligne téléphonique.')),
    'nor out of a list that is counted',
  ).toBe(false)
  expect(isRead(reworded('- sans attente', 'sans attente', 'sans attente 100 % du temps'))).toBe(
    false,
  )
  expect(isRead(reworded('Une dernière', '> Une dernière', 'Une dernière phrase & la fin.'))).toBe(
    false,
  )
})
