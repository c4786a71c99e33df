import { expect, it } from 'vitest'
import type { Edition } from '../edition/edition.ts'
import { openBook } from '../epub/sample-book.ts'
import { htmlExporter } from '../html/html-exporter.ts'
import { published } from '../odt/sample-odt.ts'
import { composeLooseEdition } from './compose-loose-edition.ts'
import { sampleFolder } from './sample-folder.ts'

const book = composed({
  'a.md':
    '---\nlang: fr\n---\n# Deux langues\n\nIl dit <span lang="en">"who : is it?"</span>, <i lang="de">Amt</i> et <b lang="?">non</b>.\n\n<p lang="en">A "quote" : yes!</p>\n',
  'b.md':
    '---\nlang: en_GB\n---\n# Who : "us"?\n\nWho : "us"?[^1]\n\n- One\n\n| A |\n| - |\n| B |\n\n[^1]: A : note.\n',
  'c.md': '---\nlang: ar\n---\n# فصل\n\nنص (مع أقواس).\n',
})

it('the site marks texts and words in another language, with their own typography', () => {
  expect(site(book, 'a/index.html')).toContain(
    'Il dit <span lang="en">"who : is it?"</span>, <em lang="de">Amt</em> et <strong>non</strong>.',
  )
  expect(site(book, 'a/index.html')).toMatch(/<p id="p1-2" lang="en">.*? A "quote" : yes!/)
  const english = site(book, 'b/index.html')
  expect(english).toContain('<html lang="fr">')
  expect(english).toContain('<h1 lang="en-GB">Who: “us”?</h1>')
  expect(english).toMatch(/<p id="p2-1" lang="en-GB">.*? Who: “us”\?/)
  expect(english).toMatch(/<li id="p2-2" lang="en-GB">/)
  expect(english).toMatch(/<td lang="en-GB">B/)
  expect(english).toMatch(/<h2>Notes<\/h2>[\s\S]*<p lang="en-GB">A: note./)
  expect(site(book, 'c/index.html')).toMatch(
    /<h1 lang="ar" dir="rtl">فصل<\/h1>\s*<p id="p3-1" lang="ar" dir="rtl">/,
  )
  expect(site(book, 'index.html')).toContain('<a href="b/index.html" lang="en-GB">Who: “us”?</a>')
})

it('so does the EPUB', () => {
  const files = openBook(book)
  expect(files.get('a/index.xhtml')).toContain(
    '<span lang="en" xml:lang="en">"who : is it?"</span>',
  )
  expect(files.get('b/index.xhtml')).toContain('<h1 lang="en-GB" xml:lang="en-GB">')
  expect(files.get('nav.xhtml')).toContain(
    '<a href="b/index.xhtml" lang="en-GB" xml:lang="en-GB">2. Who',
  )
})

it('and the ODT', () => {
  const { content, styles } = published(book)
  expect(content).toContain(
    '<text:span text:style-name="Cahier_20_Language_20_en-GB">Who: “us”?</text:span>',
  )
  expect(content).toMatch(
    /<text:span text:style-name="Cahier_20_Language_20_en-GB">Who: “us”\?<text:note /,
  )
  expect(content).toContain(
    '<text:span text:style-name="Cahier_20_Language_20_en-GB">B</text:span>',
  )
  expect(styles).toMatch(/"Cahier_20_Language_20_en-GB".*?fo:language="en" fo:country="GB"/)
  expect(styles).toMatch(/"Cahier_20_Language_20_ar".*?style:language-complex="ar"/)
})

function composed(files: Readonly<Record<string, string>>): Edition {
  const { folder, readAsset } = sampleFolder(files)
  return composeLooseEdition(folder, { readAsset }, '').edition
}

function site(edition: Edition, path: string): string {
  const files = htmlExporter.render(edition, { readAsset: () => new Uint8Array() })
  return new TextDecoder().decode(files.find((file) => file.path === `site/${path}`)?.bytes)
}
