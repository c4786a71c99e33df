import type { Element } from 'xast'
import { dayInWords } from '../day-in-words.ts'
import { labelled } from '../edition/labels.ts'
import type { Desk, Scope } from './desk.ts'
import { writerOf } from './flow.ts'
import { inline } from './inline.ts'
import { insertAfter } from './insert-after.ts'
import { paragraph, plain, span } from './paragraph.ts'
import type { LeftOut } from './tracked/woven-measure.ts'

/**
 * A proposal followed by what could not be woven into it, a paragraph each: who asks, where, and
 * the words with what would go struck out and what would come underlined. They are insertions too,
 * so that refusing all gives the printed text and nothing else.
 */
export function amendmentsLeft(
  written: readonly Element[],
  left: readonly LeftOut[],
  desk: Desk,
  scope: Scope,
): Element[] {
  const all = [...written]
  for (const [index, item] of left.entries()) {
    const name = desk.anchors(...scope.prefix, 'amendment', index + 1)
    const text = [
      span('Cahier_20_Collective', said(item, desk)),
      ...plain(' '),
      ...inline(item.nodes, writerOf(desk, scope)),
    ]
    insertAfter(
      all,
      [paragraph({ style: 'Cahier_20_Amendment', name, text })],
      item.by,
      desk.changes,
    )
  }
  return all
}

function said(
  { amendment, by, place, added }: LeftOut,
  { edition: { words, language } }: Desk,
): string {
  const day = dayInWords(amendment.date, language)
  const where = added ? `${words.addedAfter} ${place}` : place
  const parts = [`${labelled(words.amendment, language)} ${by.creator}`, day, where].filter(
    (part) => part !== '',
  )
  return `${parts.join(', ')}.`
}
