import type { Edition, Exporter, Material, OutputFile } from '../edition.ts'
import { relativeHref, targetPath } from '../markup/addresses.ts'
import type { Page } from '../markup/page.ts'
import { type ShownImage, shownImages } from '../markup/shown-images.ts'
import { bookArchive } from './archive.ts'
import { type BookPage, renderBookPage } from './book-page.ts'
import { bookNaming, bookPages } from './book-pages.ts'
import { bookStylesheet } from './book-stylesheet.ts'
import { coverImage, coverPage } from './cover.ts'
import { bibliographyText, colophonText, consensusText, titlePage } from './end-pages.ts'
import { navigationPage } from './navigation.ts'
import { packageDocument } from './package-document.ts'
import { chapterText, measureText } from './text-pages.ts'

/** The edition as a book, EPUB 3.3: one file, `<name>.epub`. */
export const epubExporter: Exporter = { format: 'epub', render }

function render(edition: Edition, material: Material): readonly OutputFile[] {
  const shown = shownImages(edition, material)
  const pageAt = (path: string) => pageOf(path, edition, shown)
  const texts = edition.chapters.flatMap((chapter) => [
    chapterText(chapter, edition, pageAt(`${chapter.id}/`)),
    ...chapter.measures.map((measure) => measureText(measure, chapter, edition, pageAt(`${chapter.id}/`))),
  ])
  const after = [...consensusText(edition, pageAt('')), ...bibliographyText(edition, pageAt('')), colophonText(edition)]
  const pages: readonly BookPage[] = [coverPage(edition), titlePage(edition), navigationPage(edition, after), ...texts, ...after]
  // Two assets may be one image under two names: it is packed once.
  const images = [...new Map([...shown.values()].map((image) => [image.path, image])).values()]
  const bytes = bookArchive([
    ['package.opf', packageDocument(edition, pages, images)],
    ...pages.map((page) => [page.path, renderBookPage(page, edition)] as const),
    [bookPages.style, new TextEncoder().encode(bookStylesheet)],
    [bookPages.coverImage, coverImage(edition)],
    ...images.map((image) => [image.path, image.bytes] as const),
  ])
  return [{ path: `${edition.name}.epub`, bytes }]
}

/** The markup of the files in one folder of the book: links lead to its other files. */
function pageOf(folder: string, edition: Edition, images: ReadonlyMap<string, ShownImage>): Page {
  const relative = (to: string | null | undefined) => (to == null ? null : relativeHref(folder, to))
  return {
    edition,
    dialect: 'epub',
    shift: 0,
    hrefOf: (target) => relative(targetPath(edition, target, bookNaming)),
    srcOf: (asset) => relative(images.get(asset)?.path),
    sectionId: (_, section) => section,
  }
}
