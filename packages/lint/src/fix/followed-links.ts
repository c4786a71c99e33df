import { applyEdits, decoded, type Edit, type Programme, resolvePath, withText } from '@cahier/core'
import { addressPlace } from '../address-place.ts'
import { linkBase } from '../link-base.ts'
import { nodesOf } from '../nodes-of.ts'
import type { Change } from './fix-texts.ts'
import { fragmentsIn } from './heading-anchors.ts'

/**
 * A change of headings with what keeps every link to them: the changed file first, then each file
 * whose links were rewritten. `null` when a link cannot be: it is written in HTML, or its address
 * is written with escapes.
 */
export function followedLinks(
  programme: Programme,
  change: Change,
  moved: ReadonlyMap<string, string>,
): readonly Change[] | null {
  const changes: Change[] = []
  for (const known of programme.documents) {
    const isOwn = known.path === change.path
    const document = isOwn ? withText(known, change.after) : known
    const edits: Edit[] = []
    if (document.body === null) continue
    const base = linkBase(programme, document)
    for (const node of nodesOf(document, 'link', 'definition')) {
      const hash = node.url.indexOf('#')
      const young = moved.get(decoded(node.url.slice(hash + 1)))
      const target = hash === 0 ? base : resolvePath(base, node.url)
      if (hash < 0 || young === undefined || target !== change.path) continue
      const { start, end } = addressPlace(document, node)
      const written = document.text.slice(start.offset, end.offset)
      if (written !== node.url || young === '') return null
      edits.push({
        path: document.path,
        start: start.offset + hash + 1,
        end: end.offset,
        text: encodeURI(young),
      })
    }
    const html = nodesOf(document, 'html').map(({ value }) => value)
    const lost = fragmentsIn(html)
    if ([...moved.keys()].some((slug) => lost.has(slug))) return null
    if (isOwn) changes.unshift({ ...change, after: applyEdits(change.after, edits) })
    else if (edits.length > 0)
      changes.push({
        path: document.path,
        before: document.text,
        after: applyEdits(document.text, edits),
        edits,
        mends: 'tree',
      })
  }
  return changes
}
