import { type Document, fieldsOf } from '@cahier/core'
import { type LeafBlock, OBJECT } from '@cahier/prose'
import { anchorName } from '../odt/anchors.ts'
import { isEmpty, type MatchedBlock, type MatchedBlocks, type PrintedBlock } from './blocks.ts'
import { applyChanges } from './text-change.ts'
import { nameWithoutPrefix, type TextUpdate } from './text-update.ts'
import { BREAK, editsFromPrintedWords, isSameProse, type SourceEdit } from './words-to-source.ts'
import { foldNewLineBreaks, reportFormats, reportLines, updateWords } from './words-update.ts'

/**
 * Adds to `update` the changes between a printed block and `now`, the edited block. `leaf` is the
 * block in the source; the caller has excluded tables.
 */
export function updateBlock(
  update: TextUpdate,
  block: PrintedBlock,
  leaf: LeafBlock,
  now: MatchedBlock | undefined,
  isReshaped: ShapeTest,
): void {
  const { matched, gone, leave, passages } = update
  const { name, text } = block
  const passage = passages.get(leaf.node)
  const isMoved = matched.moved.has(name)
  if (isMoved && isSameProse(text, now?.parts.join(' ') ?? '')) reportFormats(update, block, now)
  if (now === undefined || isEmpty(now) || isMoved) {
    if (isMoved || text.trim() !== '') gone.add(leaf.node)
    return
  }
  reportFormats(update, block, now)
  reportLines(update, text, now)
  if (now.joinedTo === '' && isReshaped(block, now)) leave('shape', now.parts.join(' '))
  const wording = now.parts.map((part) => foldNewLineBreaks(text, part).trim()).join(BREAK)
  const joint = now.joinedTo === '' ? null : jointBefore(update, leaf, now)
  const isLost = joint === null && !isEmpty(matched.kept.get(now.joinedTo))
  if (joint === null && !isLost && isSameProse(text, wording)) return
  if (passage === undefined || isLost) leave('place', wording)
  else updateWords(update, passage, text, wording, leaf, joint)
}

/** The edit that joins a block to the block before, if the blocks are adjacent in the source. */
function jointBefore(
  { leaves, passages, prefix }: TextUpdate,
  leaf: LeafBlock,
  { joinedTo }: MatchedBlock,
): SourceEdit | null {
  const before = leaves[leaf.ordinal - 2]
  if (before === undefined || `${prefix}_${before.ordinal}` !== joinedTo) return null
  const [first, second] = [before, leaf].map(({ node }) => passages.get(node))
  return first === undefined || second === undefined
    ? null
    : { start: first.end, end: second.start, text: ' ' }
}

/** True when the author changed the shape of a block: list item, heading or quotation. */
export type ShapeTest = (block: PrintedBlock, now: MatchedBlock) => boolean

/**
 * Returns a test for blocks whose shape the author changed. A word processor may lose a shape in
 * all blocks: a lost shape counts only if some block kept that shape.
 */
export function shapeTest(printed: readonly PrintedBlock[], matched: MatchedBlocks): ShapeTest {
  const kept = new Set(
    printed.flatMap((one) => {
      const now = matched.kept.get(one.name)?.paragraph
      return SHAPES.filter((shape) => now?.[shape] === one[shape]).map((shape) =>
        shapeName(shape, one[shape]),
      )
    }),
  )
  return (block, { paragraph }) =>
    SHAPES.some(
      (shape) =>
        paragraph[shape] !== block[shape] &&
        (block[shape] === 0 || kept.has(shapeName(shape, block[shape]))),
    )
}

const SHAPES = ['depth', 'level', 'isCounted', 'isQuoted'] as const

// All heading levels are one shape: a program keeps all headings or none.
function shapeName(kind: (typeof SHAPES)[number], value: number | boolean) {
  return `${kind} ${kind === 'level' ? value !== 0 : value}`
}

/** Updates a front matter field, records a deleted section title, reports other changes. */
export function updateFieldOrTitle(
  update: TextUpdate,
  block: PrintedBlock,
  now: MatchedBlock | undefined,
): void {
  const { document, prefix, leave, fields, emptied } = update
  const { name, text } = block
  const rest = nameWithoutPrefix(update, name)
  // These lines are computed: the source does not contain them.
  if (/^(?:status|decision|life|answer)(?:_|$)/.test(rest)) return
  if (/^dissent(?:_|$)/.test(rest)) {
    reportDissent(update, block, now)
    return
  }
  const field = fieldOf(document, prefix, name)
  const wording = now === undefined ? '' : now.parts.join(' ').trim()
  // A section title joined to the block before is no longer a title.
  const isJoined = rest.startsWith('s_') && !isEmpty(update.matched.kept.get(now?.joinedTo ?? ''))
  reportFormats(update, block, now)
  if (now !== undefined) reportLines(update, text, now, '\n')
  if (!isJoined && isSameProse(text, wording)) return
  if (wording === '' && rest.startsWith('s_')) emptied.push(block)
  else if (field === null)
    leave(
      rest.startsWith('s_') ? 'heading' : rest.startsWith('note_') ? 'note' : 'field',
      wording || text,
    )
  else if (wording === '' || wording.includes(OBJECT)) leave('field', wording || text)
  else fields.set(field, fieldWords(fieldText(document, field), text, wording))
}

function reportDissent(
  { prefix, mine, matched, leave }: TextUpdate,
  { name, text }: PrintedBlock,
  now: MatchedBlock | undefined,
) {
  const title = `${prefix}_dissent`
  const wording = now?.parts.join(' ') ?? ''
  const known = mine
    .filter((block) => block.name.startsWith(`${title}_`))
    .map((block) => block.text)
  const isKnown =
    wording === '' ? !matched.kept.has(title) : known.some((one) => isSameProse(one, wording))
  if (name !== title && !isKnown) leave('dissent', wording || text)
}

function fieldOf({ kind, head }: Document, prefix: string, name: string) {
  const rest = name.slice(prefix.length + 1)
  if (rest === 'title' || rest === (kind === 'axis' ? 'question' : 'summary')) return rest
  const addressee = Object.keys(fieldsOf(fieldsOf(head).requests)).find(
    (one) => anchorName([prefix, 'request', one]) === name,
  )
  return addressee === undefined ? null : `requests.${addressee}`
}

function fieldText({ head }: Document, field: string) {
  const [key = '', inner] = field.split('.')
  const value = fieldsOf(head)[key]
  const wording = inner === undefined ? value : fieldsOf(value)[inner]
  return typeof wording === 'string' ? wording.trim() : ''
}

/** The new value of a field. Unchanged words keep their typography. */
function fieldWords(value: string, printed: string, returned: string) {
  const starts = Array.from({ length: value.length }, (_, unit) => unit)
  const words = { written: value, starts, gaps: new Map<number, number>(), end: value.length }
  const { edits, left } = editsFromPrintedWords(words, printed, returned, (wording) => wording)
  return left.length > 0 ? returned : applyChanges(value, [{ edits }])
}
