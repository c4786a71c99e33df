/**
 * A path as a shell takes it, to be copied from what we say: in quotes when it has blanks or signs.
 */
export function asWord(path: string, isWindows = process.platform === 'win32'): string {
  if (isWindows) return /^[\p{L}\p{N}_./~:\\-]+$/u.test(path) ? path : `"${path}"`
  return /^[\p{L}\p{N}_./~-]+$/u.test(path) ? path : `"${path.replace(/["$`\\]/g, '\\$&')}"`
}
