import { changeableSpan, matchesIn, type Passage, type Span } from '@cahier/prose'

/**
 * A note that was typed as on paper, `[1]` or `¹` in the text and again at the head of the note.
 */
export interface TypedNote {
  readonly label: string
  readonly written: string
  readonly calls: readonly Span[]
  /** The sign that the note begins with. */
  readonly note: Span
}

/**
 * The typed notes among the passages of a text: called after a word, and written once at the head
 * of a line of their own.
 */
export function typedNotes(passages: readonly Passage[]): readonly TypedNote[] {
  const notes = new Map<string, Span[]>()
  const heads = new Set<Passage>()
  for (const passage of passages) {
    if (passage.kind !== 'paragraph' || !NOTES.test(passage.text)) continue
    heads.add(passage)
    for (const { 0: sign, index } of matchesIn(passage.text, HEAD))
      addTo(notes, sign, passage, index)
  }
  if (notes.size === 0) return []
  const calls = new Map<string, Span[]>()
  for (const passage of passages)
    if (passage.node !== null && !heads.has(passage))
      for (const { 0: sign, index } of matchesIn(passage.text, CALL))
        addTo(calls, sign, passage, index)
  return [...notes].flatMap(([written, [note, ...others]]) => {
    const called = calls.get(written)
    if (note === undefined || others.length > 0 || called === undefined) return []
    return [{ label: labelOf(written), written, calls: called, note }]
  })
}

function addTo(spans: Map<string, Span[]>, sign: string, passage: Passage, at: number): void {
  const span = changeableSpan(passage, at, at + sign.length)
  if (span !== null) spans.set(sign, [...(spans.get(sign) ?? []), span])
}

function labelOf(sign: string): string {
  const raised = RAISED.indexOf(sign)
  return raised < 0 ? sign.slice(1, -1) : String(raised + 1)
}

const RAISED = '¹²³⁴⁵⁶⁷⁸⁹'
const SIGN = `(?:\\[\\d{1,2}\\]|[${RAISED}])`
/** Nothing but notes, each on a line of its own. */
const NOTES = new RegExp(`^(?:${SIGN}[ \\u00A0\\u202F:]+\\S[^\\n]*(?:\\n|$))+$`)
const HEAD = new RegExp(`^${SIGN}(?=[ \\u00A0\\u202F])`, 'gm')
// « m² » is a measure.
const CALL = new RegExp(
  `(?:(?<=[\\p{L}\\d»”).,;!?][ \\u00A0\\u202F]?)\\[\\d{1,2}\\](?![[(:])|(?<=\\p{L}{3}|[»”).,])[${RAISED}](?![\\d${RAISED}]))`,
  'gu',
)
