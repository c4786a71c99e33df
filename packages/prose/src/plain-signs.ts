/** Replaces no-break spaces and typographic apostrophes by plain ones; all offsets stay. */
export function plainSigns(text: string): string {
  return text.replace(/[\u00A0\u202F\u2007\u2009]/g, ' ').replace(/[’ʼ]/g, "'")
}
