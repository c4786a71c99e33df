import { bodyStartOf, formatMarkdown } from '@cahier/prose'

/** A loose Markdown text in one way of writing it; its head is left alone, to the byte. */
export function formatLooseText(text: string): string {
  return formatMarkdown(text, bodyStartOf(text))
}
