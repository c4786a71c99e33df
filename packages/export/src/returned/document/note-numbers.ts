import type { Element } from 'xast'
import { elementsIn, textOf } from './odt-elements.ts'

/**
 * Whether a span is the number that a note had: in a cell, a trip through RTF writes it before the
 * note, and as its first word.
 */
export function isNumberBefore(
  span: Element,
  note: Element['children'][number] | undefined,
): boolean {
  if (span.name !== 'text:span' || note?.type !== 'element' || note.name !== 'text:note')
    return false
  const said = textOf(span).trim()
  const [first] = elementsIn(note, 'text:note-body').flatMap((body) =>
    elementsIn(body, 'text:span'),
  )
  return /^\d+$/.test(said) && first !== undefined && textOf(first).trim() === said
}

/**
 * A text without the number of the note before it: a trip through DOCX writes it a second time
 * after the note, from ten on.
 */
export function withoutLabel(
  text: string,
  before: Element['children'][number] | undefined,
): string {
  if (before?.type !== 'element' || before.name !== 'text:note') return text
  const label = elementsIn(before, 'text:note-citation')[0]?.attributes['text:label'] ?? ''
  return /^\d+$/.test(label) && text.startsWith(label) ? text.slice(label.length) : text
}

/** What a note says. A trip through another format puts its number among its words. */
export function noteWords(note: Element): string {
  const said = elementsIn(note, 'text:note-body').map(textOf).join(' ')
  return said
    .replace(/\s+/g, ' ')
    .replace(/^ ?\d+(?=\D)/, '')
    .trim()
}
