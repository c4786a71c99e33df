import { type Zippable, zipSync } from 'fflate'
import { isRightToLeft } from '../direction.ts'
import { type Chapter, chapterTitle } from '../edition/chapter.ts'
import { type Edition, hasColophon, isLeaflet } from '../edition/edition.ts'
import type { Exporter, Material, OutputFile } from '../edition/exporter.ts'
import { measureTitle } from '../edition/measure.ts'
import { nodesAsText } from '../edition/nodes.ts'
import { type ShownImage, shownImages } from '../images/image-findings.ts'
import { mirrored } from '../markup/mark-directions.ts'
import type { Page } from '../markup/page.ts'
import { relativeHref } from '../markup/targets.ts'
import { amendmentPages } from './amendment-pages.ts'
import { type EpubAddresses, epubAddresses, headingsOf, sectionAnchor } from './book-addresses.ts'
import {
  bibliographyText,
  changesText,
  colophonText,
  consensusText,
  signatureText,
  titleText,
} from './book-matter.ts'
import { type BookPage, bookPages, type WrittenPage, writtenPage } from './book-page.ts'
import { bookStylesheet } from './book-stylesheet.ts'
import { coverImage, coverPage } from './cover.ts'
import { type BookOutline, navigationPage } from './navigation.ts'
import { packageDocument } from './package-document.ts'
import { openPageBreaks } from './page-breaks.ts'
import { textPages } from './text-pages.ts'

/** The edition as an EPUB 3.3 book: one file, `<name>.epub`. */
export const epubExporter: Exporter = { format: 'epub', render }

function render(edition: Edition, material: Material): readonly OutputFile[] {
  const at = epubAddresses(edition)
  const shown = shownImages(edition, material)
  // By path: two assets may be the same image. Only shown images are packed.
  const images = new Map<string, ShownImage>()
  const srcOf = (asset: string) => {
    const image = shown.get(asset)
    if (image !== undefined) images.set(image.path, image)
    return image?.path ?? null
  }
  const pageAt = (path: string) => pageOf(path, edition, at, srcOf)
  const { mark, breaks } = openPageBreaks()
  // One file at a time: all trees at once would fill the memory of an old computer.
  const write = (pages: Iterable<BookPage>) =>
    Array.from(pages, (page) => writtenPage(mark(page), edition))
  const title = write([titleText(edition)])
  const texts = edition.chapters.flatMap((chapter) =>
    write(textPages(chapter, edition, at, pageAt)),
  )
  const survey = isLeaflet(edition)
    ? []
    : write([
        ...changesText(edition, pageAt(bookPages.changes)),
        ...consensusText(edition, pageAt(bookPages.consensus)),
      ])
  const signature = write(signatureText(edition, pageAt(bookPages.signature)))
  const amendments = isLeaflet(edition) ? [] : write(amendmentPages(edition, at, pageAt))
  const sources = write(bibliographyText(edition, pageAt(bookPages.bibliography)))
  const colophon = hasColophon(edition) ? write([colophonText(edition)]) : []
  const after = [...survey, ...signature, ...amendments, ...sources, ...colophon]
  const start = texts[0]?.path ?? bookPages.title
  const navigation = navigationPage(
    edition,
    outlineOf(edition, at, after, amendments),
    breaks,
    start,
  )
  const pages = [
    writtenPage(coverPage(edition), edition),
    ...title,
    writtenPage(navigation, edition),
    ...texts,
    ...after,
  ]
  const bytes = bookArchive([
    ['package.opf', packageDocument(edition, pages, [...images.values()])],
    ...pages.map(({ path, bytes }) => [path, bytes] as const),
    [
      bookPages.style,
      new TextEncoder().encode(
        isRightToLeft(edition.language) ? mirrored(bookStylesheet) : bookStylesheet,
      ),
    ],
    [bookPages.coverImage, coverImage(edition)],
    ...[...images.values()].map((image) => [image.path, image.bytes] as const),
  ])
  return [{ path: `${edition.name}.epub`, bytes }]
}

function pageOf(
  path: string,
  edition: Edition,
  at: EpubAddresses,
  srcOf: (asset: string) => string | null,
): Page {
  const relative = (to: string | null) => (to === null ? null : relativeHref(path, to))
  return {
    edition,
    dialect: 'epub',
    shift: 0,
    hrefOf: (target) => relative(at.target(target)),
    srcOf: (asset) => relative(srcOf(asset)),
    sectionId: sectionAnchor,
  }
}

function partsOf(chapter: Chapter, at: EpubAddresses): BookOutline[] {
  const headings = headingsOf(chapter)
  const highest = headings.reduce((least, { depth }) => Math.min(least, depth), Infinity)
  return headings.flatMap(({ depth, data, children }) => {
    const title = nodesAsText(children)
    return depth === highest && title !== ''
      ? [{ href: `${at.chapter(chapter)}#${data.id}`, title, lang: data.lang }]
      : []
  })
}

function outlineOf(
  edition: Edition,
  at: EpubAddresses,
  after: readonly WrittenPage[],
  amendments: readonly WrittenPage[],
): BookOutline[] {
  const chapters = edition.chapters.map((chapter) => ({
    href: at.chapter(chapter),
    title: chapterTitle(chapter),
    lang: chapter.lang,
    under: [
      ...partsOf(chapter, at),
      ...chapter.measures.map((measure) => ({
        href: at.measure(measure),
        title: measureTitle(measure),
      })),
    ],
  }))
  const [, ...amended] = amendments
  const entry = ({ path, title }: WrittenPage): BookOutline => ({ href: path, title })
  const back = after
    .filter((page) => !amended.includes(page))
    .map((page) =>
      page === amendments[0] ? { ...entry(page), under: amended.map(entry) } : entry(page),
    )
  return [{ href: bookPages.title, title: edition.words.titlePage }, ...chapters, ...back]
}

/**
 * An EPUB container (OCF 3.3, 4): `mimetype` first and uncompressed. The date is fixed, in local
 * time as in ZIP.
 */
function bookArchive(files: readonly (readonly [path: string, bytes: Uint8Array])[]): Uint8Array {
  const mtime = new Date(1980, 0, 1)
  const entries: Zippable = {
    mimetype: [encode('application/epub+zip'), { level: 0 }],
    'META-INF/container.xml': encode(container),
  }
  for (const [path, bytes] of files) entries[`EPUB/${path}`] = bytes
  return zipSync(entries, { level: 9, mtime })
}

const container = `<?xml version="1.0" encoding="utf-8"?>
<container xmlns="urn:oasis:names:tc:opendocument:xmlns:container" version="1.0">
<rootfiles>
<rootfile full-path="EPUB/package.opf" media-type="application/oebps-package+xml"/>
</rootfiles>
</container>
`

function encode(text: string): Uint8Array {
  return new TextEncoder().encode(text)
}
