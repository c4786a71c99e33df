import { foldProse, splitHead } from '@cahier/prose'
import type { Amendment, Programme } from './programme.ts'

/**
 * The marked text of an amendment: all that follows the heading of its text; `''` when it changes
 * fields only.
 */
export function markedTextOf(
  { document }: Pick<Amendment, 'document'>,
  { manifest }: Programme,
): string {
  const title = foldProse(manifest.amendmentSections.text)
  const written = plainHeadingEnd(document.text, title)
  if (written !== null) return document.text.slice(written)
  const section = document.referenceBody?.sections.find((one) => foldProse(one.title) === title)
  const end = section?.heading.position?.end.offset
  return end === undefined ? '' : document.text.slice(end)
}

// Found on its line where nothing above could hide it, so that the Markdown of thousands of
// amendments need not be read.
function plainHeadingEnd(text: string, title: string): number | null {
  const { bodyStart } = splitHead(text)
  for (const match of text
    .slice(bodyStart)
    .matchAll(
      /^(?:(## +(?! ))([^\r\n\u2028\u2029]*?)(?<![ \t])[ \t]*$|[ \t]*(?:```|~~~|<|[-=]+[ \t]*$|[-*+>] |\d+[.)] ))/gm,
    )) {
    if (match[1] === undefined) return null
    if (foldProse(match[2] ?? '') === title) return bodyStart + match.index + match[0].length
  }
  return null
}
