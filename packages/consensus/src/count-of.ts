/** A count and its noun, which is plural from two on: `countOf('1', 'membre', 'membres')`. */
export function countOf(number: string | undefined, one: string, many: string): string {
  return `${number} ${Number(number) > 1 ? many : one}`
}
