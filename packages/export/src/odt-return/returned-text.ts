import type { Document } from '@cahier/core'
import { type LeafBlock, largestSafe, leafBlocks, OBJECT, type Passage, passagesOf, plainText, proseAsMarkdown } from '@cahier/prose'
import type { Nodes, Root, Table } from 'mdast'
import { ANY, applied, type Change, JOINED, plainOf, reads, shown } from './change.ts'
import { movedBlocks } from './moved-blocks.ts'
import type { AddedText, OwnText, OwnTexts, PrintedBlock } from './own-texts.ts'
import { endOf, insertAt, itemOf, itemStart, topOf, withoutBlock } from './places-in-tree.ts'
import { fieldOf, fieldText, fieldWords } from './returned-fields.ts'
import { runsAsMarkdown, wordsOfMarkdown } from './runs-as-markdown.ts'
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
  const notes = mine.flatMap((block) => block.notes)
  const cells = new Set<string>()
  const changes: Change[] = []
  const fields = new Map<string, string>()
  const moved = movedBlocks(mine, own)

  for (const block of mine) {
    const rest = block.name.slice(prefix.length + 1)
    const now = own.kept.get(block.name)
    if (now === undefined && !whole) continue
    for (const note of now?.notes ?? []) if (!notes.some((known) => isSameProse(known, note))) left.push({ why: 'note', said: note })
    if (now !== undefined && objectsIn(now.parts.join(''), now.notes) > objectsIn(block.text, block.notes))
      left.push({ why: 'picture', said: shown(now.parts.join(' ')) })
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
    // Counted on the day it is printed: no text says it, and another day it reads otherwise.
    if (/^(?:status|dissent|decision|life|answer)(?:_|$)/.test(rest)) return
    const field = fieldOf(document, prefix, name)
    const said = now === undefined ? '' : now.parts.join(' ').trim()
    if (isSameProse(text, said)) return
    if (field === null)
      left.push({ why: rest.startsWith('s_') ? 'heading' : rest.startsWith('note_') ? 'note' : 'field', said: shown(said || text) })
    else if (said === '' || said.includes(OBJECT)) left.push({ why: 'field', said: shown(said || text) })
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
        addition(
          { text: now.parts.join(' '), where: 'text', after: moved.get(name) as string, comments: [], rank: now.rank, runs: [] },
          written,
        )
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

  function addition({ text, where, after, rank, runs }: AddedText, written: string | null = null): void {
    const said = text.trim()
    const words = shown(said)
    if (said.includes(OBJECT) && written === null) left.push({ why: 'picture', said: words })
    if (words === '') return
    const spot = cells.has(after) || where === 'cell' ? null : spotAfter(after, rank)
    if (spot === null) {
      left.push({ why: 'place', said: words })
      return
    }
    const formatted = written === null ? runsAsMarkdown(text, runs) : null
    const markdown = written ?? formatted ?? proseAsMarkdown(words)
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
      blocks: [written !== null ? plainOf(written) : formatted === null ? words : wordsOfMarkdown(formatted)],
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

/** Pictures, and notes called again: what stands for something and is no note. */
function objectsIn(text: string, notes: readonly string[]): number {
  return text.split(OBJECT).length - 1 - notes.length
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
