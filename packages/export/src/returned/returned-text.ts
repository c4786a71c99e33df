import type { Document } from '@cahier/core'
import { type LeafBlock, largestSafe, leafBlocks, OBJECT, passagesOf } from '@cahier/prose'
import type { Nodes, Root } from 'mdast'
import { applied, reads, shown } from './change.ts'
import { headChanged } from './changed-head.ts'
import { leafChanged, madeIn } from './changed-leaf.ts'
import { type Cell, tableChanged } from './changed-table.ts'
import { notesChanged } from './changed-words.ts'
import { hasOtherPicture } from './document/picture-sizes.ts'
import { remarks } from './document/remarks.ts'
import { withTables } from './new-tables.ts'
import { isEmpty, type OwnText, type OwnTexts, type PrintedBlock } from './own-text.ts'
import { putIn } from './put-in.ts'
import type { ReturnedText } from './returned.ts'
import { leafNamed, type Returning, restOf, sectionNamed } from './returning.ts'
import { takenOut } from './taken-out.ts'
import { isSameProse } from './words-to-source.ts'

/**
 * The source of a text as those who worked on the printed document want it. `printed` and `own` are
 * all the blocks of the document, `prefix` begins the names of those of this text. A block that is
 * missing and of which `wasPrinted` does not know that it was there is left as it is. Nothing is
 * lost: what cannot be written in the source is listed.
 */
export function returnedText(
  document: Document,
  prefix: string,
  printed: readonly PrintedBlock[],
  own: OwnTexts,
  wasPrinted: (name: string) => boolean = () => true,
): ReturnedText {
  const work = returning(document, prefix, printed, own)
  const { tree, leaves, passages, mine, changes, gone, left, fields } = work
  const comments = remarks(mine, own)
  const placed = own.added.filter(
    ({ after, from, text }) =>
      after.startsWith(`${prefix}_`) && (from !== '' || text.trim() !== ''),
  )
  if (
    placed.length === 0 &&
    mine.some(({ name }) => wasPrinted(name)) &&
    mine.every(({ name }) => isEmpty(own.kept.get(name)))
  )
    return { text: document.text, fields, comments, left: [{ why: 'whole', said: titleOf(mine) }] }

  const tables = new Map<LeafBlock, Cell[]>()
  const pictures = new Set(printed.flatMap((block) => block.pictures.flat()))
  const isMade = madeIn(printed, own)
  for (const block of mine) {
    const now = own.kept.get(block.name)
    if (now === undefined && !wasPrinted(block.name)) continue
    const [, ordinal, row, column] =
      /^(\d+)(?:_r(\d+)_c(\d+))?$/.exec(restOf(work, block.name)) ?? []
    const leaf = ordinal === undefined ? undefined : leaves[Number(ordinal) - 1]
    besideItsWords(work, block, leaf, now, pictures)
    if (leaf === undefined) headChanged(work, block, now)
    else if (leaf.node.type !== 'table') leafChanged(work, block, leaf, now, isMade)
    else if (row !== undefined)
      tables.set(leaf, [
        ...(tables.get(leaf) ?? []),
        { block, row: Number(row), column: Number(column), now },
      ])
    else if (now !== undefined) captionChanged(work, block, now)
  }
  /** Ranks of what was put into a table that was there. */
  const inTables = new Set(
    [...tables].flatMap(([leaf, cells]) => tableChanged(work, leaf, cells, placed)),
  )
  takeOutSections(work)
  const put = putIn(work, withTables(placed.filter(({ rank }) => !inTables.has(rank))))
  // A block that moved is taken out where it is put in, or not at all.
  const staysHere = (name: string) =>
    own.added.some(({ from, after }) => from === name && after.startsWith(`${prefix}_`))
  for (const { name } of mine)
    if (own.moved.has(name) && !put.has(name) && staysHere(name))
      gone.delete(leafNamed(work, name)?.node as Nodes)
  for (const { leaves: nodes, edit } of takenOut(tree, gone, document.text)) {
    const out = leaves.filter(({ node }) => nodes.includes(node))
    const back = out.flatMap(({ ordinal }) => put.get(`${prefix}_${ordinal}`) ?? [])
    changes.push({
      edits: [edit, ...back.flatMap(({ edits }) => edits)],
      wanted: [
        ...out.map(({ ordinal }) => ({ at: ordinal, blocks: [] })),
        ...back.flatMap(({ wanted }) => wanted),
      ],
      said: out.map(({ node, text }) => shown(passages.get(node)?.text ?? text)).join(' '),
    })
  }

  const { safe, refused } = largestSafe(changes, (some) =>
    reads(document, leaves, passages, some) ? null : 'place',
  )
  for (const { said } of refused.keys()) left.push({ why: 'place', said })
  return { text: applied(document.text, safe), fields, comments, left }
}

function returning(
  document: Document,
  prefix: string,
  printed: readonly PrintedBlock[],
  own: OwnTexts,
): Returning {
  const { tree } = document.body ?? { tree: { type: 'root', children: [] } as Root }
  const found = {
    changes: [],
    gone: new Set<Nodes>(),
    left: [],
    fields: new Map<string, string>(),
    emptied: [],
  }
  return {
    ...{ document, prefix, own, tree, ...found },
    mine: printed.filter(({ name }) => name.startsWith(`${prefix}_`)),
    leaves: leafBlocks(tree, document.text),
    passages: new Map(
      passagesOf(tree, document.text).map((passage) => [passage.node as Nodes, passage]),
    ),
  }
}

/**
 * What is another about a block besides its words: its pictures, its notes, its place. `known`: the
 * pictures of the whole document.
 */
function besideItsWords(
  work: Returning,
  block: PrintedBlock,
  leaf: LeafBlock | undefined,
  now: OwnText | undefined,
  known: ReadonlySet<number>,
): void {
  const { prefix, own, left } = work
  if (
    now !== undefined &&
    objectsIn(now.parts.join(''), now.notes) > objectsIn(block.text, block.notes)
  )
    left.push({ why: 'picture', said: shown(now.parts.join(' ')) })
  if (now !== undefined && hasOtherPicture(block.pictures, now.paragraph.pictures, known))
    left.push({ why: 'image', said: shown(now.parts.join(' ')) || (leaf?.text ?? '') })
  notesChanged(work, block, now)
  const said = shown(now?.parts.join(' ') || block.text)
  if (own.moved.has(block.name) && leaf?.node.type === 'table') left.push({ why: 'place', said })
  // A text that moved as a whole is told once.
  const isMoved =
    own.reordered.has(block.name) &&
    (restOf(work, block.name) === 'title' || !own.reordered.has(`${prefix}_title`))
  if (isMoved) left.push({ why: 'order', said })
}

// Its number is the word processor's to count again.
function captionChanged({ left }: Returning, { text }: PrintedBlock, { parts }: OwnText): void {
  const said = parts.join(' ')
  if (!isSameProse(text.replace(/\d+/g, ''), said.replace(/\d+/g, '')))
    left.push({ why: 'field', said: said || text })
}

/**
 * Takes out the headings of sections of which nothing is left; a title that is gone alone is told.
 */
function takeOutSections(work: Returning): void {
  const { emptied, gone, left } = work
  for (const { name, text } of emptied) {
    const [heading, ...section] = sectionNamed(work, name)
    if (heading !== undefined && section.every(({ node }) => gone.has(node))) gone.add(heading.node)
    else left.push({ why: 'heading', said: shown(text) })
  }
}

function titleOf(mine: readonly PrintedBlock[]): string {
  return shown(mine.find(({ name }) => name.endsWith('_title'))?.text ?? '')
}

/** Pictures, and notes called again: what stands for something and is no note. */
function objectsIn(text: string, notes: readonly string[]): number {
  return text.split(OBJECT).length - 1 - notes.length
}
