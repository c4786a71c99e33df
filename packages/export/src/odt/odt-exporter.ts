import { strToU8, type Zippable, zipSync } from 'fflate'
import type { Element } from 'xast'
import { x } from 'xastscript'
import type { Edition, Exporter } from '../edition/edition.ts'
import { writePrintedTexts } from '../returned/printed-texts.ts'
import { contentPart } from './content.ts'
import { newOdtWriter, type Picture } from './odt-writer.ts'
import { stylesPart } from './styles/styles.ts'
import { namespaces, xmlText } from './xml.ts'

/** One OpenDocument text (ODF 1.3). The same edition gives the same bytes. */
export const odtExporter: Exporter = {
  format: 'odt',
  render: (edition, { readAsset }) => {
    const odt = newOdtWriter(edition, readAsset)
    const content = contentPart(odt)
    const parts = {
      'content.xml': content,
      'styles.xml': stylesPart(odt),
      'meta.xml': metadataPart(edition),
      'settings.xml': settingsPart(),
    }
    return [{ path: `${edition.name}.odt`, bytes: packOdt(parts, [...odt.pictures.values()]) }]
  },
}

const mimetype = 'application/vnd.oasis.opendocument.text'

/**
 * Zips a document (ODF 1.3, part 2). The zip writer stores local hours: a date at local midnight
 * gives the same bytes in every time zone.
 */
function packOdt(parts: Readonly<Record<string, Element>>, pictures: readonly Picture[]) {
  const files: Zippable = { mimetype: [strToU8(mimetype), { level: 0 }] }
  for (const [path, root] of Object.entries(parts)) files[path] = serialize(root)
  for (const { path, bytes } of pictures) files[path] = [bytes, { level: 0 }]
  files['META-INF/manifest.xml'] = serialize(manifest(Object.keys(parts), pictures))
  return zipSync(files, { level: 6, mtime: new Date(1980, 0, 1), os: 0 })
}

function manifest(parts: readonly string[], pictures: readonly Picture[]): Element {
  const version = { 'manifest:version': '1.3' }
  const entry = (path: string, mediaType: string, more = {}) =>
    x('manifest:file-entry', {
      'manifest:full-path': path,
      ...more,
      'manifest:media-type': mediaType,
    })
  return x(
    'manifest:manifest',
    { 'xmlns:manifest': 'urn:oasis:names:tc:opendocument:xmlns:manifest:1.0', ...version },
    entry('/', mimetype, version),
    parts.map((path) => entry(path, 'text/xml')),
    pictures.map(({ path, mediaType }) => entry(path, mediaType)),
  )
}

function serialize(root: Element) {
  return strToU8(`<?xml version="1.0" encoding="UTF-8"?>\n${xmlText([root])}\n`)
}

/** The version of the block names and layout, which `cahier import` reads in an edited copy. */
const odtFormat = '1'

/** `meta.xml`. Its only date is the date of the edition. */
function metadataPart(edition: Edition): Element {
  const { title, subtitle, publisher, date, licence } = edition
  const own = (name: string, value: string) =>
    x('meta:user-defined', { 'meta:name': `cahier-${name}`, 'meta:value-type': 'string' }, value)
  const texts = writePrintedTexts(edition)
  const meta = x(
    'office:meta',
    {},
    x('meta:generator', 'cahier'),
    x('dc:title', title),
    subtitle === '' ? null : x('dc:subject', subtitle),
    x('meta:initial-creator', publisher),
    x('dc:creator', publisher),
    date === ''
      ? null
      : ['meta:creation-date', 'dc:date'].map((name) => x(name, `${date}T00:00:00`)),
    x('dc:language', edition.language),
    edition.chapters.map((chapter) => x('meta:keyword', chapter.title)),
    own('format', odtFormat),
    own('identifier', edition.identifier),
    own('edition', edition.edition),
    own('kind', edition.kind),
    texts === '' ? null : own('texts', texts),
    licence === '' ? null : own('licence', licence),
  )
  return x('office:document-meta', { ...namespaces, 'office:version': '1.3' }, meta)
}

/** `settings.xml`. Without it, LibreOffice lays out pages as its versions of 2003 did. */
function settingsPart(): Element {
  const item = (name: string) =>
    x('config:config-item', { 'config:name': name, 'config:type': 'boolean' }, `${!off.has(name)}`)
  return x(
    'office:document-settings',
    { ...namespaces, 'xmlns:ooo': 'http://openoffice.org/2004/office', 'office:version': '1.3' },
    x('office:settings', [
      x(
        'config:config-item-set',
        { 'config:name': 'ooo:configuration-settings' },
        [...on, ...off].map(item),
      ),
    ]),
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
