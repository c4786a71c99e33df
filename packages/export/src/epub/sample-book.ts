import { strFromU8, unzipSync } from 'fflate'
import type { Edition, Material } from '../edition/edition.ts'
import { epubExporter } from './epub-exporter.ts'

const pixel = Uint8Array.from(
  atob(
    'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  ),
  (letter) => letter.charCodeAt(0),
)

/** One red pixel for every image that is asked for. Test material. */
export const onePixel: Material = { readAsset: () => pixel }

/** The bytes of the book. Test material. */
export function bytesOf(edition: Edition, material: Material = onePixel): Uint8Array {
  return epubExporter.render(edition, material)[0]?.bytes ?? new Uint8Array()
}

/** The texts of the book, by path below `EPUB/`. Test material. */
export function openBook(edition: Edition, material: Material = onePixel): Map<string, string> {
  return new Map(
    Object.entries(unzipSync(bytesOf(edition, material))).flatMap(([path, bytes]) =>
      path.startsWith('EPUB/') ? [[path.slice(5), strFromU8(bytes)] as const] : [],
    ),
  )
}

/** Its identifier. Test material. */
export function identifierIn(edition: Edition): string | undefined {
  return /urn:uuid:[0-9a-f-]{36}/.exec(openBook(edition).get('package.opf') ?? '')?.[0]
}
