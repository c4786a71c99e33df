import { sinceEdition } from '../edition/changes.ts'
import { type Edition, editionAndDay, noticesOf } from '../edition/edition.ts'
import { labelled } from '../edition/labels.ts'
import { blockLines, titleLines } from './block-lines.ts'
import { flowLines } from './flow-lines.ts'
import { barePage } from './page.ts'

/**
 * What opens the text: title, edition, what must be known before reading, contents, what changed.
 */
export function openingLines(edition: Edition): string[][] {
  const { title, subtitle, publisher } = edition
  const bare = barePage(edition)
  return [
    titleLines(title, '='),
    ...[subtitle, editionAndDay(edition), publisher, ...noticesOf(edition)]
      .filter((text) => text !== '')
      .map((text) => blockLines(text, bare)),
    ...contentsLines(edition),
    ...changesLines(edition),
  ]
}

// A leaflet is its own table of contents.
function contentsLines(edition: Edition): string[][] {
  if (edition.kind === 'tribune' || edition.kind === 'brochure') return []
  const bare = barePage(edition)
  const parts = edition.chapters.map(({ number, title, measures }) => [
    ...blockLines(title, bare, '', number === 0 ? '' : `${number}. `),
    ...measures.flatMap((measure) =>
      blockLines(measure.title, { ...bare, indent: 3 }, '', `§${measure.number} `),
    ),
  ])
  return [titleLines(edition.words.contents, '='), ...parts]
}

function changesLines(edition: Edition): string[][] {
  const { changes, words, language } = edition
  if (changes === null) return []
  const bare = barePage(edition)
  const listed = changes.measures.flatMap(({ number, title, sentence }) =>
    blockLines(`${labelled(title, language)} ${sentence}`, bare, '', `§${number} `),
  )
  return [
    titleLines(words.changes, '='),
    blockLines(`${sinceEdition(changes, edition)}.`, bare),
    ...flowLines(changes.words, bare),
    ...(listed.length === 0 ? [] : [listed]),
  ]
}
