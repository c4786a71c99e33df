import { unzipSync } from 'fflate'
import { expect, it } from 'vitest'
import { epubExporter } from '../epub/epub-exporter.ts'
import { htmlExporter } from '../html/html-exporter.ts'
import { composed } from '../loose/sample-book.ts'
import { odtExporter } from '../odt/odt-exporter.ts'
import { textExporter } from '../text/txt-exporter.ts'

it('a table whose first row is empty has no header in any format', () => {
  const wide = [
    'Juridiction constitutionnelle',
    'Jurisprudence administrative',
    'Dématérialisation',
  ].join(' | ')
  const book = composed({
    'a.md': `# A\n\n|  |  |\n|---|---|\n| **un** | deux |\n| trois | quatre |\n\n| | | |\n|-|-|-|\n| ${wide} |\n| ${wide} |\n`,
  })
  const files = (exporter: typeof htmlExporter) =>
    exporter
      .render(book.edition, { readAsset: () => new Uint8Array() })
      .map(({ path, bytes }) => ({ path, bytes, text: new TextDecoder().decode(bytes) }))
  const site = files(htmlExporter).find(({ path }) => path.endsWith('a/index.html'))?.text ?? ''
  expect([site.includes('<thead>'), site.includes('<td><strong>un</strong>')]).toEqual([
    false,
    true,
  ])
  const [epub, odt] = [epubExporter, odtExporter].map((exporter) =>
    unzipSync(files(exporter)[0]?.bytes ?? new Uint8Array()),
  )
  const pages = Object.entries(epub ?? {})
    .filter(([path]) => path.endsWith('.xhtml'))
    .map(([, bytes]) => new TextDecoder().decode(bytes))
    .join()
  expect([
    pages.includes('<thead>'),
    pages.includes('data-label'),
    pages.includes('<td><strong>un</strong>'),
  ]).toEqual([false, false, true])
  const content = new TextDecoder().decode(odt?.['content.xml'])
  expect(content.match(/table-header-rows/g)).toBeNull()
  expect(content.match(/table:style-name="Cahier\.(?:First|Last)"/g)).toHaveLength(10)
  expect(files(textExporter)[0]?.text).toContain('Tableau\n        - un\n          deux\n')
})
