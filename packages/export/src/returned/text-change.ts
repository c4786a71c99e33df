import { type Document, withText } from '@cahier/core'
import { type LeafBlock, leafBlocks, OBJECT, type Passage, passagesOf } from '@cahier/prose'
import type { Nodes, Root } from 'mdast'
import { BREAK, type SourceEdit } from './words-to-source.ts'

/** One change to a source: its edits, and the blocks expected afterwards. */
export interface SourceChange {
  readonly edits: readonly SourceEdit[]
  readonly wanted: readonly ExpectedBlocks[]
  readonly wording: string
}

/** The blocks expected in place of block number `at`, or after it when `at` ends in .5. */
export interface ExpectedBlocks {
  readonly at: number
  readonly blocks: readonly string[]
  /** The order of insertions after the same block. */
  readonly rank?: number
  /** True when the blocks must be outside lists and quotations. */
  readonly isBare?: boolean
}

/** In `blocks`, means any table: the words of tables are not compared. */
export const ANY_TABLE = '\uE000any'
/** The first of `blocks` when a block is joined to the block before it. */
export const JOINED = '\uE000joined'

/** True when the changed text, once parsed, has the expected words, lists and quotations. */
export function readsAsExpected(
  document: Document,
  leaves: readonly LeafBlock[],
  passages: ReadonlyMap<Nodes, Passage>,
  changes: readonly SourceChange[],
): boolean {
  const text = applyChanges(document.text, changes)
  const [old, body] = [document.body, withText(document, text).body]
  if (old === null || body === null) return false
  const [was, is] = [surroundingsIn(old.tree), surroundingsIn(body.tree)]
  const after = new Map(
    passagesOf(body.tree, text).map((passage) => [passage.node as Nodes, passage.written]),
  )
  const found = leafBlocks(body.tree, text).map(({ node, text: source }) => ({
    words: after.get(node) ?? source,
    around: is.get(node),
  }))
  const expected = changes
    .flatMap((change) => change.wanted)
    .toSorted((a, b) => (a.rank ?? 0) - (b.rank ?? 0))
  const addedAfter = (ordinal: number): Block[] =>
    expected
      .filter(({ at }) => at === ordinal + 0.5)
      .flatMap(({ blocks, isBare }) =>
        blocks.map((words) => ({ words, around: isBare ? '' : undefined })),
      )
  const wanted = addedAfter(0)
  for (const { node, ordinal, text: source } of leaves) {
    const own = expected.filter(({ at }) => at === ordinal)
    const around = was.get(node)
    if (own.length === 0) wanted.push({ words: passages.get(node)?.written ?? source, around })
    // Several changes of one table are expected as one block.
    if (own[0]?.blocks[0] === ANY_TABLE) wanted.push({ words: ANY_TABLE, around })
    else
      for (const { blocks } of own) {
        const isJoined = blocks[0] === JOINED
        const before = isJoined ? wanted.pop() : undefined
        const [first, ...more] = blocks.slice(isJoined ? 1 : 0)
        if (first !== undefined)
          wanted.push(
            isJoined
              ? { words: `${before?.words ?? ''} ${first}`, around: before?.around }
              : { words: first, around },
            ...more.map((words) => ({ words })),
          )
      }
    wanted.push(...addedAfter(ordinal))
  }
  return (
    found.length === wanted.length &&
    found.every((block, index) => isAsWanted(block, wanted[index] as Block))
  )
}

interface Block {
  readonly words: string
  /** The lists and quotations around; undefined when not checked. */
  readonly around?: string | undefined
}

function isAsWanted(found: Block, wanted: Block) {
  const isThere = wanted.around === undefined || wanted.around === found.around
  return (
    isThere &&
    (wanted.words === ANY_TABLE || comparedWords(found.words) === comparedWords(wanted.words))
  )
}

/** The ancestors of each block, such as `blockquote list listItem`; empty at the top level. */
function surroundingsIn(tree: Root): ReadonlyMap<Nodes, string> {
  const found = new Map<Nodes, string>()
  const visit = (node: Nodes, around: string) => {
    found.set(node, around)
    const own = node.type === 'list' ? `list${node.ordered ? ' 1.' : ''}` : node.type
    if ('children' in node)
      for (const child of node.children)
        visit(child, node === tree ? '' : `${around} ${own}`.trim())
  }
  visit(tree, '')
  return found
}

/** Words for a report: on one line, without placeholders of notes and pictures. */
export function asShown(words: string): string {
  return words.replaceAll(OBJECT, '').replaceAll(BREAK, ' ').trim()
}

/** The letters and signs of a block, without blanks, escapes and placeholders. */
export function comparedWords(words: string): string {
  return words.replaceAll(OBJECT, '').replace(/[\s\\]+/g, '')
}

/** The text after these changes; unchanged when two edits overlap. */
export function applyChanges(
  text: string,
  changes: readonly Pick<SourceChange, 'edits'>[],
): string {
  const edits = changes
    .flatMap((change) => change.edits)
    .sort((a, b) => a.start - b.start || a.end - b.end || (a.rank ?? 0) - (b.rank ?? 0))
  let out = ''
  let done = 0
  for (const edit of edits) {
    if (edit.start < done) return text
    out += text.slice(done, edit.start) + edit.text
    done = edit.end
  }
  return out + text.slice(done)
}
