import { posix, win32 } from 'node:path'
import { expect, it } from 'vitest'
import { pathInside, withSlashes } from './paths.ts'

it.each([
  ['/p', '/p/axes/a/b.md', 'axes/a/b.md'],
  ['/p', '/p', ''],
  ['/p', '/p/..notes.md', '..notes.md'],
  ['/p', '/p/un\\nom.md', 'un\\nom.md'],
  ['/p', '/', null],
  ['/p', '/q/a.md', null],
  ['/p', '/pq/a.md', null],
])('in %s, %s is %s', (folder, path, expected) => {
  expect(pathInside(folder, path, posix)).toBe(expected)
})

it.each([
  ['C:\\p', 'C:\\p\\axes\\a\\b.md', 'axes/a/b.md'],
  ['C:\\p', 'c:\\P\\axes\\a\\b.md', 'axes/a/b.md'],
  ['C:\\p', 'C:\\p', ''],
  ['C:\\', 'C:\\a.md', 'a.md'],
  ['C:\\p', 'C:\\q\\a.md', null],
  ['C:\\p', 'D:\\p\\a.md', null],
  ['C:\\p', '\\\\serveur\\commun\\a.md', null],
  ['\\\\serveur\\commun\\p', '\\\\serveur\\commun\\p\\a.md', 'a.md'],
])('on Windows, in %s, %s is %s', (folder, path, expected) => {
  expect(pathInside(folder, path, win32)).toBe(expected)
})

it('writes slashes for what separates, and for nothing else', () => {
  expect(withSlashes('axes\\a\\b.md', win32)).toBe('axes/a/b.md')
  expect(withSlashes('axes/a\\b.md', posix)).toBe('axes/a\\b.md')
})
