/** Compares two texts by UTF-16 units, for `sort`: the same order on every machine. */
export function compareTexts(a: string, b: string): number {
  return a === b ? 0 : a < b ? -1 : 1
}
