import type { LooseFolder } from './read-loose-file.ts'

/** A loose folder in a few words, and what reads its files. Test material. */
export function sampleFolder(files: Readonly<Record<string, string | Uint8Array>>): {
  readonly folder: LooseFolder
  readonly readAsset: (path: string) => Uint8Array
} {
  const all = Object.entries(files).map(([path, content]) => ({
    path,
    bytes: typeof content === 'string' ? new TextEncoder().encode(content) : content,
  }))
  const isText = (path: string) => /\.(?:md|markdown)$/.test(path)
  return {
    folder: {
      texts: all.filter(({ path }) => isText(path)),
      files: new Map(
        all.filter(({ path }) => !isText(path)).map(({ path, bytes }) => [path, bytes.length]),
      ),
      unread: [],
    },
    readAsset: (path) => all.find((file) => file.path === path)?.bytes ?? new Uint8Array(),
  }
}

/** A whole PNG of one grey pixel. */
export const tinyPng: Uint8Array = Uint8Array.from(
  atob(
    'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGNoAAAAggCBd81ytgAAAABJRU5ErkJggg==',
  ),
  (letter) => letter.charCodeAt(0),
)
