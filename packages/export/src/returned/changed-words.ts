import { type LeafBlock, type Passage, proseAsMarkdown } from '@cahier/prose'
import { ANY, JOINED, shown } from './change.ts'
import { changedFormats } from './changed-formats.ts'
import { changedNotes, definitionOf } from './changed-notes.ts'
import { runsFrom } from './document/odt-runs.ts'
import type { OwnText, PrintedBlock } from './own-text.ts'
import { itemStart, itemsOf, linePrefix } from './places-in-tree.ts'
import type { Returning } from './returning.ts'
import { BREAK, carryOver, type SourceEdit, spaced } from './words-to-source.ts'

/**
 * Writes what was printed of a passage, `text`, as it is said now; `joint` is what stood before it
 * where it is one with the block before.
 */
export function wordsChanged(
  { document, tree, changes, left }: Returning,
  passage: Passage,
  text: string,
  said: string,
  { node, ordinal }: LeafBlock,
  joint: SourceEdit | null = null,
): void {
  const isCell = node.type === 'table'
  const item = itemsOf(tree, node).at(-1)
  const indent = linePrefix(node, document.text)
  const between =
    item === undefined
      ? `\n${indent.trimEnd()}\n${indent}`
      : `\n${itemStart(item, document.text, 1)}`
  const write = (some: string, isFirst: boolean) => {
    const first = isFirst && node.type !== 'heading' ? 'start' : 'inside'
    return some
      .split(BREAK)
      .map((part, index) =>
        proseAsMarkdown(
          index === 0 ? part : part.trimStart(),
          isCell ? 'cell' : index === 0 ? first : 'start',
        ),
      )
      .join(between)
  }
  const { edits, words, left: missed } = carryOver(passage, text, said, write)
  for (const one of missed) left.push({ why: 'citation', said: shown(one) })
  const all = joint === null ? edits : [joint, ...edits]
  if (all.length === 0) return
  const blocks = isCell ? [ANY] : [...(joint === null ? [] : [JOINED]), ...words.split(BREAK)]
  changes.push({ edits: all, wanted: [{ at: ordinal, blocks }], said: shown(said) })
}

/** Writes what the notes of a block say now. */
export function notesChanged(
  work: Returning,
  { notes }: PrintedBlock,
  now: OwnText | undefined,
): void {
  for (const { was, note } of changedNotes(notes, now?.notes ?? [])) {
    const definition =
      was === '' ? undefined : definitionOf(was, work.tree, work.leaves, work.passages)
    if (definition === undefined || note.trim() === '')
      work.left.push({ why: 'note', said: note.trim() || was })
    else wordsChanged(work, definition.passage, was, spaced(note), definition.leaf)
  }
}

/** Bold, italics and links that were put on words that stood there, or taken off. */
export function formatsChanged(
  { left }: Returning,
  printed: Pick<PrintedBlock, 'text' | 'runs'>,
  now: OwnText | undefined,
): void {
  const [text = '', ...more] = now?.parts ?? []
  if (
    now === undefined ||
    more.length > 0 ||
    now.joinedTo !== '' ||
    !now.paragraph.text.endsWith(text)
  )
    return
  const runs = runsFrom(now.paragraph.text.length - text.length, now.paragraph.runs)
  for (const said of changedFormats(printed, { text, runs }))
    left.push({ why: 'format', said: shown(said) })
}

/**
 * Where lines are cut otherwise than they were. `between`: what joins the paragraphs of a block.
 */
export function linesChanged(
  { left }: Returning,
  printed: string,
  now: OwnText | undefined,
  between = ' ',
): void {
  const [was, is] = [linesOf(printed), linesOf(now?.parts.join(between) ?? '')]
  if (is.length === 0 || was.length === is.length) return
  const fresh = is.slice(1).find((line) => !was.includes(line))
  left.push({
    why: 'line',
    said: shown(fresh ?? is.find((line) => !was.includes(line)) ?? printed),
  })
}

/** Words whose line breaks are told apart: they are blanks where the passage had none. */
export function inItsLines(printed: string, said: string): string {
  return spaced(printed.includes('\n') ? said : said.replaceAll('\n', ' '))
}

function linesOf(words: string): readonly string[] {
  return words
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
}
