import { diffText, type LeafBlock, type Passage, proseAsMarkdown } from '@cahier/prose'
import type { MatchedBlock, PrintedBlock } from './blocks.ts'
import { type Format, runsFrom } from './document/odt-styles.ts'
import { ANY_TABLE, asShown, JOINED } from './text-change.ts'
import type { TextUpdate } from './text-update.ts'
import { itemStart, itemsOf, linePrefix, topOf } from './tree-places.ts'
import {
  BREAK,
  editsFromPrintedWords,
  isSameProse,
  type SourceEdit,
  singleSpaced,
} from './words-to-source.ts'

/**
 * Changes the words of a source block from `text`, as printed, to `wording`. `joint` is the edit
 * that joins the block to the block before.
 */
export function updateWords(
  { document, tree, changes, leave }: TextUpdate,
  passage: Passage,
  text: string,
  wording: string,
  { node, ordinal }: LeafBlock,
  joint: SourceEdit | null = null,
): void {
  const isCell = node.type === 'table'
  const item = itemsOf(tree, node).at(-1)
  const indent = linePrefix(node, document.text)
  const start =
    item === undefined ? `${indent.trimEnd()}\n${indent}` : itemStart(item, document.text, 1)
  const write = (some: string, isFirst: boolean) => {
    const [first = '', ...others] = some.split(BREAK)
    const place = isFirst && node.type !== 'heading' ? 'start' : 'inside'
    return [
      proseAsMarkdown(first, isCell ? 'cell' : place),
      ...others.map((part) => proseAsMarkdown(part.trimStart(), isCell ? 'cell' : 'start')),
    ].join(`\n${start}`)
  }
  const { edits, words, left: missed } = editsFromPrintedWords(passage, text, wording, write)
  for (const one of missed) leave('citation', one)
  const all = joint === null ? edits : [joint, ...edits]
  if (all.length === 0) return
  const blocks = isCell ? [ANY_TABLE] : [...(joint === null ? [] : [JOINED]), ...words.split(BREAK)]
  changes.push({ edits: all, wanted: [{ at: ordinal, blocks }], wording: asShown(wording) })
}

export function updateNotes(
  update: TextUpdate,
  { notes }: PrintedBlock,
  now: MatchedBlock | undefined,
): void {
  for (const { was, note } of changedNotes(notes, now?.notes ?? [])) {
    const { leaf, passage } = (was === '' ? undefined : definitionOf(was, update)) ?? {}
    if (leaf === undefined || passage === undefined || note.trim() === '')
      update.leave('note', note.trim() || was)
    else updateWords(update, passage, was, singleSpaced(note), leaf)
  }
}

/** Reports changes of bold, italics and links, unless the block was split or joined. */
export function reportFormats(
  { leave }: TextUpdate,
  printed: PrintedBlock,
  now: MatchedBlock | undefined,
): void {
  const [text = '', ...more] = now?.parts ?? []
  if (now === undefined || more.length > 0 || now.joinedTo !== '') return
  const { text: whole, runs } = now.paragraph
  if (!whole.endsWith(text)) return
  const shown = { text, runs: runsFrom(whole.length - text.length, runs) }
  for (const wording of changedFormats(printed, shown)) leave('format', wording)
}

/** Reports added or removed line breaks. `between` joins the parts of a split block. */
export function reportLines(
  { leave }: TextUpdate,
  printed: string,
  now: MatchedBlock | undefined,
  between = ' ',
): void {
  const [was, is] = [linesOf(printed), linesOf(now?.parts.join(between) ?? '')]
  if (is.length === 0 || was.length === is.length) return
  const [first, ...others] = is
  const fresh = [...others, first].find((line) => line !== undefined && !was.includes(line))
  leave('line', fresh ?? printed)
}

/** Replaces line breaks with spaces, unless the printed words had line breaks. */
export function foldNewLineBreaks(printed: string, wording: string): string {
  return singleSpaced(printed.includes('\n') ? wording : wording.replaceAll('\n', ' '))
}

function linesOf(words: string): readonly string[] {
  return words
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
}

/** The new notes of `now`. `was` is the printed note that each note replaces, or empty. */
export function changedNotes(printed: readonly string[], now: readonly string[]) {
  const fresh = now.filter((note) => !printed.some((known) => isSameProse(known, note)))
  const lost = printed.filter((note) => !now.some((known) => isSameProse(known, note)))
  return fresh.map((note, index) => ({
    was: fresh.length === lost.length ? (lost[index] as string) : '',
    note,
  }))
}

/** The source block and words of a printed note; undefined for a citation. */
function definitionOf(printed: string, { tree, leaves, passages }: TextUpdate) {
  return leaves
    .map((leaf) => ({ leaf, passage: passages.get(leaf.node), top: topOf(tree, leaf.node) }))
    .find(
      ({ passage, top }) =>
        top.type === 'footnoteDefinition' &&
        top.children.length === 1 &&
        passage !== undefined &&
        isSameProse(passage.written.replace(/\s+/g, ' ').trim(), printed),
    )
}

type FormattedWords = Pick<PrintedBlock, 'text' | 'runs'>

/**
 * The words whose bold, italics, strike or link changed. New words count only if they bring a
 * format that is not already at this place.
 */
function changedFormats(printed: FormattedWords, now: FormattedWords): readonly string[] {
  if (printed.runs.length + now.runs.length === 0) return []
  const [was, is] = [formatsOf(printed), formatsOf(now)]
  const found: string[] = []
  let [from, to] = [0, 0]
  for (const { same, old, new: newer } of diffText(printed.text, now.text)) {
    const near = new Set(['', ...was.slice(Math.max(0, from - 1), from + old.length + 1)])
    const changes = Array.from({ length: newer.length }, (_, unit) => {
      const format = is[to + unit] ?? ''
      return (same ? was[from + unit] === format : near.has(format)) ? ' ' : '*'
    }).join('')
    for (const { 0: run, index } of changes.matchAll(/\*+/g)) {
      const words = newer.slice(index, index + run.length).replace(/^[^\p{L}\p{N}]+/u, '')
      const format = is[to + index + run.length - words.length] ?? ''
      // A typed address links to itself in Markdown too.
      if (words !== '' && (same || !format.endsWith(words.trim().replace(/\/$/, ''))))
        found.push(words)
    }
    from += old.length
    to += newer.length
  }
  return found
}

function formatsOf({ text, runs }: FormattedWords): readonly string[] {
  const formats = new Array<string>(text.length).fill('')
  for (const run of runs) formats.fill(formatIn(run), run.start, run.end)
  return formats
}

// A final slash does not count: conversions add or remove it.
function formatIn({ strong, emphasis, struck, link = '' }: Format) {
  const signs = [strong && '*', emphasis && '_', struck && '~', link.replace(/\/$/, '')]
  return signs.filter(Boolean).join('')
}
