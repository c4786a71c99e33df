import type { Document } from '@cahier/core'
import { type LeafBlock, largestSafe, leafBlocks, OBJECT, passagesOf } from '@cahier/prose'
import type { Nodes, Root } from 'mdast'
import { applied, type Change, reads, shown } from './change.ts'
import { type Cell, tableChanged } from './changed-table.ts'
import { formatsChanged, inItsLines, linesChanged, notesChanged, wordsChanged } from './changed-words.ts'
import { insertions, type Spot } from './insertions.ts'
import { withTables } from './new-tables.ts'
import { type AddedText, isEmpty, type OwnText, type OwnTexts, type PrintedBlock } from './own-text.ts'
import { hasOtherPicture } from './picture-sizes.ts'
import { topOf } from './places-in-tree.ts'
import { remarks } from './remarks.ts'
import type { Left, ReturnedText } from './returned.ts'
import { fieldOf, fieldText, fieldWords } from './returned-fields.ts'
import type { Returning } from './returning.ts'
import { takenOut } from './taken-out.ts'
import { BREAK, isSameProse, type SourceEdit } from './words-to-source.ts'

/** What may be another without a word being. */
const RANKS = ['depth', 'level', 'isCounted'] as const

/**
 * The source of a text as those who worked on the printed document want it. `printed` and `own` are all the blocks of the document, `prefix` begins the names of
 * those of this text. A block that is missing and of which `wasPrinted` does not know that it was there is left as it is. Nothing is lost: what cannot be
 * written in the source is listed.
 */
export function returnedText(
  document: Document,
  prefix: string,
  printed: readonly PrintedBlock[],
  own: OwnTexts,
  wasPrinted: (name: string) => boolean = () => true,
): ReturnedText {
  const mine = printed.filter(({ name }) => name.startsWith(`${prefix}_`))
  const left: Left[] = []
  const { tree } = document.body ?? { tree: { type: 'root', children: [] } as Root }
  const leaves = leafBlocks(tree, document.text)
  const passages = new Map(passagesOf(tree, document.text).map((passage) => [passage.node as Nodes, passage]))
  const changes: Change[] = []
  const fields = new Map<string, string>()
  const gone = new Set<Nodes>()
  const work: Returning = { document, tree, leaves, passages, changes, gone, left }
  /** Titles of sections that are gone. */
  const emptied: { readonly name: string; readonly text: string }[] = []
  const tables = new Map<LeafBlock, Cell[]>()
  /** Ranks of what was put into a table that was there. */
  const inTables = new Set<number>()
  /** Levels of lists and of headings, and sorts of lists, in which some block of the document still stands. */
  let keptRanks: ReadonlySet<string> | null = null
  const known = new Set(printed.flatMap(({ pictures }) => pictures.flat()))
  const placed = own.added.filter(({ after, from, text }) => after.startsWith(`${prefix}_`) && (from !== '' || text.trim() !== ''))

  if (placed.length === 0 && mine.some(({ name }) => wasPrinted(name)) && mine.every(({ name }) => isEmpty(own.kept.get(name))))
    return { text: document.text, fields, comments: remarks(mine, own), left: [{ why: 'whole', said: titleOf(mine) }] }
  for (const block of mine) {
    const rest = block.name.slice(prefix.length + 1)
    const now = own.kept.get(block.name)
    if (now === undefined && !wasPrinted(block.name)) continue
    if (now !== undefined && objectsIn(now.parts.join(''), now.notes) > objectsIn(block.text, block.notes))
      left.push({ why: 'picture', said: shown(now.parts.join(' ')) })
    const [, ordinal, row, column] = /^(\d+)(?:_r(\d+)_c(\d+))?$/.exec(rest) ?? []
    const leaf = ordinal === undefined ? undefined : leaves[Number(ordinal) - 1]
    if (now !== undefined && hasOtherPicture(block.pictures, now.paragraph.pictures, known))
      left.push({ why: 'image', said: shown(now.parts.join(' ')) || (leaf?.text ?? '') })
    notesChanged(work, block, now)
    if (own.moved.has(block.name) && leaf?.node.type === 'table')
      left.push({ why: 'place', said: shown(now?.parts.join(' ') || block.text) })
    // A text that moved as a whole is told once.
    const isMoved = own.reordered.has(block.name) && (rest === 'title' || !own.reordered.has(`${prefix}_title`))
    if (isMoved) left.push({ why: 'order', said: shown(now?.parts.join(' ') || block.text) })
    if (leaf === undefined) otherBlock(block, rest, now)
    else if (leaf.node.type !== 'table') leafBlock(block, leaf, now)
    else if (row !== undefined) tables.set(leaf, [...(tables.get(leaf) ?? []), { block, row: Number(row), column: Number(column), now }])
    else if (now !== undefined) caption(block, now)
  }
  for (const [leaf, cells] of tables) for (const rank of tableChanged(work, leaf, cells, placed)) inTables.add(rank)
  for (const { name, text } of emptied) {
    const section = sectionOf(name)
    if (section.slice(1).every(({ node }) => gone.has(node)) && section[0] !== undefined) gone.add(section[0].node)
    else left.push({ why: 'heading', said: shown(text) })
  }
  const put = new Map<string, Change>()
  const insert = insertions({ tree, text: document.text, raise: document.kind === 'axis' ? 0 : 1, leaves, passages })
  for (const added of withTables(placed.filter(({ rank }) => !inTables.has(rank)))) addition(added)
  // A block that moved is taken out where it is put in, or not at all.
  for (const { name } of mine) if (own.moved.has(name) && !put.has(name) && staysHere(name)) gone.delete(leafOf(name)?.node as Nodes)
  for (const { leaves: nodes, edit } of takenOut(tree, gone, document.text)) {
    const out = leaves.filter(({ node }) => nodes.includes(node))
    const back = out.flatMap(({ ordinal }) => put.get(`${prefix}_${ordinal}`) ?? [])
    changes.push({
      edits: [edit, ...back.flatMap(({ edits }) => edits)],
      wanted: [...out.map(({ ordinal }) => ({ at: ordinal, blocks: [] })), ...back.flatMap(({ wanted }) => wanted)],
      said: out.map(({ node, text }) => shown(passages.get(node)?.text ?? text)).join(' '),
    })
  }

  const { safe, refused } = largestSafe(changes, (some) => (reads(document, leaves, passages, some) ? null : 'place'))
  for (const { said } of refused.keys()) left.push({ why: 'place', said })
  return { text: applied(document.text, safe), fields, comments: remarks(mine, own), left }

  function leafOf(name: string): LeafBlock | undefined {
    const ordinal = /^\d+/.exec(name.slice(prefix.length + 1))?.[0]
    return ordinal === undefined ? undefined : leaves[Number(ordinal) - 1]
  }

  /** The heading of a section, by the name of its title in print, and the blocks of the section. */
  function sectionOf(name: string): readonly LeafBlock[] {
    const title = mine.find((block) => block.name === name)?.text ?? ''
    const isHead = ({ node }: LeafBlock): boolean => node.type === 'heading' && node.depth === 2
    const from = leaves.findIndex((leaf) => isHead(leaf) && isSameProse(passages.get(leaf.node)?.written ?? '', title))
    if (from < 0) return []
    const to = leaves.findIndex((leaf, index) => index > from && (isHead(leaf) || topOf(tree, leaf.node).type === 'footnoteDefinition'))
    return leaves.slice(from, to < 0 ? undefined : to)
  }

  function staysHere(name: string): boolean {
    return own.added.some(({ from, after }) => from === name && after.startsWith(`${prefix}_`))
  }

  /** A field of the head, the title of a section, or something that no text of the source says. */
  function otherBlock({ name, text }: PrintedBlock, rest: string, now: OwnText | undefined): void {
    // Counted on the day it is printed: no text says it, and another day it reads otherwise.
    if (/^(?:status|dissent|decision|life|answer)(?:_|$)/.test(rest)) return
    const field = fieldOf(document, prefix, name)
    const said = now === undefined ? '' : now.parts.join(' ').trim()
    if (isSameProse(text, said)) return
    if (said === '' && rest.startsWith('s_')) emptied.push({ name, text })
    else if (field === null)
      left.push({ why: rest.startsWith('s_') ? 'heading' : rest.startsWith('note_') ? 'note' : 'field', said: shown(said || text) })
    else if (said === '' || said.includes(OBJECT)) left.push({ why: 'field', said: shown(said || text) })
    else fields.set(field, fieldWords(fieldText(document, field), text, said))
  }

  // Its number is the word processor's to count again.
  function caption({ text }: PrintedBlock, { parts }: OwnText): void {
    const said = parts.join(' ')
    if (!isSameProse(text.replace(/\d+/g, ''), said.replace(/\d+/g, ''))) left.push({ why: 'field', said: said || text })
  }

  function leafBlock(block: PrintedBlock, leaf: LeafBlock, now: OwnText | undefined): void {
    const { name, text, runs } = block
    const passage = passages.get(leaf.node)
    if (own.moved.has(name)) gone.add(leaf.node)
    if (now === undefined || isEmpty(now) || own.moved.has(name)) {
      if (text.trim() !== '') gone.add(leaf.node)
      return
    }
    formatsChanged(work, { text, runs }, now)
    linesChanged(work, text, now)
    if (now.joinedTo === '' && isMade(block, now)) left.push({ why: 'shape', said: shown(now.parts.join(' ')) })
    const said = now.parts.map((part) => inItsLines(text, part).trim()).join(BREAK)
    const joint = now.joinedTo === '' ? null : jointBefore(leaf, now)
    if (joint === null && isSameProse(text, said)) return
    if (passage === undefined || (now.joinedTo !== '' && joint === null)) left.push({ why: 'place', said: shown(said) })
    else wordsChanged(work, passage, text, said, leaf, joint)
  }

  /** Whether a block was made an item or a heading, or one of another level, or none: some word processors keep none of its kind. */
  function isMade(block: PrintedBlock, { paragraph }: OwnText): boolean {
    return RANKS.some((rank) => {
      if (paragraph[rank] === block[rank]) return false
      keptRanks ??= new Set(
        printed.flatMap((one) =>
          RANKS.flatMap((kind) => (own.kept.get(one.name)?.paragraph[kind] === one[kind] ? [rankNamed(kind, one[kind])] : [])),
        ),
      )
      return block[rank] === 0 || keptRanks.has(rankNamed(rank, block[rank]))
    })
  }

  /** What two paragraphs that were made one had between them; `null` when they did not follow each other. */
  function jointBefore(leaf: LeafBlock, { joinedTo }: OwnText): SourceEdit | null {
    const before = leaves[leaf.ordinal - 2]
    const [first, second] = [before === undefined ? undefined : passages.get(before.node), passages.get(leaf.node)]
    const isNext = before !== undefined && `${prefix}_${before.ordinal}` === joinedTo
    return isNext && first !== undefined && second !== undefined ? { start: first.end, end: second.start, text: ' ' } : null
  }

  function addition(added: AddedText): void {
    const block = mine.find(({ name }) => name === added.from)
    const moved = block === undefined ? undefined : leafOf(block.name)
    const words = shown(added.text.trim())
    if (added.text.includes(OBJECT) && moved === undefined) left.push({ why: 'picture', said: words || wordsOf(added.after) })
    if (words === '' && moved === undefined) return
    const spot = spotAfter(added.after)
    if (spot === null) {
      left.push({ why: 'place', said: words || shown(block?.text ?? '') })
      return
    }
    const isSame = block !== undefined && isSameProse(block.text, added.text)
    const change = insert(added, spot, isSame ? moved : undefined)
    if (block === undefined) changes.push(change)
    else {
      put.set(block.name, change)
      if (!isSame && added.text.includes(OBJECT)) left.push({ why: 'picture', said: words })
    }
  }

  /** Of what has no words of its own, those before it tell the place. */
  function wordsOf(name: string): string {
    return shown(own.kept.get(name)?.parts.join(' ') ?? '')
  }

  /** The block after which a paragraph goes, by the name of what is printed before it. */
  function spotAfter(name: string): Spot | null {
    const rest = name.slice(prefix.length + 1)
    const leaf = leafOf(name)
    if (leaf !== undefined) return { leaf, isBefore: false }
    if (rest.startsWith('s_')) {
      const [heading] = sectionOf(name)
      return heading === undefined ? null : { leaf: heading, isBefore: false }
    }
    const [first] = leaves
    return document.kind === 'axis' && first !== undefined && /^(?:title|question)$/.test(rest) ? { leaf: first, isBefore: true } : null
  }
}

// Who keeps one heading keeps them all; lists may lose what is deep in them.
function rankNamed(kind: (typeof RANKS)[number], value: number | boolean): string {
  return `${kind} ${kind === 'level' ? value !== 0 : value}`
}

function titleOf(mine: readonly PrintedBlock[]): string {
  return shown(mine.find(({ name }) => name.endsWith('_title'))?.text ?? '')
}

/** Pictures, and notes called again: what stands for something and is no note. */
function objectsIn(text: string, notes: readonly string[]): number {
  return text.split(OBJECT).length - 1 - notes.length
}
