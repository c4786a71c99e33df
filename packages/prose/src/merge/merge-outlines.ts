import { mergeFlowLists } from './flow-list.ts'
import { lineRegions } from './line-regions.ts'
import type { MergePiece } from './merge-piece.ts'
import { mergedNames } from './merged-names.ts'
import type { Entry, Outline } from './outline.ts'

/**
 * What somebody said or decided stands as a whole: a stance and the text it is about are never
 * taken from two hands.
 */
const WHOLE = ['stance', 'opened']

type Three<T> = Readonly<Record<'base' | 'ours' | 'theirs', T>>

/**
 * Merges YAML key by key and item by item, comments kept. `null` when it is no matter of keys and
 * items: it is text then.
 */
export function mergeOutlines({
  base,
  ours,
  theirs,
}: Three<Outline>): readonly MergePiece[] | null {
  if (base.kind !== ours.kind || base.kind !== theirs.kind) return null
  const names = mergedNames(namesOf(base), namesOf(ours), namesOf(theirs))
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
  // An item that both put in under one name may be two: each is shown from its dash to its end.
  const conflict: MergePiece = {
    kind: 'conflict',
    base: b,
    ours: o,
    theirs: t,
    isWhole: base === undefined && kind === 'list',
  }
  if (base === undefined || ours === undefined || theirs === undefined) return [conflict]
  const lead =
    threeWay(base.lead, ours.lead, theirs.lead) ?? linesOnly(base.lead, ours.lead, theirs.lead)
  if (lead === null) return [conflict]
  const text =
    threeWay(base.text, ours.text, theirs.text) ?? mergeFlowLists(base.text, ours.text, theirs.text)
  if (text !== null) return [{ kind: 'settled', text: lead + text }]
  const entries = [base, ours, theirs]
  // A list that one side made a text, or a mapping, has no items left for the other to change.
  const isRemade = new Set(entries.map(({ inner }) => inner?.kind)).size > 1
  const isWhole =
    isRemade || entries.some(({ inner }) => inner?.entries.some(({ name }) => WHOLE.includes(name)))
  const inner = isWhole ? null : innerPieces(base, ours, theirs)
  // Where each took out what the other left, a key would say nothing, or hang in the air.
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
  // The dash of an item is before its first key, which must stay the first.
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
  return {
    ...piece,
    base: dashed(piece.base),
    ours: dashed(piece.ours),
    theirs: dashed(piece.theirs),
  }
}

function threeWay(base: string, ours: string, theirs: string): string | null {
  return ours === theirs || theirs === base ? ours : ours === base ? theirs : null
}

function linesOnly(base: string, ours: string, theirs: string): string | null {
  const pieces = lineRegions({ base, ours, theirs })
  return pieces.every(({ kind }) => kind === 'settled')
    ? pieces.map((piece) => (piece.kind === 'settled' ? piece.text : '')).join('')
    : null
}

function namesOf({ entries }: Outline): readonly string[] {
  return entries.map(({ name }) => name)
}
