import type { Element } from 'hast'
import { h } from 'hastscript'
import type { Measure } from '../edition/measure.ts'
import { nodesAsText } from '../edition/nodes.ts'
import type { Page } from '../markup/page.ts'
import { withoutFullStop } from '../without-full-stop.ts'

/** Proposals under their own numbers: title, status in words, summary. */
export function measureList(measures: readonly Measure[], page: Page): Element {
  return h(
    'ol',
    { className: ['measures'] },
    measures.map((measure) =>
      h('li', { value: measure.number }, [
        titleLine(measure, page),
        h('p', nodesAsText(measure.summary.nodes)),
      ]),
    ),
  )
}

function titleLine(measure: Measure, page: Page): Element {
  const href = page.hrefOf({ kind: 'measure', id: measure.id }) ?? ''
  return h('p', [
    h('a', { href }, withoutFullStop(measure.title)),
    ', ',
    h('em', measure.statusLabel),
  ])
}
