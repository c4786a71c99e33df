import type { Language } from '../model/message.ts'

/**
 * A message as it is printed: in French, no-break spaces before « : » and inside guillemets
 * (U+00A0), narrow ones before « ; ! ? » (U+202F).
 */
export function typeset(text: string, language: Language): string {
  if (language !== 'fr') return text
  return text
    .replace(/« /g, '«\u00A0')
    .replace(/ »/g, '\u00A0»')
    .replace(/ :(?<=\S :)(?=\s|$)/g, '\u00A0:')
    .replace(/ (?=[;!?])(?<=[\p{L}\p{N}»”")\].…%] )/gu, '\u202F')
}

/**
 * A message as a sentence of its own: a capital, and a full stop unless it ends with another sign
 * or with a line to be copied.
 */
export function asSentence(message: string): string {
  const begun = capitalised(message)
  return /[.!?…:]$|(?:[Éé]crivez :|[Ww]rite:) .*$/.test(begun) ? begun : `${begun}.`
}

/** With a capital to begin with. */
export function capitalised(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1)
}

/**
 * A text in which control characters are shown as pictures: none commands a terminal, none changes
 * the order in which a line is read.
 */
export function shownControls(text: string): string {
  return text.replace(CONTROLS, picture)
}

// C0 but tab and line feed, DEL, C1, the ends of line of Unicode, and the bidirectional controls
// that can reorder a line.
const CONTROLS = /[\x00-\x08\x0B-\x1F\x7F-\x9F\u2028-\u202E\u2066-\u2069]/g

function picture(control: string): string {
  const code = control.charCodeAt(0)
  if (code < 0x20) return String.fromCharCode(0x2400 + code)
  return code === 0x7f ? '␡' : `‹U+${code.toString(16).toUpperCase().padStart(4, '0')}›`
}
