import { type Document, withText } from '@cahier/core'
import { type LeafBlock, leafBlocks, OBJECT, type Passage, passagesOf } from '@cahier/prose'
import type { Nodes, Root } from 'mdast'
import { BREAK, type SourceEdit } from './words-to-source.ts'

/** One thing that was done to a text: its edits, and what the text must read once they are made. */
export interface SourceChange {
  readonly edits: readonly SourceEdit[]
  readonly wanted: readonly ExpectedBlocks[]
  readonly said: string
}

/**
 * The blocks in the place of the one at `at` (its ordinal), or, with 0.5 more, after it; as they
 * should read.
 */
export interface ExpectedBlocks {
  readonly at: number
  readonly blocks: readonly string[]
  /** Of what is put after one block: which comes first. */
  readonly rank?: number
  /** It stands in no list and no quotation. */
  readonly isBare?: boolean
}

/** In the place of what a block should read, where only the cells of a table are changed. */
export const ANY = '\uE000any'
/** The block is one with the block before. */
export const JOINED = '\uE000joined'

/**
 * Whether the text with these changes reads as it should, block by block, each in the lists and
 * quotations that it stood in.
 */
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
  const asked = changes
    .flatMap((change) => change.wanted)
    .toSorted((a, b) => (a.rank ?? 0) - (b.rank ?? 0))
  const putAfter = (ordinal: number): Block[] =>
    asked.flatMap(({ at, blocks, isBare }) =>
      at === ordinal + 0.5
        ? blocks.map((words) => ({ words, around: isBare === true ? '' : undefined }))
        : [],
    )
  const wanted = putAfter(0)
  for (const { node, ordinal, text: source } of leaves) {
    const own = asked.filter(({ at }) => at === ordinal)
    const around = was.get(node)
    if (own.length === 0) wanted.push({ words: passages.get(node)?.written ?? source, around })
    for (const { blocks } of own) {
      const [first, ...more] = blocks
      if (first === undefined) continue
      if (first === ANY) {
        if (own[0]?.blocks === blocks) wanted.push({ words: ANY, around })
      } else if (first === JOINED) {
        const last = wanted.pop()
        wanted.push(
          ...more.map((words, index) =>
            index === 0
              ? { words: `${last?.words ?? ''} ${words}`, around: last?.around }
              : { words },
          ),
        )
      } else wanted.push({ words: first, around }, ...more.map((words) => ({ words })))
    }
    wanted.push(...putAfter(ordinal))
  }
  return (
    found.length === wanted.length &&
    found.every((block, index) => isAsWanted(block, wanted[index] as Block))
  )
}

interface Block {
  readonly words: string
  /** The lists and quotations around it; `undefined` where that is left open. */
  readonly around?: string | undefined
}

function isAsWanted(found: Block, wanted: Block): boolean {
  const isThere = wanted.around === undefined || wanted.around === found.around
  return (
    isThere && (wanted.words === ANY || comparedWords(found.words) === comparedWords(wanted.words))
  )
}

/**
 * What stands around each block, such as `blockquote list listItem`; `''` for what stands in the
 * text itself.
 */
function surroundingsIn(tree: Root): ReadonlyMap<Nodes, string> {
  const found = new Map<Nodes, string>()
  const visit = (node: Nodes, around: string): void => {
    found.set(node, around)
    const own = node.type === 'list' ? `list${node.ordered ? ' 1.' : ''}` : node.type
    if ('children' in node)
      for (const child of node.children)
        visit(child, node === tree ? '' : `${around} ${own}`.trim())
  }
  visit(tree, '')
  return found
}

/** Words as they are shown to people: on one line, without what stands for a note or a picture. */
export function asShown(words: string): string {
  return words.replaceAll(OBJECT, '').replaceAll(BREAK, ' ').trim()
}

/**
 * What two readings of one block have in common: its letters and signs, without blanks, escapes and
 * objects.
 */
export function comparedWords(words: string): string {
  return words.replaceAll(OBJECT, '').replace(/[\s\\]+/g, '')
}

/** The text with the edits made; as it was when two of them touch the same words. */
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
