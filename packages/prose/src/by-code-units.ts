/** Compares two texts by UTF-16 units, for `sort`: the same order on every machine. */
export function byCodeUnits(a: string, b: string): number {
  return a === b ? 0 : a < b ? -1 : 1
}
