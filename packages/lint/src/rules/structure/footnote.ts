import { nearest, placeOf } from '@cahier/core'
import { nodesOf } from '../../nodes-of.ts'
import { placeIn } from '../../place-in.ts'
import type { Rule } from '../../rule.ts'
import { unusedDefinitions } from '../../unused-definitions.ts'

/** Each footnote called is written, and each one written is called. An amendment quotes blocks whose notes stand elsewhere: it is not looked at. */
export const footnote: Rule = {
  id: 'structure/footnote',
  severity: 'error',
  fixed: false,
  messages: {
    undefinedNear: {
      fr: ({ label, meant }) => `la note [^${label}] n’est écrite nulle part : vouliez-vous appeler [^${meant}] ?`,
      en: ({ label, meant }) => `the note [^${label}] is not written anywhere: did you mean [^${meant}]?`,
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
      en: ({ label }) => `the note [^${label}] is never called and will not be printed: write [^${label}] in the text, or remove the note`,
    },
    twice: {
      fr: ({ label, line }) => `la note [^${label}] est déjà écrite ligne ${line} : donnez un autre nom à celle-ci`,
      en: ({ label, line }) => `the note [^${label}] is already written on line ${line}: give this one another name`,
    },
  },
  text({ document, report }) {
    if (document.kind === 'amendment') return
    const waiting = unusedDefinitions(document, nodesOf(document, 'footnoteDefinition'), nodesOf(document, 'footnoteReference'), report)
    const texts = document.text.includes('[^') ? nodesOf(document, 'text') : []
    for (const { label, start, end } of undefinedCalls(document.text, texts.map(placeOf))) {
      const meant = waiting.size === 1 ? ([...waiting.keys()][0] as string) : nearest(label, [...waiting.keys()])
      const place = placeIn(document, start, end)
      waiting.delete(meant)
      if (meant === '') report('undefined', place, { label })
      else report('undefinedNear', place, { label, meant }, { edits: [{ path: document.path, start, end, text: `[^${meant}]` }] })
    }
    for (const [label, definition] of waiting) {
      const { start } = placeOf(definition)
      report('uncalled', placeIn(document, start.offset, start.offset + label.length + 3), { label }, { severity: 'warning' })
    }
  },
}

interface Call {
  readonly label: string
  readonly start: number
  readonly end: number
}

// A call without its note is plain text in the tree: it is looked for in the source of texts, where an escaped bracket can be told. `[^e^]` is what pandoc
// makes of a raised letter.
function undefinedCalls(
  text: string,
  places: readonly { readonly start: { readonly offset: number }; readonly end: { readonly offset: number } }[],
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
