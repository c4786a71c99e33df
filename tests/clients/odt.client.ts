import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, inject } from 'vitest'
import { converted } from './converted.ts'
import { odtFaults } from './faults.ts'
import { onlyFile } from './files-in.ts'
import { pathOf, testWith } from './find-client.ts'
import { odtBlocks } from './odt-blocks.ts'
import { publishedFile } from './published.ts'
import { root, run } from './run.ts'
import { scratchFolder } from './scratch-folder.ts'
import { unpacked } from './unpacked.ts'

const odtOf = (options: readonly string[]) =>
  publishedFile([...options, '--status', 'all', '--format', 'odt'], '.odt')
const documents = {
  'the programme': () => onlyFile(inject('bundle'), '.odt'),
  'all the texts': () => odtOf([]),
  'a tribune': () => odtOf(['--kind', 'tribune']),
  'a charter': () => odtOf(['--kind', 'charter']),
  'reservations and objections': () => odtOf(['--kind', 'dissent']),
  'a brochure': () => odtOf(['--kind', 'brochure', '--axis', 'services']),
  'all the texts with their amendments': () => odtOf(['--amendments']),
}

describe('the ODT', () => {
  testWith(
    ['jing', 'apt', 'python'],
    'of each kind is valid against the RELAX NG schema of OpenDocument 1.3',
    () => {
      expect(odtFaults(Object.values(documents).map((document) => document()))).toEqual([])
    },
  )

  for (const name of [
    'the programme',
    'a brochure',
    'all the texts with their amendments',
  ] as const) {
    testWith(
      ['libreoffice', 'python'],
      `of ${name} is saved by LibreOffice with all its words, and an anchor on each block`,
      () => {
        const path = documents[name]()
        const before = odtBlocks(contentOf(path))
        const after = odtBlocks(contentOf(converted(path, 'odt')))
        expect(before.length).toBeGreaterThan(30)
        expect(before.filter(({ anchored }) => !anchored)).toEqual([])
        expect(after.filter(({ anchored }) => !anchored)).toEqual([])
        expect(after.map(({ text }) => text)).toEqual(before.map(({ text }) => text))
      },
    )
  }

  for (const [name, paper] of [
    ['the programme', /^Page size:.*A4/m],
    ['a brochure', /^Page size:\s+419\.\d+ x 595/m],
  ] as const) {
    testWith(
      ['libreoffice', 'pdfinfo'],
      `of ${name} is printed by LibreOffice on the paper it is made for`,
      () => {
        const { stdout } = run(pathOf('pdfinfo'), [converted(documents[name](), 'pdf')])
        expect(Number(/^Pages:\s+(\d+)/m.exec(stdout)?.[1])).toBeGreaterThan(1)
        expect(stdout).toMatch(paper)
      },
    )
  }
})

describe('notes', () => {
  testWith(
    ['libreoffice', 'python'],
    'keep in LibreOffice the number they have in every format',
    () => {
      const labels = (path: string) =>
        [...contentOf(path).matchAll(/<text:note-citation text:label="(\d+)">\1</g)].map(
          ([, label]) => label,
        )
      const path = onlyFile(inject('bundle'), '.odt')
      expect(labels(path).length).toBeGreaterThan(50)
      expect(labels(converted(path, 'odt'))).toEqual(labels(path))
    },
  )
})

describe('amendments', () => {
  testWith(
    ['libreoffice', 'uno'],
    'refused all at once in LibreOffice, leave the printed text exactly',
    () => {
      const blocks = odtBlocks(contentOf(settled('reject')))
      expect(blocks).toEqual(odtBlocks(contentOf(odtOf([]))))
    },
  )

  testWith(
    ['libreoffice', 'uno'],
    'accepted all at once in LibreOffice, give the text with what they add and without what they take out',
    () => {
      const accepted = wordsOf(settled('accept'))
      expect(accepted).toEqual(wordsOf(odtOf(['--amendments'])))
      expect(accepted).not.toEqual(wordsOf(odtOf([])))
    },
  )
})

function wordsOf(path: string): readonly string[] {
  return odtBlocks(contentOf(path)).map(({ text }) => text)
}

function settled(verdict: 'accept' | 'reject'): string {
  const folder = scratchFolder()
  const out = join(folder, `${verdict}.odt`)
  const script = `${root}/tests/clients/settle-changes.py`
  const office = [pathOf('libreoffice'), join(folder, 'profile')]
  const { status, stderr } = run(pathOf('uno'), [
    '-B',
    script,
    ...office,
    odtOf(['--amendments']),
    out,
    verdict,
  ])
  expect(status, stderr).toBe(0)
  return out
}

function contentOf(path: string): string {
  return readFileSync(join(unpacked(path), 'content.xml'), 'utf8')
}
