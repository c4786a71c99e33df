import { type Document, placeOf } from '@cahier/core'
import type { Definition, FootnoteDefinition } from 'mdast'
import type { Report } from './rule.ts'

/**
 * By its label, what a text defines and nothing in it uses. What is defined again is told, as
 * `twice`, where it is: the first one counts.
 */
export function unusedDefinitions<Node extends Definition | FootnoteDefinition>(
  { path }: Document,
  defined: readonly Node[],
  uses: readonly { readonly identifier: string }[],
  report: Report,
): Map<string, Node> {
  const used = new Set(uses.map(({ identifier }) => identifier))
  const firsts = new Map<string, Node>()
  for (const node of defined) {
    const first = firsts.get(node.identifier)
    if (first === undefined) firsts.set(node.identifier, node)
    else {
      const place = placeOf(first)
      report(
        'twice',
        placeOf(node),
        { label: labelOf(node), line: place.start.line },
        { related: [{ path, place }] },
      )
    }
  }
  return new Map(
    [...firsts.values()]
      .filter(({ identifier }) => !used.has(identifier))
      .map((node) => [labelOf(node), node]),
  )
}

function labelOf({ label, identifier }: Definition | FootnoteDefinition): string {
  return label ?? identifier
}
