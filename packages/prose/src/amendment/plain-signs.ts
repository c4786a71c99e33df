/**
 * A text whose no-break spaces and typographic apostrophes are plain ones. Unit for unit: every
 * offset stays what it was.
 */
export function plainSigns(text: string): string {
  return text.replace(/[\u00A0\u202F\u2007\u2009]/g, ' ').replace(/[’ʼ]/g, "'")
}
