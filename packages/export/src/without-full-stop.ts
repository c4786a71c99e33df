/**
 * A title without its final full stop, to be used in a sentence. That of « etc. », of initials and
 * of an ellipsis stays.
 */
export function withoutFullStop(title: string): string {
  return title.replace(/(?<!(?<!\p{L})(?:etc|\p{L})|\.)\.$/u, '')
}
