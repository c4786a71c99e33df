import { type Document, withText } from '@cahier/core'
import { type LeafBlock, leafBlocks, OBJECT, type Passage, passagesOf } from '@cahier/prose'
import type { Nodes } from 'mdast'
import { BREAK, type SourceEdit } from './words-to-source.ts'

/** One thing that was done to a text: its edits, and what the text must read once they are made. */
export interface Change {
  readonly edits: readonly SourceEdit[]
  /** The blocks in the place of the one at `at` (its ordinal), or, with 0.5 more, after it; as they should read. */
  readonly at: number
  readonly blocks: readonly string[]
  readonly said: string
}

/** In the place of what a block should read, where only the cells of a table are changed. */
export const ANY = '\uE000any'
/** The block is one with the block before. */
export const JOINED = '\uE000joined'

/** Whether the text with these changes reads as it should, block by block. */
export function reads(
  document: Document,
  leaves: readonly LeafBlock[],
  passages: ReadonlyMap<Nodes, Passage>,
  changes: readonly Change[],
): boolean {
  const text = applied(document.text, changes)
  const body = withText(document, text).body
  if (body === null) return false
  const after = new Map(passagesOf(body.tree, text).map((passage) => [passage.node as Nodes, passage.written]))
  const found = leafBlocks(body.tree, text).map(({ node, text: source }) => after.get(node) ?? source)
  const wanted: string[] = []
  for (const { node, ordinal, text: source } of leaves) {
    const own = changes.filter(({ at }) => at === ordinal)
    if (own.length === 0) wanted.push(passages.get(node)?.written ?? source)
    for (const { blocks } of own) {
      if (blocks[0] === ANY) {
        if (own[0]?.blocks === blocks) wanted.push(ANY)
      } else if (blocks[0] === JOINED) wanted.push(`${wanted.pop() ?? ''} ${blocks[1]}`, ...blocks.slice(2))
      else wanted.push(...blocks)
    }
    for (const { blocks } of changes.filter(({ at }) => at === ordinal + 0.5)) wanted.push(...blocks)
  }
  wanted.unshift(...changes.filter(({ at }) => at === 0.5).flatMap(({ blocks }) => blocks))
  return (
    found.length === wanted.length &&
    found.every((block, index) => wanted[index] === ANY || plainOf(block) === plainOf(wanted[index] as string))
  )
}

/** Words as they are shown to people: on one line, without what stands for a note or a picture. */
export function shown(words: string): string {
  return words.replaceAll(OBJECT, '').replaceAll(BREAK, ' ').trim()
}

/** What two readings of one block have in common: its letters and signs, without blanks, escapes and objects. */
export function plainOf(words: string): string {
  return words.replaceAll(OBJECT, '').replace(/[\s\\]+/g, '')
}

/** The text with the edits made; as it was when two of them touch the same words. */
export function applied(text: string, changes: readonly Pick<Change, 'edits'>[]): string {
  const edits = changes.flatMap((change) => change.edits).sort((a, b) => a.start - b.start || a.end - b.end)
  let out = ''
  let done = 0
  for (const edit of edits) {
    if (edit.start < done) return text
    out += text.slice(done, edit.start) + edit.text
    done = edit.end
  }
  return out + text.slice(done)
}
