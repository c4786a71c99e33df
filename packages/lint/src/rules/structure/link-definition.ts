import { type Document, nearest, placeOf } from '@cahier/core'
import type { Definition, FootnoteDefinition, Text } from 'mdast'
import { nodesOf } from '../../document/nodes-of.ts'
import { placeIn } from '../../document/places.ts'
import type { Report, Rule } from '../../engine/rule.ts'

/**
 * Reports a link `[texte][nom]` without its line `[nom]: adresse`, and such a line that is unused
 * or written twice.
 */
export const linkDefinition: Rule = {
  id: 'structure/link-definition',
  severity: 'warning',
  fixed: false,
  editScope: 'tree',
  messages: {
    undefinedNear: {
      fr: 'aucune ligne « [{label}]: » ne donne l’adresse de ce lien : vouliez-vous écrire [{meant}] ?',
      en: 'no line “[{label}]:” gives the address of this link: did you mean [{meant}]?',
    },
    undefined: {
      fr: 'aucune ligne « [{label}]: » ne donne l’adresse de ce lien : ajoutez-la, suivie de l’adresse, à la fin du texte',
      en: 'no line “[{label}]:” gives the address of this link: add it, followed by the address, at the end of the text',
    },
    unused: {
      fr: 'aucun lien n’utilise cette adresse : écrivez [texte][{label}] où elle doit servir, ou enlevez la ligne',
      en: 'no link uses this address: write [text][{label}] where it is wanted, or remove the line',
    },
    twice: {
      fr: 'l’adresse [{label}] est déjà écrite ligne {line}, et c’est la première qui compte : enlevez l’une des deux',
      en: 'the address [{label}] is already written on line {line}, and the first one counts: remove one of them',
    },
  },
  text({ document, report }) {
    // An amendment quotes blocks whose addresses are in another file.
    if (document.kind === 'amendment') return
    const uses = nodesOf(document, 'linkReference', 'imageReference')
    const definitions = nodesOf(document, 'definition').filter((node) => !isComment(node))
    const waiting = unusedDefinitions(document, definitions, uses, report)
    for (const { label, start, end } of undefinedUses(document)) {
      const meant = nearest(label, [...waiting.keys()])
      waiting.delete(meant)
      if (meant === '') report('undefined', placeIn(document, start, end), { label })
      else
        report(
          'undefinedNear',
          placeIn(document, start, end),
          { label, meant },
          { edits: [{ path: document.path, start, end, text: meant }] },
        )
    }
    for (const [label, definition] of waiting) report('unused', placeOf(definition), { label })
  },
}

// `[//]: # (words)` is the usual Markdown comment.
function isComment({ label, url }: Definition): boolean {
  return url === '#' || url === '<>' || /^(?:\/\/|comment|_)/.test(label ?? '')
}

interface Use {
  readonly label: string
  readonly start: number
  readonly end: number
}

// The tree has references without definition as text: they are found in the source.
function undefinedUses(document: Document): readonly Use[] {
  if (!document.text.includes('][')) return []
  return nodesOf(document, 'text').flatMap((node) =>
    node.value.includes('][') ? usesIn(node, document) : [],
  )
}

function usesIn(node: Text, document: Document): readonly Use[] {
  const { start, end } = placeOf(node)
  const source = document.text.slice(start.offset, end.offset)
  return [
    ...source.matchAll(
      /(?<![\\\]])\[(?=[^[\]\n^@\p{L}]*\p{L})[^[\]\n]*\]\[([^[\]\n^@]+)\](?![[(:])/gu,
    ),
  ].map((match) => {
    const label = match[1] as string
    const at = start.offset + match.index + match[0].length - 1 - label.length
    return { label, start: at, end: at + label.length }
  })
}

/** The unused definitions of a text, by label. A second definition is reported as `twice`. */
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
