import type { Nodes, PhrasingContent } from 'mdast'
import { raisedWords } from '../../raised-words.ts'

/**
 * `<sup>2</sup>`, `<sub>2</sub>` and pandoc's `x^2^`, `H~2~O` as the characters ² and ₂, in place:
 * without their tags, 10⁶ would be 106. Words so marked stay words, and so do the ends of ordinals
 * and of titles (`2^e^`, `M^me^`).
 */
export function raiseFigures(node: Nodes): void {
  if (!('children' in node)) return
  const children = node.children as PhrasingContent[]
  for (const child of children) if (child.type === 'text') child.value = raisedIn(child.value)
  for (let at = 0; at < children.length; at++) {
    const raised = raisedAt(children, at)
    if (raised !== null) children.splice(at, 3, raised)
  }
  for (const child of node.children) raiseFigures(child)
}

// Behind a letter or a bracket, so that what approximates or points is left alone.
function raisedIn(text: string): string {
  return /[~^]/.test(text)
    ? text
        .replace(
          /(?<=[\p{L})])([~^])([+-]?\d{1,4}[+-]?)\1(?![~^])/gu,
          (_, sign: string, figures: string) => raisedWords(sign === '^' ? 'sup' : 'sub', figures),
        )
        .replace(
          /(?<=[\p{L}\d])\^(e|ers?|res?|nde?s?|os?|mes?|lles?|gr|st|th|rd)\^(?![~^\p{L}\d])/gu,
          '$1',
        )
    : text
}

function raisedAt(children: readonly PhrasingContent[], at: number): PhrasingContent | null {
  const [open, text, close] = children.slice(at, at + 3)
  if (open?.type !== 'html' || text?.type !== 'text' || close?.type !== 'html') return null
  const kind = open.value.toLowerCase()
  if (
    (kind !== '<sup>' && kind !== '<sub>') ||
    close.value.toLowerCase() !== kind.replace('<', '</')
  )
    return null
  const value = raisedWords(kind === '<sup>' ? 'sup' : 'sub', text.value)
  return value === '' ? null : { ...text, value }
}
