/** A string in the canonical form: its length in UTF-8 bytes, a colon, the string. */
export function atom(text: string): string {
  return `${Buffer.byteLength(text)}:${text}`
}

/**
 * A sequence in the canonical form: parentheses around its members, each of which knows its own
 * length.
 */
export function list(members: readonly string[]): string {
  let form = '('
  for (const member of members) form += member
  return `${form})`
}
