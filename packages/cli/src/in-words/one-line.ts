/** What was written over several lines, as it is quoted in one. */
export function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim()
}
