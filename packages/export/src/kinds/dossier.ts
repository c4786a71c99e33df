import { languageOfTag } from '@cahier/core'
import type { ListItem } from 'mdast'
import type { Edition } from '../edition/edition.ts'
import { measuresOf } from '../edition/edition.ts'
import type { Measure, PrintedSection } from '../edition/measure.ts'
import type { InlineNode } from '../edition/nodes.ts'
import { type PublicationKind, READABLE_FORMATS, withMeasures, withOpeningChapter } from './kind.ts'
import { trimmed } from './trimmed.ts'

/** The requests to one addressee: first a list, then each measure with its reasons. */
export const dossier: PublicationKind = {
  kind: 'dossier',
  formats: READABLE_FORMATS,
  shape: (edition) =>
    withRequestsFirst(trimmed({ ...withMeasures(edition, requestAndReasons), changes: null })),
}

function requestAndReasons(measure: Measure): Measure | null {
  if (measure.requests.length === 0) return null
  return { ...measure, sections: upToRequest(measure.sections), amendments: [], history: [] }
}

// Drops the last sections: they are about carrying out the request.
function upToRequest(sections: readonly PrintedSection[]): readonly PrintedSection[] {
  const last = sections.findLastIndex(({ normative }) => normative)
  return last < 0 ? sections : sections.slice(0, last + 1)
}

function withRequestsFirst(edition: Edition): Edition {
  const measures = measuresOf(edition)
  if (measures.length === 0) return edition
  const colon = languageOfTag(edition.language) === 'fr' ? '\u00A0: ' : ': '
  const children = measures.flatMap((measure) =>
    measure.requests.map(({ number, nodes }) =>
      requestLine(measure, number, [text(colon), ...nodes]),
    ),
  )
  const list = { type: 'list' as const, ordered: false, spread: false, children }
  return withOpeningChapter(edition, 'requests', edition.words.requests, [list])
}

function requestLine(
  { id, title }: Measure,
  number: string,
  words: readonly InlineNode[],
): ListItem {
  const reference = {
    type: 'crossReference' as const,
    target: { kind: 'measure' as const, id },
    children: [text(`§${number}, ${title}`)],
  }
  return {
    type: 'listItem',
    spread: false,
    children: [{ type: 'paragraph', children: [reference, ...words] }],
  }
}

function text(value: string) {
  return { type: 'text' as const, value }
}
