import { STANCE_KINDS } from '@cahier/core'
import type { Element } from 'hast'
import { h } from 'hastscript'
import type { Edition } from '../edition/edition.ts'
import { labelled } from '../edition/labels.ts'
import type { Measure } from '../edition/measure.ts'
import { nameAlone } from '../edition/member.ts'
import { measureLink } from '../markup/measure-link.ts'
import type { Page } from '../markup/page.ts'
import { withoutFullStop } from '../without-full-stop.ts'

/**
 * What each member said, proposal by proposal, in sentences: a table of members and proposals is
 * wider than any screen that a book is read on, and tiresome to listen to.
 */
export function stancesByMeasure(page: Page): Element[] {
  return page.edition.chapters
    .filter((chapter) => chapter.measures.length > 0)
    .flatMap((chapter) => [
      h('h3', chapter.title),
      ...chapter.measures.map((measure) => said(measure, page)),
    ])
}

function said(measure: Measure, page: Page): Element {
  const { edition } = page
  const title = `${measure.number}. ${withoutFullStop(measure.title)}`
  return h('div', { className: ['said'] }, [
    h('p', [measureLink(measure.id, title, page), `, ${measure.statusLabel}.`]),
    ...groups(measure, edition).map(([label, names]) =>
      h('p', [h('em', labelled(label, edition.language)), ` ${names.join(', ')}.`]),
    ),
  ])
}

/** Those who said the same on the same text, most agreed first; last, those who said nothing. */
function groups(
  measure: Measure,
  edition: Edition,
): (readonly [label: string, names: readonly string[]])[] {
  const { words, collectives } = edition
  const byLabel = new Map<string, string[]>()
  const add = (label: string, name: string) =>
    byLabel.set(label, [...(byLabel.get(label) ?? []), name])
  for (const kind of STANCE_KINDS)
    for (const member of collectives) {
      const stance = member.stances[measure.id]
      if (stance?.stance !== kind) continue
      add(
        stance.stale ? `${stance.label}, ${words.stale}` : stance.label,
        nameAlone(member.name, member.example, words),
      )
    }
  for (const member of collectives)
    if (member.stances[measure.id] === undefined && !member.unasked.includes(measure.id))
      add(words.silent, nameAlone(member.name, member.example, words))
  return [...byLabel]
}
