import type { Language } from './message.ts'

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
