import { groupedBy, OBJECT, type Span } from '@cahier/prose'
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

/** A block with the changes of several amendments, and the amendments left out. */
interface WovenBlock {
  readonly nodes: readonly PhrasingContent[]
  readonly leftOut: ReadonlySet<ProposedBlock>
}

/**
 * Merges amendments into one block as tracked changes. Amendments that overlap an earlier one, or
 * whose words are not found, are left out.
 */
export function weave(
  printed: readonly PhrasingContent[],
  proposed: readonly ProposedBlock[],
): WovenBlock {
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

/** An edit of printed text: `inserted` replaces the text between `start` and `end`. */
interface PrintedEdit extends Span {
  readonly inserted: readonly Leaf[]
  readonly by: Authorship
}

function overlaps(one: PrintedEdit, other: PrintedEdit): boolean {
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
 * pictures of the block. Null when the words before the amendment are not those of the block.
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
    const note = notes.find(({ at }) => at === place)
    const before = notes.findLast(({ at }) => at < place) ?? { at: -1, to: 0 }
    if (note === undefined) return deleted[before.to + place - before.at - 1] === true
    const { from, to } = note
    if (from < to) return !keeps(from, to)
    return old !== '' && deleted[from - 1] !== false && deleted[to] !== false
  }
  const placeOf = (at: number): number => {
    const note = notes.find(({ from, to }) => from <= at && at <= to)
    const before = notes.findLast(({ to }) => to < at) ?? { at: -1, to: 0 }
    if (note === undefined) return before.at + 1 + at - before.to
    return keeps(at, note.to) && !keeps(note.from, at) ? note.at : note.at + 1
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

interface Amended {
  /** The words before the amendment. */
  readonly old: string
  /** True for each deleted UTF-16 unit of `old`. */
  readonly deleted: readonly boolean[]
  readonly insertions: readonly { readonly at: number; readonly leaf: Leaf }[]
}

function readAmended(nodes: readonly PhrasingContent[]): Amended {
  let old = ''
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

/** A printed note or picture. */
interface PrintedNote {
  readonly at: number
  /** Its range in `old`, where it may be words in brackets, or nothing. */
  readonly from: number
  readonly to: number
}

/** The notes and pictures of `printed`; null when its other words are not those of `old`. */
function printedNotes(printed: string, old: string): readonly PrintedNote[] | null {
  const [first = '', ...parts] = printed.split(OBJECT)
  if (!old.startsWith(first)) return null
  let at = first.length
  let from = first.length
  const notes: PrintedNote[] = []
  for (const [index, part] of parts.entries()) {
    const isLast = index === parts.length - 1
    const to = isLast ? old.length - part.length : old.indexOf(part, from)
    if (to < from || !old.startsWith(part, to)) return null
    notes.push({ at, from, to })
    at += 1 + part.length
    from = to + part.length
  }
  return from === old.length ? notes : null
}
