import { splitFrontMatter } from '../markdown/front-matter.ts'
import { commonOutline } from './common-outline.ts'
import { lineRegions } from './merge-lines.ts'
import {
  type MergePiece,
  mapSides,
  settledText,
  type Three,
  type ThreeTexts,
} from './merge-piece.ts'
import { mergedOrder, mergeFlowLists } from './merged-order.ts'
import { type Entry, type Outline, readOutline, unreadEntries } from './outline.ts'

/** `open` and `close` are the lines around a front matter. */
interface DataCut {
  readonly open: string
  readonly yaml: string
  readonly close: string
  readonly rest: string
}

/** Cuts a text around its YAML: all of a YAML file, else the front matter. `null` without one. */
export function cutData(text: string, isData: boolean): DataCut | null {
  if (isData) return { open: '', yaml: text, close: '', rest: '' }
  const { head, unclosed, bodyStart } = splitFrontMatter(text)
  if (head === null || unclosed) return null
  return {
    open: text.slice(0, head.start),
    yaml: text.slice(head.start, head.end),
    close: text.slice(head.end, bodyStart),
    rest: text.slice(bodyStart),
  }
}

/**
 * Merges YAML by key and item, also when each side created the file. `null` when the YAML cannot be
 * cut into entries.
 */
export function mergeData({ base, ours, theirs }: ThreeTexts): readonly MergePiece[] | null {
  const [read, o, t] = [base, ours, theirs].map((text) =>
    readOutline(text === '' || text.endsWith('\n') ? text : `${text}\n`),
  )
  if (!o || !t) return null
  const b = base === '' ? commonOutline(o, t) : read
  if (!b) return null
  const pieces = mergeOutlines({ base: b, ours: o, theirs: t })
  if (pieces === null) return null
  const closed = [base, ours, theirs].map((text) => text.endsWith('\n'))
  const isClosed = closed[1] === closed[2] || closed[2] === closed[0] ? closed[1] : closed[2]
  const filled = pieces.filter((piece) => piece.kind === 'conflict' || piece.text !== '')
  return isClosed
    ? filled
    : filled.map((piece, index) => (index === filled.length - 1 ? unclosed(piece) : piece))
}

function unclosed(piece: MergePiece): MergePiece {
  return piece.kind === 'settled'
    ? { kind: 'settled', text: piece.text.replace(/\r?\n$/, '') }
    : piece
}

/**
 * True when a merge as text gives unreadable YAML, as when both sides added the same key at
 * different places.
 */
export function hasDuplicateKeys(
  { ours, theirs, isData = false }: ThreeTexts,
  pieces: readonly MergePiece[],
): boolean {
  const merged = settledText(pieces)
  if (merged === null) return false
  const [before, other, now] = [ours, theirs, merged].map((text) => {
    const outline = readOutline(cutData(text, isData)?.yaml ?? '')
    return outline === null ? Infinity : unreadEntries(outline)
  }) as [number, number, number]
  return now > Math.max(before, other) || now === Infinity
}

/** Entries with these keys are not merged in parts: one author wrote all of a stance (a vote). */
const WHOLE = ['stance', 'opened']

/** Merges the entries of YAML and keeps comments; `null` when they must be merged as text. */
function mergeOutlines({ base, ours, theirs }: Three<Outline>): readonly MergePiece[] | null {
  if (base.kind !== ours.kind || base.kind !== theirs.kind) return null
  const names = mergedOrder(entryNames(base), entryNames(ours), entryNames(theirs))
  const [head, tail] = [
    threeWay(base.head, ours.head, theirs.head),
    threeWay(base.tail, ours.tail, theirs.tail),
  ]
  if (names === null || head === null || tail === null) return null
  const pieces: MergePiece[] = [{ kind: 'settled', text: head }]
  for (const name of names) {
    const entries = [base, ours, theirs].map((outline) =>
      outline.entries.find((entry) => entry.name === name),
    )
    pieces.push(...mergeEntry(entries[0], entries[1], entries[2], base.kind))
  }
  return [...pieces, { kind: 'settled', text: tail }]
}

function mergeEntry(
  base: Entry | undefined,
  ours: Entry | undefined,
  theirs: Entry | undefined,
  kind: Outline['kind'],
): readonly MergePiece[] {
  const [b, o, t] = [base, ours, theirs].map((entry) =>
    entry === undefined ? '' : entry.lead + entry.text,
  ) as [string, string, string]
  const merged = threeWay(b, o, t)
  if (merged !== null) return [{ kind: 'settled', text: merged }]
  // Items that both sides added under one name may differ, so each is shown whole.
  const conflict: MergePiece = {
    kind: 'conflict',
    base: b,
    ours: o,
    theirs: t,
    isWhole: base === undefined && kind === 'list',
  }
  if (base === undefined || ours === undefined || theirs === undefined) return [conflict]
  const lead =
    threeWay(base.lead, ours.lead, theirs.lead) ??
    linesOnly({ base: base.lead, ours: ours.lead, theirs: theirs.lead })
  if (lead === null) return [conflict]
  const text =
    threeWay(base.text, ours.text, theirs.text) ?? mergeFlowLists(base.text, ours.text, theirs.text)
  if (text !== null) return [{ kind: 'settled', text: lead + text }]
  const entries = [base, ours, theirs]
  // When a side replaced a list by a value, the changes of the other side have no place.
  const isRemade = new Set(entries.map(({ inner }) => inner?.kind)).size > 1
  const isWhole =
    isRemade || entries.some(({ inner }) => inner?.entries.some(({ name }) => WHOLE.includes(name)))
  const inner = isWhole ? null : innerPieces(base, ours, theirs)
  // Each side deleted the entries that the other kept: the key would be empty.
  const isEmptied =
    inner?.slice(1, -1).every((piece) => piece.kind === 'settled' && piece.text === '') === true
  if (inner !== null && !isEmptied) return [{ kind: 'settled', text: lead }, ...inner]
  const asked: MergePiece = {
    kind: 'conflict',
    base: base.text,
    ours: ours.text,
    theirs: theirs.text,
    isWhole: isWhole || isEmptied,
  }
  return [{ kind: 'settled', text: lead }, asked]
}

function innerPieces(base: Entry, ours: Entry, theirs: Entry): readonly MergePiece[] | null {
  const three = { base: base.inner, ours: ours.inner, theirs: theirs.inner }
  if (three.base === null || three.ours === null || three.theirs === null) return null
  const outlines = { base: three.base, ours: three.ours, theirs: three.theirs }
  const isItem = three.base.head === ''
  // The dash of an item is before its first key, so that key must stay first.
  if (isItem && new Set(Object.values(outlines).map(({ entries }) => entries[0]?.name)).size > 1)
    return null
  const pieces = mergeOutlines(outlines)
  if (!isItem || pieces === null) return pieces
  const first = pieces.findIndex((piece) => piece.kind === 'conflict' || piece.text !== '')
  return pieces.map((piece, index) =>
    index === first ? withDash(piece, base.text.indexOf('-')) : piece,
  )
}

function withDash(piece: MergePiece, at: number): MergePiece {
  const dashed = (text: string) => `${text.slice(0, at)}-${text.slice(at + 1)}`
  if (piece.kind === 'settled') return { kind: 'settled', text: dashed(piece.text) }
  return { ...piece, ...mapSides((side) => dashed(piece[side])) }
}

function threeWay(base: string, ours: string, theirs: string): string | null {
  return ours === theirs || theirs === base ? ours : ours === base ? theirs : null
}

function linesOnly(texts: ThreeTexts): string | null {
  return settledText(lineRegions(texts))
}

function entryNames({ entries }: Outline): readonly string[] {
  return entries.map(({ name }) => name)
}
