import { yamlSpot } from '@cahier/core'
import { splitFrontMatter } from '@cahier/prose'
import { citedSources, linkedFiles, missingSections } from '../completion/body-completions.ts'
import type { Completion } from '../completion/completion.ts'
import { skeletonOf } from '../completion/skeleton-of.ts'
import { keysAt, valuesAt } from '../completion/yaml-completions.ts'
import type { DocumentContext } from '../context.ts'

/** Completions at an offset, in front matter, data or Markdown. */
export function completion(context: DocumentContext, offset: number): readonly Completion[] {
  const { text, path } = context.document
  const skeleton = skeletonOf(context, offset)
  if (skeleton !== null) return [skeleton]
  const head = path.endsWith('.yaml') ? { start: 0, end: text.length } : splitFrontMatter(text).head
  if (head !== null && head.start <= offset && offset <= head.end) {
    const spot = yamlSpot(text.slice(0, head.end), head.start, offset)
    if (spot === null) return []
    return spot.at === 'key' ? keysAt(context, spot) : valuesAt(context, spot)
  }
  if (path.endsWith('.yaml')) return []
  return [
    ...citedSources(context, offset),
    ...linkedFiles(context, offset),
    ...missingSections(context, offset),
  ]
}
