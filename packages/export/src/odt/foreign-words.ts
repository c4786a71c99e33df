import { measuresOf } from '../edition/chapter.ts'
import type { Edition } from '../edition/edition.ts'
import type { FlowNode, InlineNode } from '../edition/nodes.ts'
import { languageProperties } from './language.ts'
import type { StyleParts } from './styles/style-element.ts'

/** The character style of words in another language: `Cahier_20_Language_20_en-GB`. */
export function languageStyle(tag: string): string {
  return `Cahier_20_Language_20_${tag.replace(/[^A-Za-z0-9-]/g, '')}`
}

/**
 * A character style for each other language that the edition has words in: spelling, hyphens and
 * voices follow it.
 */
export function foreignStyles(edition: Edition): StyleParts[] {
  const { chapters, bibliography } = edition
  const measures = measuresOf(edition)
  const notes = [...chapters, ...measures].flatMap((holder) =>
    holder.notes.flatMap(({ nodes }) => nodes),
  )
  const sections = measures.flatMap((measure) => measure.sections.flatMap(({ nodes }) => nodes))
  const heads = measures.flatMap((measure) => [
    ...measure.summary.nodes,
    ...measure.requests.flatMap(({ nodes }) => nodes),
  ])
  const titles = chapters.flatMap(({ lang }) => lang ?? [])
  const tags = tagsIn([
    ...chapters.flatMap(({ introduction }) => introduction),
    ...heads,
    ...sections,
    ...notes,
    ...bibliography.flatMap(({ nodes }) => nodes),
  ])
  return [...new Set([...titles, ...tags])]
    .sort()
    .map((tag) => ({ family: 'text', name: languageStyle(tag), text: languageProperties(tag) }))
}

function tagsIn(nodes: readonly (FlowNode | InlineNode)[]): string[] {
  return nodes.flatMap((node) => [
    ...(node.data?.lang === undefined ? [] : [node.data.lang]),
    ...('children' in node ? tagsIn(node.children) : []),
  ])
}
