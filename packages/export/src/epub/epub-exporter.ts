import { strToU8, type Zippable, zipSync } from 'fflate'
import { isRightToLeft } from '../direction.ts'
import {
  type Chapter,
  chapterTitle,
  type Edition,
  type Exporter,
  type Material,
  measureTitle,
  nodesAsText,
  type OutputFile,
  textFile,
} from '../edition/edition.ts'
import { type ShownImage, shownImages } from '../images/image-findings.ts'
import { mirrored } from '../markup/mark-direction-and-language.ts'
import { type EpubBook, epubBook } from './book-addresses.ts'
import { type BookPage, bookPaths, type WrittenPage, writtenPage } from './book-page.ts'
import { bookStylesheet } from './book-stylesheet.ts'
import { coverImage, coverPage } from './cover.ts'
import { type BookOutline, navigationPage } from './navigation.ts'
import { packageDocument } from './package-document.ts'
import { openPageBreaks } from './page-breaks.ts'
import { textPages } from './text-pages.ts'
import { backMatter, titlePage } from './title-and-back-matter.ts'

/** The edition as an EPUB 3.3 book: one file, `<name>.epub`. */
export const epubExporter: Exporter = { format: 'epub', render }

function render(edition: Edition, material: Material): readonly OutputFile[] {
  const shown = shownImages(edition, material)
  // Two assets may be the same image, with one path. Only images on a page are packed.
  const images = new Map<string, ShownImage>()
  const book = epubBook(edition, (asset) => {
    const image = shown.get(asset)
    if (image !== undefined) images.set(image.path, image)
    return image
  })
  const { mark, breaks } = openPageBreaks()
  // One page at a time, to save memory.
  const write = (pages: Iterable<BookPage>) =>
    Array.from(pages, (page) => writtenPage(mark(page), edition))
  const title = write([titlePage(edition)])
  const texts = edition.chapters.flatMap((chapter) => write(textPages(chapter, book)))
  const back = write(backMatter(book))
  const start = texts[0]?.path ?? bookPaths.title
  const navigation = navigationPage(edition, outlineOf(book, back), breaks, start)
  const pages = [
    writtenPage(coverPage(edition), edition),
    ...title,
    writtenPage(navigation, edition),
    ...texts,
    ...back,
  ]
  const style = isRightToLeft(edition.language) ? mirrored(bookStylesheet) : bookStylesheet
  const bytes = bookArchive([
    textFile('package.opf', packageDocument(edition, pages, [...images.values()])),
    ...pages,
    textFile(bookPaths.style, style),
    textFile(bookPaths.coverImage, coverImage(edition)),
    ...images.values(),
  ])
  return [{ path: `${edition.name}.epub`, bytes }]
}

function outlineOf(book: EpubBook, back: readonly WrittenPage[]): BookOutline[] {
  const { chapters, words } = book.edition
  const texts = chapters.map((chapter) => ({
    href: book.chapter(chapter),
    title: chapterTitle(chapter),
    lang: chapter.lang,
    under: [
      ...headingEntries(chapter, book),
      ...chapter.measures.map((one) => ({ href: book.measure(one), title: measureTitle(one) })),
    ],
  }))
  const isUnder = ({ path }: WrittenPage) =>
    path.startsWith('_amendments/') && path !== bookPaths.amendments
  const entry = ({ path, title }: WrittenPage): BookOutline => ({ href: path, title })
  const after = back
    .filter((page) => !isUnder(page))
    .map((page) =>
      page.path === bookPaths.amendments
        ? { ...entry(page), under: back.filter(isUnder).map(entry) }
        : entry(page),
    )
  return [{ href: bookPaths.title, title: words.titlePage }, ...texts, ...after]
}

function headingEntries(chapter: Chapter, book: EpubBook): BookOutline[] {
  const headings = chapter.introduction
    .filter((node) => node.type === 'heading')
    .filter(({ data }) => data?.id)
  const highest = Math.min(...headings.map(({ depth }) => depth))
  return headings
    .filter(({ depth }) => depth === highest)
    .map(({ data, children }) => ({
      href: `${book.chapter(chapter)}#${data?.id}`,
      title: nodesAsText(children),
      lang: data?.lang,
    }))
    .filter(({ title }) => title !== '')
}

/** An EPUB container (OCF 3.3, 4). `mimetype` must come first, and must not be compressed. */
function bookArchive(files: readonly OutputFile[]) {
  const mtime = new Date(1980, 0, 1)
  const entries: Zippable = {
    mimetype: [strToU8('application/epub+zip'), { level: 0 }],
    'META-INF/container.xml': strToU8(container),
    ...Object.fromEntries(files.map(({ path, bytes }) => [`EPUB/${path}`, bytes])),
  }
  return zipSync(entries, { level: 9, mtime })
}

const container = `<?xml version="1.0" encoding="utf-8"?>
<container xmlns="urn:oasis:names:tc:opendocument:xmlns:container" version="1.0">
<rootfiles>
<rootfile full-path="EPUB/package.opf" media-type="application/oebps-package+xml"/>
</rootfiles>
</container>
`
