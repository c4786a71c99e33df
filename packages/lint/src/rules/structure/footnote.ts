import { type Document, nearest, placeOf } from '@cahier/core'
import { changeableSpan, matchesIn, type Passage, type Span } from '@cahier/prose'
import { isPrinted, nodesOf } from '../../document/documents.ts'
import type { Report, Rule } from '../../engine/rule.ts'
import { undefinedUses, unusedDefinitions } from './link-definition.ts'

/**
 * Reports references without a note, unused or repeated notes, and notes typed as on paper: `[1]`.
 */
export const footnote: Rule = {
  id: 'structure/footnote',
  severity: 'error',
  fixes: true,
  messages: {
    undefined: {
      fr: 'la note [^{label}] n’est écrite nulle part{meant|meant| : ajoutez à la fin du texte une ligne « [^{label}]: » suivie de la note}',
      en: 'the note [^{label}] is not written anywhere{meant|meant|: add at the end of the text a line “[^{label}]:” followed by the note}',
    },
    uncalled: {
      fr: 'la note [^{label}] n’est appelée nulle part, elle ne sera pas imprimée : écrivez [^{label}] dans le texte, ou enlevez la note',
      en: 'the note [^{label}] is never called and will not be printed: write [^{label}] in the text, or remove the note',
    },
    typed: {
      fr: '« {written} » n’appelle pas de note ici : écrivez [^{label}], et la note après « [^{label}]: »',
      en: '“{written}” does not call a note here: write [^{label}], and the note after “[^{label}]:”',
    },
    twice: {
      fr: 'la note [^{label}] est déjà écrite ligne {line} : donnez un autre nom à celle-ci',
      en: 'the note [^{label}] is already written on line {line}: give this one another name',
    },
  },
  text({ document, passages, report }) {
    if (document.kind === 'amendment') return
    if (isPrinted(document)) reportTyped(document, passages, report)
    const waiting = unusedDefinitions(
      nodesOf(document, 'footnoteDefinition'),
      nodesOf(document, 'footnoteReference'),
      report,
    )
    for (const { label, start, end } of undefinedUses(document, CALL_WITHOUT_NOTE)) {
      const [only = '', ...others] = waiting.keys()
      const meant = others.length === 0 ? only : nearest(label, [only, ...others])
      waiting.delete(meant)
      const fix = meant && `[^${meant}]`
      report('undefined', { start, end }, { label, meant: fix }, { text: fix || undefined })
    }
    for (const [label, definition] of waiting) {
      const start = placeOf(definition).start.offset
      const at = { start, end: start + label.length + 3 }
      report('uncalled', at, { label }, { severity: 'warning' })
    }
  },
}

// The parser leaves a reference without a note as text. `[^e^]` is a superscript of pandoc.
const CALL_WITHOUT_NOTE = /(?<!\\)\[\^([^[\]\s]*[^[\]\s^])\]/g

function reportTyped(document: Document, passages: readonly Passage[], report: Report) {
  const known = new Set(nodesOf(document, 'footnoteDefinition').map(({ identifier }) => identifier))
  for (const { label, written, calls, note } of typedNotes(passages)) {
    // `[1]` and `¹` would get the same label, so only the first of them is corrected.
    if (known.has(label)) continue
    known.add(label)
    const edits = [
      ...calls.map((call) => ({ ...call, text: `[^${label}]` })),
      { ...note, text: `[^${label}]:` },
    ]
    report('typed', calls[0] ?? note, { written, label }, { severity: 'warning', edits })
  }
}

/**
 * The sign of a note typed as on paper, `[1]` or `¹`, follows words in the text. The same sign
 * stands exactly once before a note.
 */
function typedNotes(passages: readonly Passage[]) {
  const isOfNotes = ({ kind, text }: Passage) => kind === 'paragraph' && NOTES.test(text)
  const notes = signsIn(passages.filter(isOfNotes), HEAD)
  if (notes.size === 0) return []
  const others = passages.filter((passage) => passage.node !== null && !isOfNotes(passage))
  const calls = signsIn(others, CALL)
  return [...notes].flatMap(([written, [note, ...more]]) => {
    const called = calls.get(written)
    if (note === undefined || more.length > 0 || called === undefined) return []
    const raised = RAISED.indexOf(written)
    const label = raised < 0 ? written.slice(1, -1) : String(raised + 1)
    return { label, written, calls: called, note }
  })
}

function signsIn(passages: readonly Passage[], pattern: RegExp): ReadonlyMap<string, Span[]> {
  const spans = new Map<string, Span[]>()
  for (const passage of passages)
    for (const { 0: sign, index } of matchesIn(passage.text, pattern)) {
      const span = changeableSpan(passage, index, index + sign.length)
      if (span !== null) spans.set(sign, [...(spans.get(sign) ?? []), span])
    }
  return spans
}

const RAISED = '¹²³⁴⁵⁶⁷⁸⁹'
const SIGN = `(?:\\[\\d{1,2}\\]|[${RAISED}])`
const NOTES = new RegExp(`^(?:${SIGN}[ \\u00A0\\u202F:]+\\S[^\\n]*(?:\\n|$))+$`)
const HEAD = new RegExp(`^${SIGN}(?=[ \\u00A0\\u202F])`, 'gm')
// « m² » is a unit, so three letters must precede a raised digit.
const CALL = new RegExp(
  `(?:(?<=[\\p{L}\\d»”).,;!?][ \\u00A0\\u202F]?)\\[\\d{1,2}\\](?![[(:])|(?<=\\p{L}{3}|[»”).,])[${RAISED}](?![\\d${RAISED}]))`,
  'gu',
)
