import { diffText, type LeafBlock, type Passage, proseAsMarkdown } from '@cahier/prose'
import type { MatchedBlock, PrintedBlock } from './blocks.ts'
import { type Format, type Run, runsFrom } from './document/odt-runs.ts'
import { ANY, asShown, JOINED } from './text-change.ts'
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
  { document, tree, changes, left }: TextUpdate,
  passage: Passage,
  text: string,
  wording: string,
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
    const [first = '', ...others] = some.split(BREAK)
    const place = isFirst && node.type !== 'heading' ? 'start' : 'inside'
    return [
      proseAsMarkdown(first, isCell ? 'cell' : place),
      ...others.map((part) => proseAsMarkdown(part.trimStart(), isCell ? 'cell' : 'start')),
    ].join(between)
  }
  const { edits, words, left: missed } = editsFromPrintedWords(passage, text, wording, write)
  for (const one of missed) left.push({ why: 'citation', wording: asShown(one) })
  const all = joint === null ? edits : [joint, ...edits]
  if (all.length === 0) return
  const blocks = isCell ? [ANY] : [...(joint === null ? [] : [JOINED]), ...words.split(BREAK)]
  changes.push({ edits: all, wanted: [{ at: ordinal, blocks }], wording: asShown(wording) })
}

export function updateNotes(
  update: TextUpdate,
  { notes }: PrintedBlock,
  now: MatchedBlock | undefined,
): void {
  for (const { was, note } of changedNotes(notes, now?.notes ?? [])) {
    const [leaf, passage] = (was === '' ? undefined : definitionOf(was, update)) ?? []
    if (leaf === undefined || passage === undefined || note.trim() === '')
      update.left.push({ why: 'note', wording: note.trim() || was })
    else updateWords(update, passage, was, singleSpaced(note), leaf)
  }
}

/** Reports changes of bold, italics and links on words that did not change. */
export function reportFormats(
  { left }: TextUpdate,
  printed: Pick<PrintedBlock, 'text' | 'runs'>,
  now: MatchedBlock | undefined,
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
  for (const wording of changedFormats(printed, { text, runs }))
    left.push({ why: 'format', wording: asShown(wording) })
}

/** Reports added or removed line breaks. `between` joins the parts of a split block. */
export function reportLines(
  { left }: TextUpdate,
  printed: string,
  now: MatchedBlock | undefined,
  between = ' ',
): void {
  const [was, is] = [linesOf(printed), linesOf(now?.parts.join(between) ?? '')]
  if (is.length === 0 || was.length === is.length) return
  const fresh = is.slice(1).find((line) => !was.includes(line))
  left.push({
    why: 'line',
    wording: asShown(fresh ?? is.find((line) => !was.includes(line)) ?? printed),
  })
}

/** Replaces line breaks with spaces, unless the printed words had line breaks. */
export function inItsLines(printed: string, wording: string): string {
  return singleSpaced(printed.includes('\n') ? wording : wording.replaceAll('\n', ' '))
}

function linesOf(words: string): readonly string[] {
  return words
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
}

/** The notes not printed, each with the printed note that it replaces; empty if unknown. */
export function changedNotes(
  printed: readonly string[],
  now: readonly string[],
): readonly { readonly was: string; readonly note: string }[] {
  const fresh = now.filter((note) => !printed.some((known) => isSameProse(known, note)))
  const lost = printed.filter((note) => !now.some((known) => isSameProse(known, note)))
  return fresh.map((note, index) => ({
    was: fresh.length === lost.length ? (lost[index] as string) : '',
    note,
  }))
}

/** The source block and words of a printed note; undefined for a citation. */
function definitionOf(
  printed: string,
  { tree, leaves, passages }: TextUpdate,
): readonly [LeafBlock, Passage] | undefined {
  return leaves
    .flatMap((leaf): (readonly [LeafBlock, Passage])[] => {
      const top = topOf(tree, leaf.node)
      const passage = passages.get(leaf.node)
      return top.type === 'footnoteDefinition' && top.children.length === 1 && passage !== undefined
        ? [[leaf, passage]]
        : []
    })
    .find(([, { written }]) => isSameProse(written.replace(/\s+/g, ' ').trim(), printed))
}

interface FormattedWords {
  readonly text: string
  readonly runs: readonly Run[]
}

/**
 * The words whose bold, italics, strike or link changed. New words count unless they have the
 * format of a neighbour or of the replaced words.
 */
function changedFormats(printed: FormattedWords, now: FormattedWords): readonly string[] {
  const [was, is] = [formatsOf(printed), formatsOf(now)]
  if (was === null && is === null) return []
  const found: string[] = []
  let [from, to] = [0, 0]
  for (const { same, old, new: newer } of diffText(printed.text, now.text)) {
    const near = new Set(
      same ? [] : ['', ...(was?.slice(Math.max(0, from - 1), from + old.length + 1) ?? [])],
    )
    let start = -1
    for (let unit = 0; unit <= newer.length; unit++) {
      const format = is?.[to + unit] ?? ''
      const isOther =
        unit < newer.length && (same ? (was?.[from + unit] ?? '') !== format : !near.has(format))
      if (isOther && start < 0 && /[\p{L}\p{N}]/u.test(newer.charAt(unit))) start = unit
      if (!isOther && start >= 0) {
        const words = newer.slice(start, unit)
        // A typed address links to itself in Markdown too.
        if (same || !(is?.[to + start] ?? '').endsWith(words.trim().replace(/\/$/, '')))
          found.push(words)
        start = -1
      }
    }
    from += old.length
    to += newer.length
  }
  return found
}

/** The format of each UTF-16 unit of the text; null without any format. */
function formatsOf({ text, runs }: FormattedWords): readonly string[] | null {
  if (runs.length === 0) return null
  const formats = new Array<string>(text.length).fill('')
  for (const run of runs) formats.fill(formatIn(run), run.start, run.end)
  return formats
}

// A final slash does not count: conversions add or remove it.
function formatIn({ strong, emphasis, struck, link = '' }: Format): string {
  return `${strong === true ? '*' : ''}${emphasis === true ? '_' : ''}${struck === true ? '~' : ''}${link.replace(/\/$/, '')}`
}
