import { type Zippable, zipSync } from 'fflate'
import { isRightToLeft } from '../direction.ts'
import type { Exporter, Material, OutputFile } from '../edition/edition.ts'
import {
  type Chapter,
  chapterTitle,
  type Edition,
  hasColophon,
  isLeaflet,
} from '../edition/edition.ts'
import { measureTitle } from '../edition/measure.ts'
import { nodesAsText } from '../edition/nodes.ts'
import { type ShownImage, shownImages } from '../images/image-findings.ts'
import { mirrored } from '../markup/mark-languages.ts'
import type { Page } from '../markup/page.ts'
import { relativeHref } from '../markup/targets.ts'
import { amendmentPages } from './amendment-pages.ts'
import { type EpubAddresses, epubAddresses, sectionAnchor } from './book-addresses.ts'
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
  // By path, as two assets may be the same image. Only images on a page are packed.
  const images = new Map<string, ShownImage>()
  const pageAt = (path: string): Page => ({
    edition,
    dialect: 'epub',
    shift: 0,
    hrefOf: (target) => {
      const to = at.target(target)
      return to === null ? null : relativeHref(path, to)
    },
    srcOf: (asset) => {
      const image = shown.get(asset)
      if (image === undefined) return null
      images.set(image.path, image)
      return relativeHref(path, image.path)
    },
    sectionId: sectionAnchor,
  })
  const { mark, breaks } = openPageBreaks()
  // One page at a time: the trees of all pages would fill the memory of an old computer.
  const write = (pages: Iterable<BookPage>) =>
    Array.from(pages, (page) => writtenPage(mark(page), edition))
  const title = write([titleText(edition)])
  const texts = edition.chapters.flatMap((chapter) =>
    write(textPages(chapter, edition, at, pageAt)),
  )
  const back = write(backMatter(edition, at, pageAt))
  const start = texts[0]?.path ?? bookPages.title
  const navigation = navigationPage(edition, outlineOf(edition, at, back), breaks, start)
  const pages = [
    writtenPage(coverPage(edition), edition),
    ...title,
    writtenPage(navigation, edition),
    ...texts,
    ...back,
  ]
  const style = isRightToLeft(edition.language) ? mirrored(bookStylesheet) : bookStylesheet
  const bytes = bookArchive([
    { path: 'package.opf', bytes: packageDocument(edition, pages, [...images.values()]) },
    ...pages,
    { path: bookPages.style, bytes: encode(style) },
    { path: bookPages.coverImage, bytes: coverImage(edition) },
    ...images.values(),
  ])
  return [{ path: `${edition.name}.epub`, bytes }]
}

function* backMatter(
  edition: Edition,
  at: EpubAddresses,
  pageAt: (path: string) => Page,
): Generator<BookPage> {
  const isWhole = !isLeaflet(edition)
  if (isWhole) yield* changesText(edition, pageAt(bookPages.changes))
  if (isWhole) yield* consensusText(edition, pageAt(bookPages.consensus))
  yield* signatureText(edition, pageAt(bookPages.signature))
  if (isWhole) yield* amendmentPages(edition, at, pageAt)
  yield* bibliographyText(edition, pageAt(bookPages.bibliography))
  if (hasColophon(edition)) yield colophonText(edition)
}

/** The table of contents: chapters, then the files of `back`. */
function outlineOf(
  edition: Edition,
  at: EpubAddresses,
  back: readonly WrittenPage[],
): BookOutline[] {
  const chapters = edition.chapters.map((chapter) => ({
    href: at.chapter(chapter),
    title: chapterTitle(chapter),
    lang: chapter.lang,
    under: [
      ...headingEntries(chapter, at),
      ...chapter.measures.map((one) => ({ href: at.measure(one), title: measureTitle(one) })),
    ],
  }))
  const isUnder = ({ path }: WrittenPage) =>
    path.startsWith('_amendments/') && path !== bookPages.amendments
  const entry = ({ path, title }: WrittenPage): BookOutline => ({ href: path, title })
  const after = back
    .filter((page) => !isUnder(page))
    .map((page) =>
      page.path === bookPages.amendments
        ? { ...entry(page), under: back.filter(isUnder).map(entry) }
        : entry(page),
    )
  return [{ href: bookPages.title, title: edition.words.titlePage }, ...chapters, ...after]
}

/** Entries for the headings of the highest level in a chapter of a book. */
function headingEntries(chapter: Chapter, at: EpubAddresses): BookOutline[] {
  const headings = chapter.introduction
    .filter((node) => node.type === 'heading')
    .filter(({ data }) => data?.id)
  const highest = Math.min(...headings.map(({ depth }) => depth))
  return headings
    .filter(({ depth }) => depth === highest)
    .map(({ data, children }) => ({
      href: `${at.chapter(chapter)}#${data?.id}`,
      title: nodesAsText(children),
      lang: data?.lang,
    }))
    .filter(({ title }) => title !== '')
}

/** An EPUB container (OCF 3.3, 4): `mimetype` first and uncompressed, files with a fixed date. */
function bookArchive(files: readonly OutputFile[]): Uint8Array {
  const mtime = new Date(1980, 0, 1)
  const entries: Zippable = {
    mimetype: [encode('application/epub+zip'), { level: 0 }],
    'META-INF/container.xml': encode(container),
  }
  for (const { path, bytes } of files) entries[`EPUB/${path}`] = bytes
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
