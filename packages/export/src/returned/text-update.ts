import type { Document } from '@cahier/core'
import { type LeafBlock, leafBlocks, passagesOf } from '@cahier/prose'
import type { Nodes, Root } from 'mdast'
import type { MatchedBlocks, PrintedBlock } from './blocks.ts'
import { asShown, type SourceChange } from './text-change.ts'
import { topOf } from './tree-places.ts'
import { isSameProse } from './words-to-source.ts'

/** The changes of an edited document to one proposal or axis. */
export interface ReturnedText {
  /** The source with its body updated. */
  readonly text: string
  /** New values of front matter fields, such as `title` or `requests.partis`. */
  readonly fields: ReadonlyMap<string, string>
  readonly comments: readonly DocumentComment[]
  /** Changes that a person must make. */
  readonly left: readonly UnappliedChange[]
}

/** A comment in the returned document. */
export interface DocumentComment {
  /** The words that the comment is about. */
  readonly on: string
  readonly text: string
  readonly author: string
}

/** A change that could not be written into the source. */
export interface UnappliedChange {
  readonly why:
    | 'cells'
    | 'citation'
    | 'dissent'
    | 'field'
    | 'format'
    | 'heading'
    | 'image'
    | 'line'
    | 'manifest'
    | 'note'
    | 'notice'
    | 'order'
    | 'picture'
    | 'place'
    | 'row'
    | 'shape'
    | 'source'
    | 'whole'
  readonly wording: string
}

/** The update of one proposal or axis: its source, printed blocks and changes so far. */
export type TextUpdate = ReturnType<typeof openUpdate>

export function openUpdate(
  document: Document,
  prefix: string,
  printed: readonly PrintedBlock[],
  matched: MatchedBlocks,
) {
  const tree: Root = document.body?.tree ?? { type: 'root', children: [] }
  const changes: SourceChange[] = []
  const left: UnappliedChange[] = []
  const emptied: PrintedBlock[] = []
  return {
    document,
    tree,
    /** The blocks of the source; `passages` holds the words of each block. */
    leaves: leafBlocks(tree, document.text),
    passages: new Map(
      passagesOf(tree, document.text).map((passage) => [passage.node as Nodes, passage]),
    ),
    /** The start of the block names of this text: `b_7`. */
    prefix,
    mine: printed.filter(({ name }) => name.startsWith(`${prefix}_`)),
    matched,
    changes,
    /** Source blocks to delete. */
    gone: new Set<Nodes>(),
    left,
    leave(why: UnappliedChange['why'], words: string): void {
      left.push({ why, wording: asShown(words) })
    },
    fields: new Map<string, string>(),
    /** Section titles that were deleted in the returned document. */
    emptied,
  }
}

/** The name of a block without the prefix of its text, such as `title` or `12`. */
export function nameWithoutPrefix({ prefix }: TextUpdate, name: string): string {
  return name.slice(prefix.length + 1)
}

/** The source block printed under this name; for a table cell, the whole table. */
export function leafNamed(update: TextUpdate, name: string): LeafBlock | undefined {
  const ordinal = /^\d+/.exec(nameWithoutPrefix(update, name))?.[0]
  return ordinal === undefined ? undefined : update.leaves[Number(ordinal) - 1]
}

/** The source blocks of the section whose title has this name, heading first. */
export function sectionNamed(
  { mine, leaves, passages, tree }: TextUpdate,
  name: string,
): readonly LeafBlock[] {
  const title = mine.find((block) => block.name === name)?.text ?? ''
  const isHead = ({ node }: LeafBlock) => node.type === 'heading' && node.depth === 2
  const from = leaves.findIndex(
    (leaf) => isHead(leaf) && isSameProse(passages.get(leaf.node)?.written ?? '', title),
  )
  if (from < 0) return []
  const to = leaves.findIndex(
    (leaf, index) =>
      index > from && (isHead(leaf) || topOf(tree, leaf.node).type === 'footnoteDefinition'),
  )
  return leaves.slice(from, to < 0 ? undefined : to)
}
