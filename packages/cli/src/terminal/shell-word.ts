/** A path as a shell word to copy, quoted when needed. */
export function shellWord(path: string, isWindows = process.platform === 'win32'): string {
  if (isWindows) return /^[\p{L}\p{N}_./~:\\-]+$/u.test(path) ? path : `"${path}"`
  return /^[\p{L}\p{N}_./~-]+$/u.test(path) ? path : `"${path.replace(/["$`\\]/g, '\\$&')}"`
}

/** A text as one quoted word of a POSIX shell. */
export function shellQuoted(text: string): string {
  return `'${text.replaceAll("'", "'\\''")}'`
}
