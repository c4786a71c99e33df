import { canonicalText } from '../digest.ts'
import { parseMarkdown } from '../parse-markdown.ts'

/**
 * Whether two Markdown texts read the same: same blocks and words, whatever the blanks and the
 * typography (schemas/digest.md).
 */
export function sameProse(one: string, other: string): boolean {
  return one === other || formOf(one) === formOf(other)
}

function formOf(text: string): string {
  const tree = parseMarkdown(text)
  return canonicalText({
    fields: {},
    parts: [{ name: 'body', blocks: tree.children }],
    tree,
    imageDigest: (url) => url,
  })
}
