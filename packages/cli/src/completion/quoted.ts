/** A text as one word of a shell: `'` ends the quotes, stands alone, and opens them again. */
export function quoted(text: string): string {
  return `'${text.replaceAll("'", "'\\''")}'`
}
