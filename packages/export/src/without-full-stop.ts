/**
 * A title as it stands inside a sentence, before a comma: without the full stop that may end it.
 * That of « etc. », of initials and of an ellipsis stays.
 */
export function withoutFullStop(title: string): string {
  return title.replace(/(?<!(?<!\p{L})(?:etc|\p{L})|\.)\.$/u, '')
}
