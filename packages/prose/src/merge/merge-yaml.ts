import { splitFrontMatter } from '../markdown/front-matter.ts'
import { mergeLines } from './merge-lines.ts'
import {
  agreedText,
  type MergePiece,
  mapSides,
  type Side,
  settled,
  settledText,
  type Three,
  type ThreeTexts,
  withoutEmpty,
} from './merge-piece.ts'
import { mergedOrder, mergeFlowLists } from './merged-order.ts'
import { type Entry, type Outline, readOutline, unreadEntries } from './yaml-outline.ts'

/** `open` and `close` are the `---` lines of a front matter. */
interface YamlCut {
  readonly open: string
  readonly yaml: string
  readonly close: string
  readonly rest: string
}

/**
 * Cuts a text around its YAML: all of a YAML file, else the front matter. `null` when the front
 * matter is missing or not closed.
 */
export function cutYaml(text: string, isData: boolean): YamlCut | null {
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
export function mergeYaml({ base, ours, theirs }: ThreeTexts): readonly MergePiece[] | null {
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
  const filled = withoutEmpty(pieces)
  const last = filled.at(-1)
  return isClosed || last?.kind !== 'settled'
    ? filled
    : [...filled.slice(0, -1), settled(last.text.replace(/\r?\n$/, ''))]
}

/**
 * Makes a common ancestor for a YAML file that each side created, such as the votes of a member.
 * The ancestor has only what the two files share. `null` when the keys or their order differ.
 */
function commonOutline(ours: Outline, theirs: Outline): Outline | null {
  if ([ours, theirs].every(hasIds)) {
    const entries = ours.entries.filter(({ name, text }) =>
      theirs.entries.some((other) => other.name === name && other.text === text),
    )
    return { kind: 'list', head: '', entries, tail: '' }
  }
  if (ours.kind !== 'mapping' || theirs.kind !== 'mapping') return null
  const keys = ({ entries }: Outline) => entries.map(({ name }) => name).join('\n')
  if (keys(ours) !== keys(theirs)) return null
  const entries = ours.entries.flatMap((entry, at) => {
    const other = theirs.entries[at]
    const common = other === undefined ? null : commonEntry(entry, other)
    return common === null ? [] : [common]
  })
  return { kind: 'mapping', head: '', entries, tail: '' }
}

function hasIds({ kind, entries }: Outline) {
  return (
    kind === 'list' &&
    entries.every(({ inner }) => inner?.entries.some(({ name }) => name === 'id') === true)
  )
}

function commonEntry(one: Entry, other: Entry): Entry | null {
  const { name, text, inner } = one
  const lead = one.lead === other.lead ? one.lead : ''
  if (text === other.text) return { name, lead, text, inner }
  if (inner?.kind !== 'mapping' || other.inner?.kind !== 'mapping') return null
  if (inner.head !== other.inner.head) return null
  const empty: Outline = { kind: 'mapping', head: inner.head, entries: [], tail: '' }
  return { name, lead, text: inner.head, inner: empty }
}

/** True when a merge as text gives unreadable YAML, such as the same key twice. */
export function isUnreadableYaml(
  { ours, theirs, isData = false }: ThreeTexts,
  pieces: readonly MergePiece[],
): boolean {
  const merged = settledText(pieces)
  if (merged === null) return false
  const [before, other, now] = [ours, theirs, merged].map((text) => {
    const outline = readOutline(cutYaml(text, isData)?.yaml ?? '')
    return outline === null ? Infinity : unreadEntries(outline)
  }) as [number, number, number]
  return now > Math.max(before, other) || now === Infinity
}

/**
 * Entries with these keys are a stance or a round (a vote). Each was written at once, so its parts
 * are not merged.
 */
const WHOLE = ['stance', 'opened']

/** Merges the entries of YAML and keeps comments; `null` when the YAML must be merged as text. */
function mergeOutlines({ base, ours, theirs }: Three<Outline>): readonly MergePiece[] | null {
  if (base.kind !== ours.kind || base.kind !== theirs.kind) return null
  const names = mergedOrder(entryNames(base), entryNames(ours), entryNames(theirs))
  const outlines = { base, ours, theirs }
  const [head, tail] = [
    agreedText(mapSides((side) => outlines[side].head)),
    agreedText(mapSides((side) => outlines[side].tail)),
  ]
  if (names === null || head === null || tail === null) return null
  const entries = names.flatMap((name) => {
    const entryIn = (side: Side) => outlines[side].entries.find((entry) => entry.name === name)
    return mergeEntry(mapSides(entryIn), base.kind)
  })
  return [settled(head), ...entries, settled(tail)]
}

function mergeEntry(
  entries: Three<Entry | undefined>,
  kind: Outline['kind'],
): readonly MergePiece[] {
  const { base, ours, theirs } = entries
  const whole = mapSides((side) => (entries[side]?.lead ?? '') + (entries[side]?.text ?? ''))
  const merged = agreedText(whole)
  if (merged !== null) return [settled(merged)]
  // Two items that both sides added under one name may be about different things, so the conflict
  // shows each one whole.
  const conflict: MergePiece = {
    kind: 'conflict',
    ...whole,
    isWhole: base === undefined && kind === 'list',
  }
  if (base === undefined || ours === undefined || theirs === undefined) return [conflict]
  const three = { base, ours, theirs }
  const leads = mapSides((side) => three[side].lead)
  const lead = agreedText(leads) ?? settledText(mergeLines(leads))
  if (lead === null) return [conflict]
  const texts = mapSides((side) => three[side].text)
  const text = agreedText(texts) ?? mergeFlowLists(texts.base, texts.ours, texts.theirs)
  if (text !== null) return [settled(lead + text)]
  // When a side replaced a list by a value, the changes of the other side have no place.
  const inners = [base, ours, theirs].map(({ inner }) => inner)
  const isWhole =
    new Set(inners.map((inner) => inner?.kind)).size > 1 ||
    inners.some((inner) => inner?.entries.some(({ name }) => WHOLE.includes(name)))
  const inside = isWhole ? null : innerPieces(base, ours, theirs)
  // Each side deleted the entries that the other side kept: the key would be empty.
  const isEmptied =
    inside?.slice(1, -1).every((piece) => piece.kind === 'settled' && piece.text === '') === true
  return inside !== null && !isEmptied
    ? [settled(lead), ...inside]
    : [settled(lead), { kind: 'conflict', ...texts, isWhole: isWhole || isEmptied }]
}

function innerPieces(
  { inner: base, text }: Entry,
  { inner: ours }: Entry,
  { inner: theirs }: Entry,
): readonly MergePiece[] | null {
  if (base === null || ours === null || theirs === null) return null
  const pieces = mergeOutlines({ base, ours, theirs })
  if (base.head !== '' || pieces === null) return pieces
  // An item has its dash before its first key, so the first key must be the same.
  if (new Set([base, ours, theirs].map(({ entries }) => entries[0]?.name)).size > 1) return null
  const [first, ...rest] = withoutEmpty(pieces)
  if (first === undefined) return pieces
  return [settled(''), withDash(first, text.indexOf('-')), ...rest, settled('')]
}

function withDash(piece: MergePiece, at: number): MergePiece {
  const dashed = (text: string) => `${text.slice(0, at)}-${text.slice(at + 1)}`
  if (piece.kind === 'settled') return settled(dashed(piece.text))
  return { ...piece, ...mapSides((side) => dashed(piece[side])) }
}

function entryNames({ entries }: Outline) {
  return entries.map(({ name }) => name)
}
