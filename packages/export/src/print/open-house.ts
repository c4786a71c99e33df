import type { Axis, Programme } from '@cahier/core'
import type { PhrasingContent } from 'mdast'
import { languageOf } from '../language.ts'
import type { Entry } from '../selection.ts'
import { frenchInlines } from '../typography/french-inlines.ts'
import { type Addresses, sectionIds, sectionsBySlug } from './addresses.ts'
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
    text: (text) => text.split(/\r?\n[ \t]*\r?\n\s*/).map((paragraph) => typeset([{ type: 'text', value: paragraph.trim() }]).map(valueOf).join('')).join('\n\n'),
  }
}

function addressesOf(programme: Programme, entries: readonly Entry[]): Addresses {
  const printed = new Set(entries.map(({ proposal }) => proposal.axis))
  const chapters = programme.axes.filter((axis): axis is Axis & { document: NonNullable<Axis['document']> } => axis.document !== null && printed.has(axis.id))
  return new Map([
    ...chapters.map(({ id, document }) => [document.path, { target: { kind: 'chapter' as const, id }, sections: new Map<string, string>() }] as const),
    ...entries.map(({ proposal: { id, document } }) => {
      const sections = sectionsBySlug(document, sectionIds(document, programme.manifest))
      return [document.path, { target: { kind: 'measure' as const, id }, sections }] as const
    }),
  ])
}

// A line end inside a paragraph is a space.
function unfolded(nodes: readonly PhrasingContent[]): PhrasingContent[] {
  return nodes.map((node): PhrasingContent => {
    if (node.type === 'text') return { ...node, value: node.value.replace(/[ \t]*\r?\n[ \t]*/g, ' ') }
    return 'children' in node ? { ...node, children: unfolded(node.children) } : node
  })
}

function valueOf(node: PhrasingContent): string {
  return node.type === 'text' ? node.value : ''
}
