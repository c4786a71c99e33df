import type { Axis, Programme } from '@cahier/core'
import type { PhrasingContent } from 'mdast'
import { languageOf } from '../language.ts'
import type { Entry } from '../selection.ts'
import { frenchInlines } from '../typography/french-inlines.ts'
import { type Address, type Addresses, sectionIds, sectionsBySlug } from './addresses.ts'
import type { House } from './press.ts'

/** Makes ready to print an edition of these entries: its sources, its addresses, its typography. */
export function openHouse(programme: Programme, entries: readonly Entry[]): House {
  const language = languageOf(programme.manifest.language)
  const typeset = language === 'fr' ? frenchInlines : unfolded
  return {
    language,
    sources: new Map(programme.sources.map((source) => [source.id, source])),
    addresses: addressesOf(programme, entries),
    images: new Set(programme.assets.filter(({ mediaType }) => mediaType.startsWith('image/')).map(({ path }) => path)),
    typeset,
    text: (text) =>
      text
        .split(/\r?\n[ \t]*\r?\n\s*/)
        .map((paragraph) =>
          typeset([{ type: 'text', value: paragraph.trim() }])
            .map(wordsOf)
            .join(''),
        )
        .join('\n\n'),
  }
}

function addressesOf(programme: Programme, entries: readonly Entry[]): Addresses {
  const printed = new Set(entries.map(({ proposal }) => proposal.axis))
  const chapters = programme.axes.filter(
    (axis): axis is Axis & { document: NonNullable<Axis['document']> } => axis.document !== null && printed.has(axis.id),
  )
  const addresses = new Map<string, Address>()
  for (const { id, document } of chapters) addresses.set(document.path, { target: { kind: 'chapter', id }, sections: new Map() })
  for (const { proposal } of entries) {
    const sections = sectionsBySlug(proposal.document, sectionIds(proposal.document, programme.manifest))
    addresses.set(proposal.document.path, { target: { kind: 'measure', id: proposal.id }, sections })
  }
  return addresses
}

// A line end inside a paragraph is a space.
function unfolded(nodes: readonly PhrasingContent[]): PhrasingContent[] {
  return nodes.map((node): PhrasingContent => {
    if (node.type === 'text') return { ...node, value: node.value.replace(/[ \t]*\r?\n[ \t]*/g, ' ') }
    return 'children' in node ? { ...node, children: unfolded(node.children) } : node
  })
}

function wordsOf(node: PhrasingContent): string {
  return node.type === 'text' ? node.value : ''
}
