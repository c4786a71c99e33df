import { strToU8, type Zippable, zipSync } from 'fflate'
import type { Element } from 'xast'
import { x } from 'xastscript'
import type { Edition } from '../edition/edition.ts'
import { writePrintedTexts } from '../returned/printed-texts.ts'
import type { Picture } from './pictures.ts'
import { namespaces, xmlText } from './xml.ts'

const mimetype = 'application/vnd.oasis.opendocument.text'

/**
 * Zips a document (ODF 1.3, part 2). Dates are 1980 in local time, so bytes depend on no time zone.
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

/** The version of block names and layout, which readers of returned documents need. */
const odtFormat = '1'

/** `meta.xml`: the identity of the document. The only date is that of the edition. */
export function metadataPart(edition: Edition): Element {
  const dates =
    edition.date === ''
      ? []
      : ['meta:creation-date', 'dc:date'].map((name) => x(name, `${edition.date}T00:00:00`))
  const own = (name: string, value: string): Element =>
    x('meta:user-defined', { 'meta:name': `cahier-${name}`, 'meta:value-type': 'string' }, value)
  const texts = writePrintedTexts(edition)
  return x('office:document-meta', { ...namespaces, 'office:version': '1.3' }, [
    x('office:meta', [
      x('meta:generator', 'cahier'),
      x('dc:title', edition.title),
      ...(edition.subtitle === '' ? [] : [x('dc:subject', edition.subtitle)]),
      x('meta:initial-creator', edition.publisher),
      x('dc:creator', edition.publisher),
      ...dates,
      x('dc:language', edition.language),
      ...edition.chapters.map(({ title }) => x('meta:keyword', title)),
      own('format', odtFormat),
      own('identifier', edition.identifier),
      own('edition', edition.edition),
      own('kind', edition.kind),
      ...(texts === '' ? [] : [own('texts', texts)]),
      ...(edition.licence === '' ? [] : [own('licence', edition.licence)]),
    ]),
  ])
}

/** `settings.xml`. Without it, LibreOffice lays out pages as its versions of 2003 did. */
export function settingsPart(): Element {
  const item = (name: string): Element =>
    x('config:config-item', { 'config:name': name, 'config:type': 'boolean' }, `${!off.has(name)}`)
  return x(
    'office:document-settings',
    { ...namespaces, 'xmlns:ooo': 'http://openoffice.org/2004/office', 'office:version': '1.3' },
    [
      x('office:settings', [
        x(
          'config:config-item-set',
          { 'config:name': 'ooo:configuration-settings' },
          [...on, ...off].map(item),
        ),
      ]),
    ],
  )
}

const on = [
  'AddParaTableSpacing',
  'AddParaTableSpacingAtStart',
  'AddExternalLeading',
  'TabsRelativeToIndent',
  'DoNotJustifyLinesWithManualBreak',
  'FieldAutoUpdate',
  'MathBaselineAlignment',
  'PropLineSpacingShrinksFirstLine',
]

const off = new Set([
  'UseFormerLineSpacing',
  'UseFormerObjectPositioning',
  'UseFormerTextWrapping',
  'UseOldNumbering',
  'IgnoreFirstLineIndentInNumbering',
  'ProtectForm',
  'PrintEmptyPages',
])
