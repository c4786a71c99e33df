/** Removes the final full stop of a title, except after « etc. », an initial or an ellipsis. */
export function withoutFullStop(title: string): string {
  return title.replace(/(?<!(?<!\p{L})(?:etc|\p{L})|\.)\.$/u, '')
}
