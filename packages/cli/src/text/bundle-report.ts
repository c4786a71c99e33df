import { relative } from 'node:path'
import { type Language, withSlashes } from '@cahier/core'
import type { Edition, OutputFile } from '@cahier/export'

/** The files of a bundle with their sizes: site, books, sums. `out`: the folder as shown. */
export function bundleReport(
  edition: Edition,
  bundle: readonly OutputFile[],
  out: string,
  language: Language,
): readonly string[] {
  const words = WORDS[language]
  const pages = bundle.filter(({ path }) => path.endsWith('.html'))
  const books = bundle.filter(
    ({ path }) => path.startsWith(`${edition.name}.`) || path.startsWith(`${edition.name}-`),
  )
  const size = (bytes: number) =>
    `${String(Math.max(1, Math.round(bytes / 1000))).replace(/\B(?=(?:\d{3})+$)/g, words.thousands)} ${words.unit}`
  return [
    ...(pages.length > 0
      ? [
          `  ${out}/site/index.html  ${words.pages(pages.length)}, ${size(pages.reduce((sum, { bytes }) => sum + bytes.length, 0))}`,
        ]
      : []),
    ...books.map(({ path, bytes }) => `  ${out}/${path}  ${size(bytes.length)}`),
    `  ${out}/SHA256SUMS  ${words.sums(bundle.length - 1)}`,
  ]
}

/** A folder for people: relative to the working folder, or absolute if shorter. */
export function folderShown(cwd: string, folder: string): string {
  const away = relative(cwd, folder) || '.'
  return withSlashes(away.length > folder.length ? folder : away)
}

const WORDS = {
  fr: {
    unit: 'ko',
    thousands: '\u202F',
    pages: (count: number) => `${count} page${count > 1 ? 's' : ''}`,
    sums: (count: number) => `empreintes de ${count} fichiers`,
  },
  en: {
    unit: 'kB',
    thousands: ',',
    pages: (count: number) => `${count} page${count > 1 ? 's' : ''}`,
    sums: (count: number) => `checksums of ${count} files`,
  },
} as const
