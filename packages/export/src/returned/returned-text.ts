import type { Document } from '@cahier/core'
import { type LeafBlock, OBJECT, splitSafe } from '@cahier/prose'
import type { Nodes } from 'mdast'
import { shapeTest, updateBlock, updateFieldOrTitle } from './block-update.ts'
import { isEmpty, type MatchedBlock, type MatchedBlocks, type PrintedBlock } from './blocks.ts'
import { insertAdded } from './insertions.ts'
import { removals } from './removal-edits.ts'
import { type Cell, updateTable, withTables } from './table-update.ts'
import { applyChanges, asShown, readsAsExpected, type SourceChange } from './text-change.ts'
import {
  type DocumentComment,
  leafNamed,
  nameWithoutPrefix,
  openUpdate,
  type ReturnedText,
  sectionNamed,
  type TextUpdate,
} from './text-update.ts'
import { isSameProse } from './words-to-source.ts'
import { updateNotes } from './words-update.ts'

/**
 * Writes the changes of an edited document into the source of one proposal or axis, and lists those
 * that cannot be written. `printed` and `matched` hold the blocks of the whole document. The names
 * of this source's blocks start with `prefix`. `wasPrinted` tells deleted blocks from blocks that
 * were never printed.
 */
export function sourceAfterReturn(
  document: Document,
  prefix: string,
  printed: readonly PrintedBlock[],
  matched: MatchedBlocks,
  wasPrinted: (name: string) => boolean = () => true,
): ReturnedText {
  const update = openUpdate(document, prefix, printed, matched)
  const { leaves, passages, mine, changes, leave, fields } = update
  const comments = commentsOn(mine, matched)
  const added = matched.added.filter(
    ({ after, from, text }) => after.startsWith(`${prefix}_`) && (from || text.trim()) !== '',
  )
  const isDeleted =
    added.length === 0 &&
    mine.some(({ name }) => wasPrinted(name)) &&
    mine.every(({ name }) => isEmpty(matched.kept.get(name)))
  if (isDeleted) {
    const title = asShown(mine.find(({ name }) => name.endsWith('_title'))?.text ?? '')
    return { text: document.text, fields, comments, left: [{ why: 'whole', wording: title }] }
  }
  const tables = updateBlocks(update, printed, wasPrinted)
  const inTables = new Set(
    [...tables].flatMap(([leaf, cells]) => updateTable(update, leaf, cells, added)),
  )
  removeSections(update)
  const outside = added.filter(({ rank }) => !inTables.has(rank))
  const insertions = insertAdded(update, withTables(outside))
  keepUnmovable(update, insertions)
  changes.push(...removalsAndMoves(update, insertions))
  const { safe, refused } = splitSafe(changes, (some) =>
    readsAsExpected(document, leaves, passages, some) ? null : 'place',
  )
  for (const { wording } of refused.keys()) leave('place', wording)
  return { text: applyChanges(document.text, safe), fields, comments, left: update.left }
}

function commentsOn(
  mine: readonly PrintedBlock[],
  { kept, added }: MatchedBlocks,
): readonly DocumentComment[] {
  const names = new Set(mine.map(({ name }) => name))
  const commented = [
    ...mine.flatMap(({ name, text }) => {
      const now = kept.get(name)
      return now === undefined ? [] : [{ ...now, text }]
    }),
    ...added.filter(({ after, from }) => from === '' && names.has(after)),
  ]
  return commented
    .flatMap(({ comments, rank, text }) =>
      comments.map((comment) => ({ ...comment, on: comment.on || text, rank })),
    )
    .sort((a, b) => a.rank - b.rank)
    .map(({ on, text, author }) => ({ on: asShown(on), text, author }))
}

/** Updates all blocks but table cells, which it returns by table. */
function updateBlocks(
  update: TextUpdate,
  printed: readonly PrintedBlock[],
  wasPrinted: (name: string) => boolean,
): ReadonlyMap<LeafBlock, readonly Cell[]> {
  const { mine, leaves, matched } = update
  const tables = new Map<LeafBlock, Cell[]>()
  const pictures = new Set(printed.flatMap((block) => block.pictures.flat()))
  const isReshaped = shapeTest(printed, matched)
  for (const block of mine) {
    const now = matched.kept.get(block.name)
    if (now === undefined && !wasPrinted(block.name)) continue
    const [, ordinal, row, column] =
      /^(\d+)(?:_r(\d+)_c(\d+))?$/.exec(nameWithoutPrefix(update, block.name)) ?? []
    const leaf = ordinal === undefined ? undefined : leaves[Number(ordinal) - 1]
    reportBesideWords(update, block, leaf, now, pictures)
    if (leaf === undefined) updateFieldOrTitle(update, block, now)
    else if (leaf.node.type !== 'table') updateBlock(update, block, leaf, now, isReshaped)
    else if (row !== undefined) {
      const cell = { block, row: Number(row), column: Number(column), now }
      tables.set(leaf, [...(tables.get(leaf) ?? []), cell])
    } else if (now !== undefined) reportCaption(update, block, now)
  }
  return tables
}

/**
 * Updates notes, and reports new pictures and moved tables. `known` holds the sizes of printed
 * pictures, in bytes.
 */
function reportBesideWords(
  update: TextUpdate,
  block: PrintedBlock,
  leaf: LeafBlock | undefined,
  now: MatchedBlock | undefined,
  known: ReadonlySet<number>,
) {
  const { prefix, matched, leave } = update
  const words = asShown(now?.parts.join(' ') ?? '')
  if (now !== undefined) {
    if (objectsIn(now.parts.join(''), now.notes) > objectsIn(block.text, block.notes))
      leave('picture', words)
    if (hasOtherPicture(block.pictures, now.paragraph.pictures, known))
      leave('image', words || (leaf?.text ?? ''))
  }
  updateNotes(update, block, now)
  const wording = words || block.text
  if (matched.moved.has(block.name) && leaf?.node.type === 'table') leave('place', wording)
  // A proposal or axis that moved is reported once, by its title.
  const isMoved =
    matched.reordered.has(block.name) &&
    (nameWithoutPrefix(update, block.name) === 'title' || !matched.reordered.has(`${prefix}_title`))
  if (isMoved) leave('order', wording)
}

/** Counts pictures and repeated note calls. The first call of a note does not count. */
function objectsIn(text: string, notes: readonly string[]) {
  return text.split(OBJECT).length - 1 - notes.length
}

// The number of a caption does not count: word processors compute it.
function reportCaption({ leave }: TextUpdate, { text }: PrintedBlock, { parts }: MatchedBlock) {
  const wording = parts.join(' ')
  if (!isSameProse(text.replace(/\d+/g, ''), wording.replace(/\d+/g, '')))
    leave('field', wording || text)
}

function removeSections(update: TextUpdate) {
  const { emptied, gone, leave } = update
  for (const { name, text } of emptied) {
    const [heading, ...section] = sectionNamed(update, name)
    if (heading !== undefined && section.every(({ node }) => gone.has(node))) gone.add(heading.node)
    else leave('heading', text)
  }
}

/** Keeps a block in its old place when it could not be inserted at its new one. */
function keepUnmovable(update: TextUpdate, insertions: ReadonlyMap<string, SourceChange>) {
  const { matched, mine, prefix, gone } = update
  for (const { name } of mine) {
    const staysInText = matched.added.some(
      ({ from, after }) => from === name && after.startsWith(`${prefix}_`),
    )
    if (matched.moved.has(name) && !insertions.has(name) && staysInText)
      gone.delete(leafNamed(update, name)?.node as Nodes)
  }
}

/** One change both deletes and inserts a moved block, so that no text is lost. */
function removalsAndMoves(
  { tree, gone, document, leaves, passages, prefix }: TextUpdate,
  insertions: ReadonlyMap<string, SourceChange>,
): readonly SourceChange[] {
  return removals(tree, gone, document.text).map(({ leaves: nodes, edit }) => {
    const removed = leaves.filter(({ node }) => nodes.includes(node))
    const moved = removed.flatMap(({ ordinal }) => insertions.get(`${prefix}_${ordinal}`) ?? [])
    return {
      edits: [edit, ...moved.flatMap(({ edits }) => edits)],
      wanted: [
        ...removed.map(({ ordinal }) => ({ at: ordinal, blocks: [] })),
        ...moved.flatMap(({ wanted }) => wanted),
      ],
      wording: removed.map(({ node, text }) => asShown(passages.get(node)?.text ?? text)).join(' '),
    }
  })
}

/** `printed` holds sizes in bytes. An SVG has no known size, and is not compared. */
function hasOtherPicture(
  before: readonly (readonly number[])[],
  now: readonly (readonly number[])[],
  printed: ReadonlySet<number>,
) {
  if (before.length === 0 || before.some((sizes) => sizes.length === 0)) return false
  return now.some((sizes) => sizes.length > 0 && !sizes.some((size) => printed.has(size)))
}
