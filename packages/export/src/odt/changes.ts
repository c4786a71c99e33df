import type { Element, ElementContent } from 'xast'
import { type MeasureChange, sinceEdition } from '../edition/changes.ts'
import { bookmarkOf, type Desk } from './desk.ts'
import { flow } from './flow.ts'
import { link } from './inline.ts'
import { paragraph, plain, span, tab } from './paragraph.ts'

/**
 * What changed since the edition before, in the words of people, then proposal by proposal; nothing
 * when there is no such edition.
 */
export function changes(desk: Desk): Element[] {
  const { edition, anchors } = desk
  const { changes: changed, words } = edition
  if (changed === null) return []
  return [
    paragraph({
      style: 'Heading_20_1',
      level: 1,
      name: anchors('d', 'changes'),
      text: plain(words.changes),
    }),
    paragraph({
      style: 'Cahier_20_Question',
      name: anchors('d', 'changes', 'since'),
      text: plain(sinceEdition(changed, edition)),
    }),
    ...flow(changed.words, desk, { prefix: ['d', 'changes'], notes: [], mark: '' }),
    ...changed.measures.map((change) =>
      paragraph({
        style: 'Cahier_20_Change',
        name: anchors('d', 'changes', change.kind, change.number),
        before: [span('Cahier_20_Rank', `${change.number}.`), tab()],
        text: [...title(change, desk), ...plain(` ${change.sentence}`)],
      }),
    ),
  ]
}

function title({ id, title: words, kind }: MeasureChange, desk: Desk): ElementContent[] {
  const content = plain(/[.?!…]$/.test(words) ? words : `${words}.`)
  const bookmark = kind === 'left' ? '' : bookmarkOf(desk, { kind: 'measure', id })
  return bookmark === ''
    ? [span('Cahier_20_Collective', ...content)]
    : [link(`#${bookmark}`, 'Cahier_20_Reference', content)]
}
