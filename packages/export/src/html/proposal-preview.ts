import type { Edition, Material } from '../edition/edition.ts'
import { amendmentsPage } from './amendments-page.ts'
import { measurePage } from './chapter-pages.ts'
import { siteOf } from './html-exporter.ts'
import type { Site, SitePage } from './site.ts'
import { renderSitePage } from './site-page.ts'
import { stylesheet } from './stylesheets.ts'

/** HTML pages about one proposal, with styles and pictures inlined. */
export interface MeasurePreview {
  readonly page: string
  /** `''` without pending amendments. */
  readonly amendments: string
}

/** The pages of a proposal as on the site; `null` when the edition does not print it. */
export function proposalPreview(
  edition: Edition,
  id: string,
  material: Material,
): MeasurePreview | null {
  const chapter = edition.chapters.find(({ measures }) => measures.some((one) => one.id === id))
  const measure = chapter?.measures.find((one) => one.id === id)
  if (chapter === undefined || measure === undefined) return null
  const alone = { ...chapter, introduction: [], notes: [], measures: [measure] }
  const site = siteOf(edition, material, { ...edition, chapters: [alone] })
  return {
    page: standalone(measurePage(measure, chapter, site), site),
    amendments:
      measure.amendments.length === 0 ? '' : standalone(amendmentsPage(measure, site), site),
  }
}

function standalone(page: SitePage, site: Site): string {
  const html = new TextDecoder().decode(renderSitePage(page, site).bytes)
  const sheets = (['style', ...page.sheets] as const)
    .map((sheet) => `<style>${stylesheet(sheet, site.edition)}</style>`)
    .join('\n')
  const pictures = new Map([...site.images.values()].map((image) => [image.path, image]))
  return html
    .replace(/<link rel="stylesheet"[^>]*>\n?/g, '')
    .replace('</head>', () => `${sheets}\n</head>`)
    .replace(/(<img\b[^>]*\bsrc=")(?:\.\.\/)*([^"]+)"/g, (whole, before: string, path: string) => {
      const picture = pictures.get(path)
      return picture === undefined
        ? whole
        : `${before}data:${picture.mediaType};base64,${Buffer.from(picture.bytes).toString('base64')}"`
    })
}
