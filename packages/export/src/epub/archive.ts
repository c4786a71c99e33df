import { type Zippable, zipSync } from 'fflate'

/**
 * The bytes of an EPUB container (OCF 3.3, 4): `mimetype` first and stored, then the files in the
 * given order. ZIP keeps local time, so the one date is built from local parts and comes out the
 * same in every zone.
 */
export function bookArchive(
  files: readonly (readonly [path: string, bytes: Uint8Array])[],
): Uint8Array {
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
