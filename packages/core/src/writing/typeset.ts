import type { Language } from '../model/finding.ts'

/** A French message with no-break spaces: U+00A0 in `« »` and before `:`, U+202F before `; ! ?`. */
export function typeset(text: string, language: Language): string {
  if (language !== 'fr') return text
  return text
    .replace(/« /g, '«\u00A0')
    .replace(/ »/g, '\u00A0»')
    .replace(/ :(?<=\S :)(?=\s|$)/g, '\u00A0:')
    .replace(/ (?=[;!?])(?<=[\p{L}\p{N}»”")\].…%] )/gu, '\u202F')
}

/** A message with a capital and a full stop, except after `.!?…:` or a final `Write: …`. */
export function asSentence(message: string): string {
  const begun = capitalised(message)
  return /[.!?…:]$|(?:[Éé]crivez :|[Ww]rite:) .*$/.test(begun) ? begun : `${begun}.`
}

export function capitalised(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1)
}

/** A text with visible signs instead of control characters, which could act on a terminal. */
export function shownControls(text: string): string {
  return text.replace(CONTROLS, picture)
}

// C0 except tab and line feed, DEL, C1, Unicode line ends, bidirectional controls.
const CONTROLS = /[\x00-\x08\x0B-\x1F\x7F-\x9F\u2028-\u202E\u2066-\u2069]/g

function picture(control: string) {
  const code = control.charCodeAt(0)
  if (code < 0x20) return String.fromCharCode(0x2400 + code)
  return code === 0x7f ? '␡' : `‹U+${code.toString(16).toUpperCase().padStart(4, '0')}›`
}
