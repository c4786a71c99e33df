import type { Element } from 'xast'
import type { Measure } from '../edition/printed-measure.ts'
import type { OdtWriter } from './odt-writer.ts'
import { headingOf, paragraph, plain, tab } from './paragraph.ts'

/** Checkboxes and lines to answer a proposal; empty when it asks for no answer. */
export function answerForm(
  { number, answer }: Measure,
  { edition: { words }, anchors }: OdtWriter,
): Element[] {
  if (!answer) return []
  const nameOf = (...part: (string | number)[]) => anchors('b', number, 'answer', ...part)
  const box = (part: string, label: string) =>
    paragraph({
      style: 'Cahier Answer',
      name: nameOf(part),
      before: [...plain('☐'), tab()],
      text: label,
    })
  const rules = (part: string): Element[] =>
    ['Cahier Rule', 'Cahier Rule Last'].map((style, index) =>
      paragraph({ style, name: nameOf(part, index + 1), before: [tab()], text: '' }),
    )
  return [
    headingOf(3, nameOf(), `${words.answer}, §${number}`),
    box('yes', words.answerYes),
    box('if', words.answerIf),
    ...rules('if'),
    box('no', words.answerNo),
    ...rules('no'),
  ]
}

/** Lines to sign, if a proposal asks for an answer. */
export function signatureForm({ edition: { chapters, words }, anchors }: OdtWriter): Element[] {
  if (!chapters.some(({ measures }) => measures.some(({ answer }) => answer))) return []
  const line = (part: string, ...labels: readonly string[]) =>
    paragraph({
      style: labels.length === 1 ? 'Cahier Signature Whole' : 'Cahier Signature',
      name: anchors('d', 'signature', part),
      text: labels.flatMap((label, index) => [
        ...(index === 0 ? [] : [tab()]),
        ...plain(`${label} `),
        tab(),
      ]),
    })
  return [
    headingOf(1, anchors('d', 'signature'), words.signature),
    line('who', words.signatory),
    line('where', words.signedAt, words.signedOn),
    line('hand', words.signature),
  ]
}
