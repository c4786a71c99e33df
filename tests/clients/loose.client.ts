import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect } from 'vitest'
import { converted } from './converted.ts'
import { epubFaults, odtFaults, pageFaults } from './faults.ts'
import { filesIn } from './files-in.ts'
import { pathOf, testWith } from './find-client.ts'
import { writeForeignBook } from './foreign-book.ts'
import { published, publishedFile } from './published.ts'
import { run } from './run.ts'
import { scratchFolder } from './scratch-folder.ts'

describe('of a foreign book with everything wrong in it,', () => {
  testWith(['java'], 'EPUBCheck says nothing', () => {
    expect(epubFaults(publishedFile(['--loose', foreignBook()], '.epub'))).toEqual([])
  })

  testWith(['java'], 'the Nu checker says nothing of any page', () => {
    const site = join(published(['--loose', foreignBook()]), 'site')
    const pages = filesIn(site).filter((path) => path.endsWith('.html'))
    expect(pages.length).toBeGreaterThan(15)
    expect(pageFaults(pages.map((page) => join(site, page)))).toEqual([])
  })

  testWith(['jing', 'apt', 'python'], 'the schema of OpenDocument 1.3 says nothing', () => {
    expect(odtFaults([publishedFile(['--loose', foreignBook()], '.odt')])).toEqual([])
  })
})

// A row may be cut off at any height: each chapter begins its table one pixel lower than the one
// before, over the height of a row.
testWith(
  ['libreoffice', 'pdftotext'],
  'of tables that go on over a page with a note, LibreOffice prints every row',
  () => {
    const book = scratchFolder()
    const rows = Array.from({ length: 12 }, (_, row) => `rangée-${row + 1}`)
    const chapters = Array.from({ length: 26 }, (_, chapter) => `C${chapter + 10}`)
    for (const [index, chapter] of chapters.entries()) {
      const height = 20 + index
      writeFileSync(
        join(book, `${chapter}.svg`),
        `<svg xmlns="http://www.w3.org/2000/svg" width="20" height="${height}"><path d="M0 0h9v9z"/></svg>`,
      )
      const lines = Array.from(
        { length: 18 },
        (_, line) => `Alinéa ${line}.${line === 4 ? '[^1]' : ''}\n\n`,
      ).join('')
      const table = `| Rangée | Chapitre |\n| --- | --- |\n${rows.map((row) => `| ${row} | de ${chapter} |\n`).join('')}`
      const note = `[^1]: ${'Une note de trois lignes. '.repeat(10)}`
      writeFileSync(
        join(book, `${chapter}.md`),
        `# Chapitre\n\n![](${chapter}.svg)\n\n${lines}## Un tableau\n\nLe voici.\n\n${table}\n## Après\n\n${'Suite. '.repeat(30)}\n\n${note}\n`,
      )
    }
    const printed = run(pathOf('pdftotext'), [
      '-layout',
      converted(publishedFile(['--loose', book, '--format', 'odt'], '.odt'), 'pdf'),
      '-',
    ]).stdout
    const seen = new Set(
      printed.match(/rangée-\d+ +de C\d+/g)?.map((row) => row.replace(/ +/g, ' ')),
    )
    expect(
      chapters
        .flatMap((chapter) => rows.map((row) => `${row} de ${chapter}`))
        .filter((row) => !seen.has(row)),
    ).toEqual([])
  },
)

function foreignBook(): string {
  const book = join(scratchFolder(), 'Un livre')
  mkdirSync(book)
  writeForeignBook(book)
  return book
}
