import { strToU8, type Zippable, zipSync } from 'fflate'
import type { Element } from 'xast'
import { x } from 'xastscript'
import type { Picture } from '../pictures.ts'
import { xmlText } from './xml-text.ts'

const mimetype = 'application/vnd.oasis.opendocument.text'

/**
 * The package (ODF 1.3, part 2): `mimetype` first, stored and without extra field, then each part,
 * all listed in the manifest. Stamps are the first instant of 1980 in local parts, which is what
 * ZIP stores: same bytes in every time zone.
 */
export function packOdt(
  parts: Readonly<Record<string, Element>>,
  pictures: readonly Picture[],
): Uint8Array {
  const files: Zippable = { mimetype: [strToU8(mimetype), { level: 0 }] }
  for (const [path, root] of Object.entries(parts)) files[path] = serialize(root)
  for (const { path, bytes } of pictures) files[path] = [bytes, { level: 0 }]
  files['META-INF/manifest.xml'] = serialize(manifest(Object.keys(parts), pictures))
  return zipSync(files, { level: 6, mtime: new Date(1980, 0, 1), os: 0 })
}

function manifest(parts: readonly string[], pictures: readonly Picture[]): Element {
  const entry = (path: string, mediaType: string, more = {}): Element =>
    x('manifest:file-entry', {
      'manifest:full-path': path,
      ...more,
      'manifest:media-type': mediaType,
    })
  return x(
    'manifest:manifest',
    {
      'xmlns:manifest': 'urn:oasis:names:tc:opendocument:xmlns:manifest:1.0',
      'manifest:version': '1.3',
    },
    [
      entry('/', mimetype, { 'manifest:version': '1.3' }),
      ...parts.map((path) => entry(path, 'text/xml')),
      ...pictures.map(({ path, mediaType }) => entry(path, mediaType)),
    ],
  )
}

function serialize(root: Element): Uint8Array {
  return strToU8(`<?xml version="1.0" encoding="UTF-8"?>\n${xmlText([root])}\n`)
}
