import { expect, it, vi } from 'vitest'
import type { Uri } from 'vscode'
import { locateFile, type OpenProgramme } from './programmes.ts'

// As the editor does: a path is kept as it was written, a whole address has the letter of the disk
// small.
vi.mock('vscode', () => {
  const parse = (text: string) => {
    const path = decodeURIComponent(new URL(text).pathname)
    const small = path.replace(/^\/[A-Z](?=:)/, (disk) => disk.toLowerCase())
    return { path, toString: () => `file://${encodeURI(small).replaceAll(':', '%3A')}` }
  }
  return { Uri: { parse } }
})

const { Uri: FakeUri } = (await import('vscode')) as unknown as {
  Uri: { parse(text: string): Uri }
}
const programmes = [
  { uri: 'file:///c%3A/Users/nous/notre%20programme' },
] as unknown as readonly OpenProgramme[]

it.each([
  [
    'the letter of the disk small',
    'file:///c:/Users/nous/notre%20programme/axes/eau/puits.md',
    'axes/eau/puits.md',
  ],
  [
    'the letter of the disk large',
    'file:///C:/Users/nous/notre%20programme/axes/eau/puits.md',
    'axes/eau/puits.md',
  ],
  [
    'a name with an accent',
    'file:///C:/Users/nous/notre%20programme/axes/eau/%C3%A9t%C3%A9.md',
    'axes/eau/été.md',
  ],
  [
    'another folder whose name begins so',
    'file:///c:/Users/nous/notre%20programme-2/axes/eau/puits.md',
    undefined,
  ],
])('a file is found in its programme: %s', (_, file, path) => {
  expect(locateFile(programmes, FakeUri.parse(file))?.path).toBe(path)
})
