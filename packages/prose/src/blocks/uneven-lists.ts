import type { Nodes } from 'mdast'
import { splitFrontMatter } from '../markdown/front-matter.ts'
import { parseMarkdown } from '../markdown/parse-markdown.ts'

/** A numbered list whose numbers do not rise by one, and are not all equal. */
interface UnevenList {
  readonly line: number
  readonly numbers: readonly number[]
}

/** The uneven lists of a Markdown file, in order. */
export function unevenLists(file: string): readonly UnevenList[] {
  const found: UnevenList[] = []
  const visit = (node: Nodes) => {
    if (node.type === 'list' && node.ordered === true) {
      const numbers = node.children.map(({ position }) =>
        Number.parseInt(file.slice(position?.start.offset), 10),
      )
      const steps = new Set(
        numbers.slice(1).map((number, index) => number - (numbers[index] as number)),
      )
      if (steps.size > 1 || (steps.size === 1 && !steps.has(1) && !steps.has(0)))
        found.push({ line: node.position?.start.line ?? 1, numbers })
    }
    if ('children' in node) for (const child of node.children) visit(child)
  }
  visit(parseMarkdown(file, splitFrontMatter(file).bodyStart))
  return found
}
