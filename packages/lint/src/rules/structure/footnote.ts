import { type Document, nearest, placeOf } from '@cahier/core'
import { changeableSpan, matchesIn, type Passage, type Span } from '@cahier/prose'
import { nodesOf } from '../../document/nodes-of.ts'
import { placeIn } from '../../document/places.ts'
import type { Report, Rule } from '../../engine/rule.ts'
import { unusedDefinitions } from './link-definition.ts'

/**
 * Reports a footnote reference without note, and a note without reference. Not in an amendment,
 * whose notes are in the amended text.
 */
export const footnote: Rule = {
  id: 'structure/footnote',
  severity: 'error',
  fixed: false,
  messages: {
    undefinedNear: {
      fr: 'la note [^{label}] n’est écrite nulle part : vouliez-vous appeler [^{meant}] ?',
      en: 'the note [^{label}] is not written anywhere: did you mean [^{meant}]?',
    },
    undefined: {
      fr: 'la note [^{label}] n’est écrite nulle part : ajoutez à la fin du texte une ligne « [^{label}]: » suivie de la note',
      en: 'the note [^{label}] is not written anywhere: add at the end of the text a line “[^{label}]:” followed by the note',
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
    if (PRINTED.has(document.kind)) reportTyped(document, passages, report)
    const waiting = unusedDefinitions(
      document,
      nodesOf(document, 'footnoteDefinition'),
      nodesOf(document, 'footnoteReference'),
      report,
    )
    const texts = document.text.includes('[^') ? nodesOf(document, 'text') : []
    for (const { label, start, end } of undefinedCalls(document.text, texts.map(placeOf))) {
      const meant =
        waiting.size === 1
          ? ([...waiting.keys()][0] as string)
          : nearest(label, [...waiting.keys()])
      const place = placeIn(document, start, end)
      waiting.delete(meant)
      if (meant === '') report('undefined', place, { label })
      else
        report(
          'undefinedNear',
          place,
          { label, meant },
          { edits: [{ path: document.path, start, end, text: `[^${meant}]` }] },
        )
    }
    for (const [label, definition] of waiting) {
      const { start } = placeOf(definition)
      report(
        'uncalled',
        placeIn(document, start.offset, start.offset + label.length + 3),
        { label },
        { severity: 'warning' },
      )
    }
  },
}

const PRINTED: ReadonlySet<string> = new Set(['proposal', 'axis', 'question'])

function reportTyped(document: Document, passages: readonly Passage[], report: Report): void {
  const known = new Set(nodesOf(document, 'footnoteDefinition').map(({ identifier }) => identifier))
  for (const { label, written, calls, note } of typedNotes(passages)) {
    // Two styles of notes may share a number.
    if (known.has(label)) continue
    known.add(label)
    const { path } = document
    const edits = [
      ...calls.map((call) => ({ path, ...call, text: `[^${label}]` })),
      { path, ...note, text: `[^${label}]:` },
    ]
    const [call = note] = calls
    report(
      'typed',
      placeIn(document, call.start, call.end),
      { written, label },
      { severity: 'warning', edits },
    )
  }
}

interface Call {
  readonly label: string
  readonly start: number
  readonly end: number
}

// References without a note, found in the source: the tree has them as text. Not an escaped
// bracket, nor pandoc's superscript, `[^e^]`.
function undefinedCalls(
  text: string,
  places: readonly {
    readonly start: { readonly offset: number }
    readonly end: { readonly offset: number }
  }[],
): Call[] {
  return places.flatMap(({ start, end }) =>
    [...text.slice(start.offset, end.offset).matchAll(/(\\?)\[\^([^[\]\s]*[^[\]\s^])\]/g)]
      .filter((match) => match[1] === '')
      .map((match) => ({
        label: match[2] as string,
        start: start.offset + match.index,
        end: start.offset + match.index + match[0].length,
      })),
  )
}

/** A note typed as on paper: `[1]` or `¹` in the text and before the note. */
interface TypedNote {
  readonly label: string
  readonly written: string
  readonly calls: readonly Span[]
  readonly note: Span
}

/** The typed notes of a text: referred to after a word, and written once at the start of a line. */
function typedNotes(passages: readonly Passage[]): readonly TypedNote[] {
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
const NOTES = new RegExp(`^(?:${SIGN}[ \\u00A0\\u202F:]+\\S[^\\n]*(?:\\n|$))+$`)
const HEAD = new RegExp(`^${SIGN}(?=[ \\u00A0\\u202F])`, 'gm')
// « m² » is a unit.
const CALL = new RegExp(
  `(?:(?<=[\\p{L}\\d»”).,;!?][ \\u00A0\\u202F]?)\\[\\d{1,2}\\](?![[(:])|(?<=\\p{L}{3}|[»”).,])[${RAISED}](?![\\d${RAISED}]))`,
  'gu',
)
