import { type Span, splitHead } from '@cahier/prose'
import type { Asked } from '../asked.ts'
import { citedSources, linkedFiles, missingSections } from '../completion/body-completions.ts'
import { skeletonOf } from '../completion/skeleton-of.ts'
import { keysAt, valuesAt } from '../completion/yaml-completions.ts'
import { yamlSpot } from '../completion/yaml-spot.ts'
import type { Named } from '../names/name-uses.ts'

/** One thing that could be written in place of a stretch. */
export interface Completion extends Span {
  readonly label: string
  readonly sort: 'key' | 'value' | 'reference' | 'file' | 'section' | 'skeleton'
  /** A few words beside the label. */
  readonly detail: string
  /**
   * Markdown; `''` when there is nothing more to say, or when it is told of what is `named`, once
   * asked.
   */
  readonly documentation: string
  readonly named?: Named
  readonly text: string
  /** What a person may type to find it. */
  readonly found: string
}

/**
 * What could be written at an offset: keys, values of the vocabularies with their titles, names of
 * what there is, sections, a whole new file.
 */
export function completion(asked: Asked, offset: number): readonly Completion[] {
  const { text, path } = asked.document
  const skeleton = skeletonOf(asked, offset)
  if (skeleton !== null) return [skeleton]
  const head = path.endsWith('.yaml') ? { start: 0, end: text.length } : splitHead(text).head
  if (head !== null && head.start <= offset && offset <= head.end) {
    const spot = yamlSpot(text.slice(0, head.end), head.start, offset)
    if (spot === null) return []
    return spot.at === 'key' ? keysAt(asked, spot) : valuesAt(asked, spot)
  }
  if (path.endsWith('.yaml')) return []
  return [
    ...citedSources(asked, offset),
    ...linkedFiles(asked, offset),
    ...missingSections(asked, offset),
  ]
}
