import { type Document, nearest, placeOf } from '@cahier/core'
import type { Passage } from '@cahier/prose'
import { nodesOf } from '../../nodes-of.ts'
import { placeIn } from '../../place-in.ts'
import type { Report, Rule } from '../../rule.ts'
import { typedNotes } from '../../typed-notes.ts'
import { unusedDefinitions } from '../../unused-definitions.ts'

/**
 * Each footnote called is written, and each one written is called. An amendment quotes blocks whose
 * notes stand elsewhere: it is not looked at.
 */
export const footnote: Rule = {
  id: 'structure/footnote',
  severity: 'error',
  fixed: false,
  messages: {
    undefinedNear: {
      fr: ({ label, meant }) =>
        `la note [^${label}] n’est écrite nulle part : vouliez-vous appeler [^${meant}] ?`,
      en: ({ label, meant }) =>
        `the note [^${label}] is not written anywhere: did you mean [^${meant}]?`,
    },
    undefined: {
      fr: ({ label }) =>
        `la note [^${label}] n’est écrite nulle part : ajoutez à la fin du texte une ligne « [^${label}]: » suivie de la note`,
      en: ({ label }) =>
        `the note [^${label}] is not written anywhere: add at the end of the text a line “[^${label}]:” followed by the note`,
    },
    uncalled: {
      fr: ({ label }) =>
        `la note [^${label}] n’est appelée nulle part, elle ne sera pas imprimée : écrivez [^${label}] dans le texte, ou enlevez la note`,
      en: ({ label }) =>
        `the note [^${label}] is never called and will not be printed: write [^${label}] in the text, or remove the note`,
    },
    typed: {
      fr: ({ written, label }) =>
        `« ${written} » n’appelle pas de note ici : écrivez [^${label}], et la note après « [^${label}]: »`,
      en: ({ written, label }) =>
        `“${written}” does not call a note here: write [^${label}], and the note after “[^${label}]:”`,
    },
    twice: {
      fr: ({ label, line }) =>
        `la note [^${label}] est déjà écrite ligne ${line} : donnez un autre nom à celle-ci`,
      en: ({ label, line }) =>
        `the note [^${label}] is already written on line ${line}: give this one another name`,
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
    // One paper may number its notes in two ways; a name is given once.
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

// A call without its note is plain text in the tree: it is looked for in the source of texts, where
// an escaped bracket can be told. `[^e^]` is what pandoc makes of a raised letter.
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
