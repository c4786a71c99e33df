/** A copy of a text that does not keep in memory the longer string it was cut from. */
export function ownCopy(text: string): string {
  return ` ${text}`.slice(1)
}
