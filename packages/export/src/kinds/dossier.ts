import { languageOfTag } from '@cahier/core'
import type { ListItem } from 'mdast'
import { type Edition, measuresOf, splitSections, textNode } from '../edition/edition.ts'
import { repairEdition, withMeasures, withOpeningChapter } from './reduce-edition.ts'

/** The requests to one addressee: first a list, then each measure (proposal) with its reasons. */
export function dossier(edition: Edition): Edition {
  const asked = withMeasures(edition, (measure) => {
    if (measure.requests.length === 0) return null
    // Drops the sections after the last normative one (put to the vote): they are about carrying
    // out the request.
    const [sections] = splitSections(measure.sections)
    return { ...measure, sections, amendments: [], history: [] }
  })
  const printed = repairEdition({ ...asked, changes: null })
  const colon = languageOfTag(edition.language) === 'fr' ? '\u00A0: ' : ': '
  const lines = measuresOf(printed).flatMap(({ id, title, requests }) =>
    requests.map(({ number, nodes }): ListItem => {
      const children = [textNode(`§${number}, ${title}`)]
      const reference = {
        type: 'crossReference',
        target: { kind: 'measure', id },
        children,
      } as const
      return {
        type: 'listItem',
        spread: false,
        children: [{ type: 'paragraph', children: [reference, textNode(colon), ...nodes] }],
      }
    }),
  )
  if (lines.length === 0) return printed
  const list = { type: 'list', ordered: false, spread: false, children: lines } as const
  return withOpeningChapter(printed, 'requests', printed.words.requests, [list])
}
