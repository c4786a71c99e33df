import type { Language, Reference } from '@cahier/core'
import type { PhrasingContent } from 'mdast'
import { frenchInlines } from '../typography/french-inlines.ts'
import { fullReference } from './full-reference.ts'

/** A source as the bibliography prints it, as one line of Markdown: what an editor can show. */
export function referenceAsMarkdown(source: Reference, language: Language): string {
  const nodes = fullReference(source, language)
  return (language === 'fr' ? frenchInlines(nodes) : nodes).map(markdownOf).join('')
}

function markdownOf(node: PhrasingContent): string {
  if (node.type === 'text') return node.value.replace(/[\\`*_[\]<>]/g, '\\$&')
  const inner = 'children' in node ? node.children.map(markdownOf).join('') : ''
  if (node.type === 'emphasis') return `*${inner}*`
  if (node.type === 'link') return `[${inner}](<${node.url}>)`
  return inner
}
