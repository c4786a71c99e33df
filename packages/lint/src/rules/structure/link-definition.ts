import { type Document, nearest, placeOf } from '@cahier/core'
import { groupedBy } from '@cahier/prose'
import type { Definition, FootnoteDefinition } from 'mdast'
import { matchesAt, nodesOf } from '../../document/documents.ts'
import type { Report, Rule } from '../../engine/rule.ts'

/** Reports links `[texte][nom]` without `[nom]: adresse`, and unused or double definitions. */
export const linkDefinition: Rule = {
  id: 'structure/link-definition',
  severity: 'warning',
  fixes: true,
  editScope: 'tree',
  messages: {
    undefined: {
      fr: 'aucune ligne « [{label}]: » ne donne l’adresse de ce lien{meant|meant| : ajoutez-la, suivie de l’adresse, à la fin du texte}',
      en: 'no line “[{label}]:” gives the address of this link{meant|meant|: add it, followed by the address, at the end of the text}',
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
    const waiting = unusedDefinitions(definitions, uses, report)
    for (const { label, end } of undefinedUses(document, USE_WITHOUT_ADDRESS)) {
      const at = { start: end - 1 - label.length, end: end - 1 }
      const meant = nearest(label, [...waiting.keys()])
      waiting.delete(meant)
      report('undefined', at, { label, meant }, { text: meant || undefined })
    }
    for (const [label, definition] of waiting) report('unused', placeOf(definition), { label })
  },
}

// `[//]: # (words)` is the usual Markdown comment.
function isComment({ label, url }: Definition) {
  return url === '#' || url === '<>' || /^(?:\/\/|comment|_)/.test(label ?? '')
}

const USE_WITHOUT_ADDRESS =
  /(?<![\\\]])\[(?=[^[\]\n^@\p{L}]*\p{L})[^[\]\n]*\]\[([^[\]\n^@]+)\](?![[(:])/gu

/**
 * The references that have no definition: the parser leaves them as text. `pattern` captures their
 * label.
 */
export function undefinedUses(document: Document, pattern: RegExp) {
  return nodesOf(document, 'text').flatMap((node) =>
    matchesAt(document, placeOf(node), pattern).map(({ 0: { length }, 1: label = '', index }) => ({
      label,
      start: index,
      end: index + length,
    })),
  )
}

/** The unused definitions of a text, by label. Reports each repeated definition as `twice`. */
export function unusedDefinitions<Node extends Definition | FootnoteDefinition>(
  defined: readonly Node[],
  uses: readonly { readonly identifier: string }[],
  report: Report,
): Map<string, Node> {
  const used = new Set(uses.map(({ identifier }) => identifier))
  const same = groupedBy(defined, ({ identifier }) => identifier)
  for (const [first, ...others] of same.values())
    for (const node of others) {
      const related = [{ place: placeOf(first ?? node) }]
      report('twice', placeOf(node), { label: labelOf(node) }, { related })
    }
  return new Map(
    [...same.values()]
      .flatMap(([first]) => (first === undefined || used.has(first.identifier) ? [] : [first]))
      .map((node) => [labelOf(node), node]),
  )
}

function labelOf({ label, identifier }: Definition | FootnoteDefinition) {
  return label ?? identifier
}
