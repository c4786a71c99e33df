import { groupedBy, OBJECT, type Span, THIN } from '@cahier/prose'
import type { PhrasingContent } from 'mdast'
import type { Deletion, Insertion } from '../../edition/nodes.ts'
import { type Leaf, leavesBetween, leavesOf, nodesFromLeaves } from '../../print/leaf.ts'
import type { Authorship } from './track-changes.ts'

/** One block as an amendment rewords it. */
export interface ProposedBlock {
  readonly by: Authorship
  /** The whole block, with `insertion` and `deletion` nodes. */
  readonly nodes: readonly PhrasingContent[]
}

/**
 * Merges amendments into one block as tracked changes. `leftOut` holds the amendments that overlap
 * an earlier one, or whose original words differ from the words of the block.
 */
export function mergeAmendments(
  printed: readonly PhrasingContent[],
  proposed: readonly ProposedBlock[],
) {
  const leftOut = new Set<ProposedBlock>()
  let taken: readonly PrintedEdit[] = []
  for (const block of proposed) {
    const edits = editsOn(printed, block)
    if (edits === null || edits.some((edit) => taken.some((other) => overlaps(edit, other))))
      leftOut.add(block)
    else taken = [...taken, ...edits]
  }
  return {
    nodes: taken.length === 0 ? printed : nodesFromLeaves(changed(leavesOf(printed), taken)),
    leftOut,
  }
}

interface PrintedEdit extends Span {
  readonly inserted: readonly Leaf[]
  readonly by: Authorship
}

function overlaps(one: PrintedEdit, other: PrintedEdit) {
  return one.start <= other.end && other.start <= one.end
}

function changed(printed: readonly Leaf[], edits: readonly PrintedEdit[]): Leaf[] {
  const leaves: Leaf[] = []
  let done = 0
  for (const { start, end, inserted, by } of edits.toSorted((a, b) => a.start - b.start)) {
    const deletion: Deletion = { type: 'deletion', data: { change: by }, children: [] }
    const insertion: Insertion = { type: 'insertion', data: { change: by }, children: [] }
    leaves.push(
      ...leavesBetween(printed, done, start),
      ...wrapped(leavesBetween(printed, start, end), deletion),
      ...wrapped(inserted, insertion),
    )
    done = end
  }
  return [...leaves, ...leavesBetween(printed, done, Number.POSITIVE_INFINITY)]
}

function wrapped(leaves: readonly Leaf[], mark: Deletion | Insertion): Leaf[] {
  return leaves.map((leaf) => ({ ...leaf, within: [mark, ...leaf.within] }))
}

/**
 * Turns an amendment into edits of a printed block. The amendment may lack the notes, links or
 * pictures of the block.
 */
function editsOn(
  printed: readonly PhrasingContent[],
  { nodes, by }: ProposedBlock,
): readonly PrintedEdit[] | null {
  const printedText = leavesOf(printed)
    .map(({ text }) => text)
    .join('')
  const { old, deleted, insertions } = readAmended(nodes)
  const notes = printedNotes(printedText, old)
  if (notes === null) return null
  const keeps = (from: number, to: number) => deleted.slice(from, to).includes(false)
  const isGone = (place: number): boolean => {
    const note = notes.find(({ at, end }) => at <= place && place < end)
    const before = notes.findLast(({ end }) => end <= place) ?? { end: 0, to: 0 }
    if (note === undefined) return deleted[before.to + place - before.end] === true
    const { from, to } = note
    if (from < to) return !keeps(from, to)
    return old !== '' && deleted[from - 1] !== false && deleted[to] !== false
  }
  const placeOf = (at: number): number => {
    const note = notes.find(({ from, to }) => from <= at && at <= to)
    const before = notes.findLast(({ to }) => to < at) ?? { end: 0, to: 0 }
    if (note === undefined) return before.end + at - before.to
    return keeps(at, note.to) && !keeps(note.from, at) ? note.at : note.end
  }
  const places = groupedBy(insertions, ({ at }) => placeOf(at))
  const edits: PrintedEdit[] = []
  for (let start = 0; start <= printedText.length; start++) {
    const inserted = (places.get(start) ?? []).map(({ leaf }) => leaf)
    const end = isGone(start) ? start + 1 : start
    if (inserted.length === 0 && end === start) continue
    const last = edits.at(-1)
    if (last?.end === start && (last.inserted.length === 0 || end === start))
      edits[edits.length - 1] = { ...last, end, inserted: [...last.inserted, ...inserted] }
    else edits.push({ start, end, inserted, by })
  }
  return edits
}

function readAmended(nodes: readonly PhrasingContent[]) {
  let old = ''
  /** True for each deleted UTF-16 unit of `old`. */
  const deleted: boolean[] = []
  const insertions: { at: number; leaf: Leaf }[] = []
  for (const leaf of leavesOf(nodes)) {
    const within = leaf.within.filter(({ type }) => type !== 'insertion' && type !== 'deletion')
    if (leaf.within.some(({ type }) => type === 'insertion'))
      insertions.push({ at: old.length, leaf: { ...leaf, within } })
    else {
      old += leaf.text
      const isDeleted = within.length < leaf.within.length
      for (let unit = 0; unit < leaf.text.length; unit++) deleted.push(isDeleted)
    }
  }
  return { old, deleted, insertions }
}

/** Adjacent printed notes or pictures. */
interface PrintedNotes extends Pick<Span, 'end'> {
  readonly at: number
  /**
   * The range of these notes in the amendment's original words. There, notes are in brackets or
   * missing.
   */
  readonly from: number
  readonly to: number
}

/** Finds the notes and pictures of `printed`. */
function printedNotes(printed: string, old: string): readonly PrintedNotes[] | null {
  if (printed === old) return []
  const notes: PrintedNotes[] = []
  const calls = [...printed.matchAll(CALLS)]
  let from = calls[0]?.index ?? printed.length
  if (!old.startsWith(printed.slice(0, from))) return null
  for (const [index, { 0: call, index: at }] of calls.entries()) {
    const end = at + call.length
    const next = calls[index + 1]?.index
    const words = printed.slice(end, next)
    const to = next === undefined ? old.length - words.length : endOfNotes(old, from, words)
    if (to < from || !old.startsWith(words, to)) return null
    notes.push({ at, end, from, to })
    from = to + words.length
  }
  return from === old.length ? notes : null
}

// Printing puts a thin space between two note calls.
const CALLS = new RegExp(`${OBJECT}(?:${THIN}?${OBJECT})*`, 'g')

/** Returns the offset of the `words` after the notes in brackets at `from`; -1 when absent. */
function endOfNotes(old: string, from: number, words: string) {
  const first = old.indexOf(words, from)
  for (let to = first; to >= 0; to = old.indexOf(words, to + 1)) {
    const notes = old.slice(from, to)
    if (notes.split('(').length === notes.split(')').length) return to
  }
  return first
}
