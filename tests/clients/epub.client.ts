import { describe, expect, inject } from 'vitest'
import { epubFaults } from './faults.ts'
import { onlyFile } from './files-in.ts'
import { testWith } from './find-client.ts'
import { looseFolder } from './loose-folder.ts'
import { publishedFile } from './published.ts'

const books: Readonly<Record<string, () => string>> = {
  programme: () => onlyFile(inject('bundle'), '.epub'),
  'programme with everything in it': () =>
    publishedFile(['--format', 'epub', '--status', 'all'], '.epub'),
  dossier: () =>
    publishedFile(
      ['--format', 'epub', '--kind', 'dossier', '--for', 'syndicats', '--status', 'all'],
      '.epub',
    ),
  tribune: () => publishedFile(['--format', 'epub', '--kind', 'tribune'], '.epub'),
  brochure: () =>
    publishedFile(['--format', 'epub', '--kind', 'brochure', '--axis', 'services'], '.epub'),
  charter: () => publishedFile(['--format', 'epub', '--kind', 'charter'], '.epub'),
  dissent: () =>
    publishedFile(['--format', 'epub', '--kind', 'dissent', '--status', 'all'], '.epub'),
  'loose folder': () => publishedFile(['--format', 'epub', '--loose', looseFolder()], '.epub'),
}

describe('EPUBCheck has nothing to say, not even a remark on usage,', () => {
  for (const [name, book] of Object.entries(books)) {
    testWith(['java'], `on the book of the ${name}`, () => {
      expect(epubFaults(book())).toEqual([])
    })
  }
})
