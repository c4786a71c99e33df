import { type Span, splitHead } from '@cahier/prose'
import type { Asked } from '../asked.ts'
import { citedSources, linkedFiles, missingSections } from '../body-proposals.ts'
import type { Named } from '../name-uses.ts'
import { skeletonOf } from '../skeleton-of.ts'
import { keysAt, valuesAt } from '../yaml-proposals.ts'
import { yamlSpot } from '../yaml-spot.ts'

/** One thing that could be written in place of a stretch. */
export interface Proposed extends Span {
  readonly label: string
  readonly sort: 'key' | 'value' | 'reference' | 'file' | 'section' | 'skeleton'
  /** A few words beside the label. */
  readonly detail: string
  /** Markdown; `''` when there is nothing more to say, or when it is told of what is `named`, once asked. */
  readonly documentation: string
  readonly named?: Named
  readonly text: string
  /** What a person may type to find it. */
  readonly found: string
}

/** What could be written at an offset: keys, values of the vocabularies with their titles, names of what there is, sections, a whole new file. */
export function completion(asked: Asked, offset: number): readonly Proposed[] {
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
  return [...citedSources(asked, offset), ...linkedFiles(asked, offset), ...missingSections(asked, offset)]
}
