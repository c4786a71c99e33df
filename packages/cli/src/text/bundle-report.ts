import { relative } from 'node:path'
import { type Language, withSlashes } from '@cahier/core'
import type { Edition, OutputFile } from '@cahier/export'
import { inBothLanguages } from '../command.ts'
import { counted } from './report-parts.ts'

/** Lines that list the files of a published edition in the folder `out`, with sizes. */
export function bundleReport(
  edition: Edition,
  bundle: readonly OutputFile[],
  out: string,
  language: Language,
): readonly string[] {
  const words = WORDS[language]
  const pages = bundle.filter(({ path }) => path.endsWith('.html'))
  const pageBytes = pages.reduce((sum, { bytes }) => sum + bytes.length, 0)
  const books = bundle.filter(
    ({ path }) => path.startsWith(`${edition.name}.`) || path.startsWith(`${edition.name}-`),
  )
  const kilobytes = new Intl.NumberFormat(language, { style: 'unit', unit: 'kilobyte' })
  const size = (bytes: number) => kilobytes.format(Math.max(1, Math.round(bytes / 1000)))
  return [
    ...(pages.length > 0
      ? [`  ${out}/site/index.html  ${words.pages(pages.length)}, ${size(pageBytes)}`]
      : []),
    ...books.map(({ path, bytes }) => `  ${out}/${path}  ${size(bytes.length)}`),
    `  ${out}/SHA256SUMS  ${words.sums(bundle.length - 1)}`,
  ]
}

/** The path to show for a folder: relative to `cwd`, or absolute if that is shorter. */
export function folderShown(cwd: string, folder: string): string {
  const away = relative(cwd, folder) || '.'
  return withSlashes(away.length > folder.length ? folder : away)
}

const WORDS = inBothLanguages(
  {
    pages: (count: number) => counted.fr(count, 'page'),
    sums: (count: number) => `empreintes de ${count} fichiers`,
  },
  {
    pages: (count) => counted.en(count, 'page'),
    sums: (count) => `checksums of ${count} files`,
  },
)
