import { x } from 'xastscript'
import {
  chapterTitle,
  type Edition,
  type EditionChanges,
  editionInstant,
  labelled,
  type Measure,
  type OutputFile,
  textFile,
} from '../edition/edition.ts'
import { printableXml } from '../markup/printable.ts'
import { uuidFrom } from '../markup/uuid-from.ts'
import { withoutFullStop } from '../without-full-stop.ts'
import { sitePages } from './site.ts'

/**
 * An Atom feed (RFC 4287) with one entry: the changes of this edition, or its contents. Links are
 * relative: the site does not know its address.
 */
export function feed(edition: Edition): OutputFile {
  const updated = editionInstant(edition)
  const { words, identifier } = edition
  const title = [
    edition.title,
    edition.edition === '' ? '' : `${words.edition.toLowerCase()} ${edition.edition}`,
  ]
  const summary = [
    edition.draft ? words.draftNotice : '',
    ...(edition.changes === null ? contents(edition) : changed(edition.changes, edition.language)),
  ]
  const id = (...of: readonly string[]) => x('id', `urn:uuid:${uuidFrom(...of)}`)
  const page = x('link', { rel: 'alternate', type: 'text/html', href: sitePages.home })
  const tree = x(null, [
    { type: 'instruction', name: 'xml', value: 'version="1.0" encoding="utf-8"' },
    x('feed', { xmlns: 'http://www.w3.org/2005/Atom', 'xml:lang': edition.language }, [
      id('feed', identifier),
      x('title', edition.title),
      x('updated', updated),
      x('author', [x('name', edition.publisher || edition.title)]),
      edition.licence === '' ? null : x('rights', edition.licence),
      page,
      x('link', { rel: 'self', type: 'application/atom+xml', href: sitePages.feed }),
      x('entry', [
        id(identifier, edition.edition),
        x('title', title.filter(Boolean).join(', ')),
        x('updated', updated),
        page,
        x('summary', { type: 'text' }, summary.filter(Boolean).join('\n')),
      ]),
    ]),
  ])
  return textFile(`site/${sitePages.feed}`, printableXml(tree, { closeEmptyElements: true }))
}

function contents({ chapters }: Edition) {
  return chapters.flatMap((chapter) =>
    chapter.measures.length === 0
      ? [chapterTitle(chapter)]
      : chapter.measures.map((one) => `${measureLine(one)} (${one.statusLabel})`),
  )
}

function changed({ measures }: EditionChanges, language: string) {
  return measures.map((one) => labelled(measureLine(one), language, one.sentence))
}

function measureLine({ number, title }: Pick<Measure, 'number' | 'title'>) {
  return `${number}. ${withoutFullStop(title)}`
}
