import { type Finding, placeAt, placeOf } from '@cahier/core'
import type { FootnoteDefinition, Nodes, Root } from 'mdast'
import { publicationFinding } from '../publication-messages.ts'

/**
 * What is said of the notes of a file: called and not written, written and not called, written
 * twice.
 */
export function noteFindings(
  tree: Root,
  path: string,
  text: string,
  lineStarts: readonly number[],
): Finding[] {
  const called = new Set<string>()
  const written = new Map<string, FootnoteDefinition>()
  const findings: Finding[] = []
  const say = (message: string, node: Nodes, label: string): void => {
    const { start } = placeOf(node)
    const place = placeAt(lineStarts, start.offset, start.offset + label.length + 3)
    findings.push(publicationFinding('publication/note', message, path, place, { label }))
  }
  const visit = (node: Nodes): void => {
    if (node.type === 'footnoteReference') called.add(node.identifier)
    if (node.type === 'footnoteDefinition') {
      if (written.has(node.identifier)) say('twice', node, labelOf(node))
      else written.set(node.identifier, node)
    }
    if (node.type === 'text')
      for (const call of callsIn(node, text)) findings.push(undefinedCall(call, path, lineStarts))
    if ('children' in node) for (const child of node.children) visit(child)
  }
  visit(tree)
  for (const [identifier, node] of written)
    if (!called.has(identifier)) say('uncalled', node, labelOf(node))
  return findings
}

interface Call {
  readonly label: string
  readonly start: number
}

// A call without its note is plain text in the tree: it is looked for in the source, where an
// escaped bracket can be told.
function callsIn(node: Nodes, text: string): Call[] {
  const { start, end } = placeOf(node)
  const source = text.slice(start.offset, end.offset)
  if (!source.includes('[^')) return []
  return [...source.matchAll(/(?<!\\)\[\^([^[\]\s^]{1,200})\]/g)].map((match) => ({
    label: match[1] as string,
    start: start.offset + match.index,
  }))
}

function undefinedCall(
  { label, start }: Call,
  path: string,
  lineStarts: readonly number[],
): Finding {
  return publicationFinding(
    'publication/note',
    'undefined',
    path,
    placeAt(lineStarts, start, start + label.length + 3),
    { label },
  )
}

function labelOf({ label, identifier }: FootnoteDefinition): string {
  return label ?? identifier
}
