import { type Document, type Json, readDocument } from '@cahier/core'
import { type LeafBlock, largestSafe, leafBlocks, OBJECT, type Passage, passagesOf, plainText, proseAsMarkdown } from '@cahier/prose'
import type { ListItem, Nodes, Root, Table } from 'mdast'
import { nameFrom } from '../odt/anchors.ts'
import type { AddedText, OwnText, OwnTexts, PrintedBlock } from './own-texts.ts'
import { BREAK, carryOver, isSameProse, type SourceEdit } from './words-to-source.ts'

/** What came back of one proposal or axis. */
export interface ReturnedText {
  /** The source with what was changed in its body. */
  readonly text: string
  /** Fields of the head that were changed, such as `title` or `requests.partis`, as they should read. */
  readonly fields: ReadonlyMap<string, string>
  readonly comments: readonly Remark[]
  readonly left: readonly Left[]
}

/** A comment, with the words that it is on. */
export interface Remark {
  readonly on: string
  readonly text: string
}

/** What was changed in the document and is not in the text: it has to be done by hand. */
export interface Left {
  readonly why: 'citation' | 'field' | 'heading' | 'note' | 'picture' | 'place' | 'row'
  readonly said: string
}

interface Change {
  readonly edits: readonly SourceEdit[]
  /** The blocks in the place of the one at `at` (its ordinal), or, with 0.5 more, after it; as they should read. */
  readonly at: number
  readonly blocks: readonly string[]
  readonly said: string
}

/**
 * The source of a text as those who worked on the printed document want it. `printed` and `own` are all the blocks of the document, `prefix` begins the names of
 * those of this text. In a publication that is not `whole`, a block that is missing was perhaps never printed, and is left as it is. Nothing is lost: what cannot be
 * written in the source is listed.
 */
export function returnedText(
  document: Document,
  prefix: string,
  printed: readonly PrintedBlock[],
  own: OwnTexts,
  whole = true,
): ReturnedText {
  const mine = printed.filter(({ name }) => name.startsWith(`${prefix}_`))
  const left: Left[] = []
  const { tree } = document.body ?? { tree: { type: 'root', children: [] } as Root }
  const leaves = leafBlocks(tree, document.text)
  const passages = new Map(passagesOf(tree, document.text).map((passage) => [passage.node as Nodes, passage]))
  const cells = new Set<string>()
  const changes: Change[] = []
  const fields = new Map<string, string>()
  const moved = movedBlocks(mine, own)

  for (const block of mine) {
    const rest = block.name.slice(prefix.length + 1)
    const now = own.kept.get(block.name)
    if (now === undefined && !whole) continue
    for (const note of now?.notes ?? []) if (!block.notes.some((known) => isSameProse(known, note))) left.push({ why: 'note', said: note })
    const [, ordinal, row, column] = /^(\d+)(?:_r(\d+)_c(\d+))?$/.exec(rest) ?? []
    const leaf = ordinal === undefined ? undefined : leaves[Number(ordinal) - 1]
    if (leaf === undefined) otherBlock(block, rest, now)
    else if (row !== undefined) cell(block, leaf, Number(row), Number(column), now)
    else if (leaf.node.type !== 'table') leafBlock(block, leaf, now)
    else if (now !== undefined) caption(block, now)
  }
  for (const added of own.added) if (added.after.startsWith(`${prefix}_`)) addition(added)

  const { safe, refused } = largestSafe(changes, (some) => (reads(document, leaves, passages, some) ? null : 'place'))
  for (const { said } of refused.keys()) left.push({ why: 'place', said })
  return { text: applied(document.text, safe), fields, comments: remarks(mine, own), left }

  /** A field of the head, the title of a section, or something that no text of the source says. */
  function otherBlock({ name, text }: PrintedBlock, rest: string, now: OwnText | undefined): void {
    const field = fieldOf(document, prefix, name)
    const said = now === undefined ? '' : now.parts.join(' ').trim()
    if (isSameProse(text, said)) return
    if (field === null)
      left.push({ why: rest.startsWith('s_') ? 'heading' : rest.startsWith('note_') ? 'note' : 'field', said: said || text })
    else if (said === '' || said.includes(OBJECT)) left.push({ why: 'field', said: said || text })
    else fields.set(field, fieldWords(fieldText(document, field), text, said))
  }

  // Its number is the word processor's to count again.
  function caption({ text }: PrintedBlock, { parts }: OwnText): void {
    const said = parts.join(' ')
    if (!isSameProse(text.replace(/\d+/g, ''), said.replace(/\d+/g, ''))) left.push({ why: 'field', said: said || text })
  }

  function cell({ name, text }: PrintedBlock, leaf: LeafBlock, row: number, column: number, now: OwnText | undefined): void {
    cells.add(name)
    const source = (leaf.node as Table).children[row]?.children[column - 1]
    const passage = source === undefined ? undefined : passages.get(source)
    const said = now?.parts.join(' ') ?? ''
    if (isSameProse(text, said)) return
    if (passage === undefined || said.trim() === '') left.push({ why: 'row', said: shown(said || text) })
    else wordsChanged(passage, text, said, leaf)
  }

  function leafBlock({ name, text }: PrintedBlock, leaf: LeafBlock, now: OwnText | undefined): void {
    const passage = passages.get(leaf.node)
    const isGone = now === undefined || now.parts.join('').trim() === ''
    if (isGone || moved.has(name)) {
      if (text.trim() === '' && !moved.has(name)) return
      changes.push({ edits: [withoutBlock(tree, leaf.node, document.text)], at: leaf.ordinal, blocks: [], said: text })
      if (now !== undefined && moved.has(name)) {
        const written = isSameProse(text, now.parts.join(' ')) ? leaf.text : null
        addition({ text: now.parts.join(' '), where: 'text', after: moved.get(name) as string, comments: [], rank: now.rank }, written)
      }
      return
    }
    const said = now.parts.map((part) => part.trim()).join(BREAK)
    const joint = now.joinedTo === '' ? null : jointBefore(leaf, now)
    if (joint === null && isSameProse(text, said)) return
    if (passage === undefined || (now.joinedTo !== '' && joint === null)) left.push({ why: 'place', said: shown(said) })
    else wordsChanged(passage, text, said, leaf, joint)
  }

  /** What two paragraphs that were made one had between them; `null` when they did not follow each other. */
  function jointBefore(leaf: LeafBlock, { joinedTo }: OwnText): SourceEdit | null {
    const before = leaves[leaf.ordinal - 2]
    const [first, second] = [before === undefined ? undefined : passages.get(before.node), passages.get(leaf.node)]
    const isNext = before !== undefined && `${prefix}_${before.ordinal}` === joinedTo
    return isNext && first !== undefined && second !== undefined ? { start: first.end, end: second.start, text: ' ' } : null
  }

  function wordsChanged(passage: Passage, text: string, said: string, { node, ordinal }: LeafBlock, joint: SourceEdit | null = null): void {
    const isCell = node.type === 'table'
    const between = itemOf(tree, node) === null ? '\n\n' : `\n${itemStart(tree, node, document.text, 1)}`
    const write = (some: string) =>
      some
        .split(BREAK)
        .map((part, index) => proseAsMarkdown(index === 0 ? part : part.trimStart(), isCell ? 'cell' : index === 0 ? 'inside' : 'start'))
        .join(between)
    const { edits, words, left: missed } = carryOver(passage, text, said, write)
    for (const one of missed) left.push({ why: 'citation', said: shown(one) })
    const all = joint === null ? edits : [joint, ...edits]
    if (all.length === 0) return
    const blocks = isCell ? [ANY] : [...(joint === null ? [] : [JOINED]), ...words.split(BREAK)]
    changes.push({ edits: all, at: ordinal, blocks, said: shown(said) })
  }

  function addition({ text, where, after, rank }: AddedText, written: string | null = null): void {
    const said = text.trim()
    const words = shown(said)
    if (said.includes(OBJECT) && written === null) left.push({ why: 'picture', said: words })
    if (words === '') return
    const spot = cells.has(after) || where === 'cell' ? null : spotAfter(after, rank)
    if (spot === null) {
      left.push({ why: 'place', said: words })
      return
    }
    const markdown = written ?? proseAsMarkdown(words)
    const item = where === 'item' && spot.leaf !== null ? itemOf(tree, spot.leaf.node) : null
    const edit =
      item !== null && spot.leaf !== null
        ? insertAt(endOf(item), `\n${itemStart(tree, spot.leaf.node, document.text, 1)}${markdown}`)
        : spot.leaf !== null
          ? insertAt(endOf(topOf(tree, spot.leaf.node)), `\n\n${markdown}`)
          : insertAt(spot.before, `${markdown}\n\n`)
    changes.push({
      edits: [edit],
      at: (spot.leaf?.ordinal ?? spot.ordinal) + 0.5,
      blocks: [written === null ? words : plainOf(written)],
      said: words,
    })
  }

  /** The leaf block that a name is of, or the one that comes after the title of a section. */
  function spotAfter(
    name: string,
    rank: number,
  ): { readonly leaf: LeafBlock | null; readonly before: number; readonly ordinal: number } | null {
    const ordinal = /^\d+/.exec(name.slice(prefix.length + 1))?.[0]
    const leaf = ordinal === undefined ? undefined : leaves[Number(ordinal) - 1]
    if (leaf !== undefined) return { leaf, before: 0, ordinal: leaf.ordinal }
    const following = mine.find(
      (block) => /^\d+$/.test(block.name.slice(prefix.length + 1)) && (own.kept.get(block.name)?.rank ?? -1) > rank,
    )
    const next = following === undefined ? undefined : leaves[Number(following.name.slice(prefix.length + 1)) - 1]
    if (next === undefined || name.slice(prefix.length + 1, prefix.length + 3) !== 's_') return null
    return { leaf: null, before: topOf(tree, next.node).position?.start.offset ?? 0, ordinal: next.ordinal - 1 }
  }
}

/** In the place of what a block should read, where only the cells of a table are changed. */
const ANY = '\uE000any'
/** The block is one with the block before. */
const JOINED = '\uE000joined'

/** Whether the text with these changes reads as it should, block by block. */
function reads(
  document: Document,
  leaves: readonly LeafBlock[],
  passages: ReadonlyMap<Nodes, Passage>,
  changes: readonly Change[],
): boolean {
  const text = applied(document.text, changes)
  const body = readDocument({ path: document.path, text }, document.kind).body
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

function shown(words: string): string {
  return words.replaceAll(OBJECT, '').replaceAll(BREAK, ' ').trim()
}

function plainOf(words: string): string {
  return words.replaceAll(OBJECT, '').replace(/[\s\\]+/g, '')
}

/** The text with the edits made; as it was when two of them touch the same words. */
function applied(text: string, changes: readonly Pick<Change, 'edits'>[]): string {
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

function insertAt(offset: number, text: string): SourceEdit {
  return { start: offset, end: offset, text }
}

function endOf({ position }: Nodes): number {
  return position?.end.offset ?? 0
}

/** The nodes above a block, from the root's child down. */
function pathTo(tree: Root, wanted: Nodes): readonly Nodes[] {
  const visit = (node: Nodes): readonly Nodes[] | null => {
    if (node === wanted) return [node]
    for (const child of 'children' in node ? node.children : []) {
      const found = visit(child)
      if (found !== null) return [node, ...found]
    }
    return null
  }
  return visit(tree)?.slice(1) ?? [wanted]
}

function topOf(tree: Root, node: Nodes): Nodes {
  return pathTo(tree, node)[0] as Nodes
}

/** The item of a list that holds a block; `null` outside of a list. */
function itemOf(tree: Root, node: Nodes): ListItem | null {
  return (pathTo(tree, node).findLast((one) => one.type === 'listItem') as ListItem | undefined) ?? null
}

/** What begins a line for another item beside the one that holds a block: its indent and its bullet, or the number that comes `more` later. */
function itemStart(tree: Root, node: Nodes, text: string, more: number): string {
  const start = itemOf(tree, node)?.position?.start.offset ?? 0
  const line = text.lastIndexOf('\n', start - 1) + 1
  const [opener = '- '] = /^(?:[-*+]|\d{1,9}[.)])[ \t]+/.exec(text.slice(start)) ?? []
  const next = opener.replace(/^\d+/, (number) => `${Number(number) + more}`)
  return text.slice(line, start).replace(/[^\s>]/g, ' ') + next
}

/** Takes a block out, with its item when it is all of it, and with the blank lines after it. */
function withoutBlock(tree: Root, node: Nodes, text: string): SourceEdit {
  const path = pathTo(tree, node)
  let taken: Nodes = node
  for (const parent of path.slice(0, -1).toReversed()) {
    if (!('children' in parent) || parent.children.length > 1) break
    taken = parent
  }
  const start = taken.position?.start.offset ?? 0
  const line = text.lastIndexOf('\n', start - 1) + 1
  const from = /^[ \t]*$/.test(text.slice(line, start)) ? line : start
  const [gap = ''] = /^(?:[ \t]*(?:\r\n|\n|\r))*/.exec(text.slice(endOf(taken))) ?? []
  return { start: from, end: endOf(taken) + gap.length, text: '' }
}

/** Blocks that stand elsewhere than they were printed, each with the block that now comes before it. */
function movedBlocks(mine: readonly PrintedBlock[], { kept }: OwnTexts): ReadonlyMap<string, string> {
  const blocks = mine.filter(({ name }) => kept.has(name) && /_\d+$/.test(name) && !/_(?:note|fact|c)_?\d+$/.test(name))
  const ranks = blocks.map(({ name }) => (kept.get(name) as OwnText).rank)
  // The longest run of them that is still in order stays; the others moved.
  const length = ranks.map(() => 1)
  const from = ranks.map(() => -1)
  for (let at = 0; at < ranks.length; at++)
    for (let before = 0; before < at; before++)
      if ((ranks[before] as number) <= (ranks[at] as number) && (length[before] as number) + 1 > (length[at] as number)) {
        length[at] = (length[before] as number) + 1
        from[at] = before
      }
  const stay = new Set<number>()
  for (let at = length.indexOf(Math.max(0, ...length)); at >= 0; at = from[at] as number) stay.add(at)
  const inOrder = blocks.map(({ name }, index) => ({ name, rank: ranks[index] as number, stays: stay.has(index) }))
  return new Map(
    inOrder
      .filter(({ stays }) => !stays)
      .map(({ name, rank }) => {
        const before = inOrder.filter((one) => one.stays && one.rank < rank).toSorted((a, b) => b.rank - a.rank)[0]
        return [name, before?.name ?? '']
      }),
  )
}

/** The field of the head that a block prints; `null` when it prints none. */
function fieldOf({ kind, head }: Document, prefix: string, name: string): string | null {
  const rest = name.slice(prefix.length + 1)
  if (rest === 'title' || (rest === 'summary' && kind === 'proposal') || (rest === 'question' && kind === 'axis')) return rest
  const requests = typeof head === 'object' && head !== null && 'requests' in head ? (head as { readonly requests: Json }).requests : null
  if (typeof requests !== 'object' || requests === null) return null
  const [letter = '', number = ''] = prefix.split('_')
  const addressee = Object.keys(requests).find((one) => nameFrom([letter, number, 'request', one]) === name)
  return addressee === undefined ? null : `requests.${addressee}`
}

function fieldText({ head }: Document, field: string): string {
  const [key = '', inner] = field.split('.')
  const value = (head as Readonly<Record<string, Json>>)[key]
  const said = inner === undefined ? value : (value as Readonly<Record<string, Json>>)[inner]
  return typeof said === 'string' ? said.trim() : ''
}

/** What a field should say: its own words where they were not changed. */
function fieldWords(value: string, printed: string, returned: string): string {
  const starts = Array.from(value, () => 0).map((_, index) => index)
  const passage = { written: value, text: value, starts, gaps: new Map<number, number>(), start: 0, end: value.length }
  const { edits, left } = carryOver({ ...passage, kind: 'field', node: null, pointer: '' }, printed, returned, (words) => words)
  return left.length > 0 ? returned : applied(value, [{ edits }])
}

function remarks(mine: readonly PrintedBlock[], { kept, added }: OwnTexts): readonly Remark[] {
  const names = new Set(mine.map(({ name }) => name))
  const own = [
    ...mine.flatMap(({ name, text }) => {
      const now = kept.get(name)
      return now === undefined ? [] : now.comments.map((comment) => ({ ...comment, on: comment.on || text, rank: now.rank }))
    }),
    ...added
      .filter(({ after }) => names.has(after))
      .flatMap(({ comments, rank, text }) => comments.map((comment) => ({ ...comment, on: comment.on || text, rank }))),
  ]
  return own
    .toSorted((a, b) => a.rank - b.rank)
    .map(({ on, text }) => ({ on: plainText({ type: 'text', value: on.replaceAll(OBJECT, '') }).trim(), text }))
}
