import { expect, it } from 'vitest'
import { sampleEdition } from '../samples/sample-edition.ts'
import { htmlExporter } from './html-exporter.ts'

it('every tag is closed, even optional ones: some text browsers need it', () => {
  const files = htmlExporter
    .render(sampleEdition, { readAsset: () => new Uint8Array() })
    .filter(({ path }) => path.endsWith('.html'))
  for (const { path, bytes } of files) {
    const page = new TextDecoder().decode(bytes)
    for (const tag of ['dd', 'dt', 'li', 'p', 'td', 'th', 'tr', 'body'])
      expect([path, tag, page.match(new RegExp(`</${tag}>`, 'g'))?.length]).toEqual([
        path,
        tag,
        page.match(new RegExp(`<${tag}[ >]`, 'g'))?.length,
      ])
  }
})
