/**
 * A printed text with ordinary spaces where French has no-break ones, for tests that are about
 * words.
 */
export function plain(text: string): string {
  return text.replace(/[\u00A0\u202F]/g, ' ')
}
