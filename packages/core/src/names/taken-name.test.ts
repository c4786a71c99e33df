import { expect, it } from 'vitest'
import { isForbiddenId, isReservedOnWindows, isUnwritableOnWindows } from './file-names.ts'

it.each([
  'aux',
  'con',
  'com1',
  'lpt9',
  'null',
  '2025',
  '1e3',
  '2e-1',
  '0x1f',
  '0o17',
  'axis',
  'axe',
])('the id %s is not allowed', (id) => {
  expect(isForbiddenId(id)).toBe(true)
})

it.each(['1er-mai', '2025-2', '3e-age', '0xyz', 'e3'])('somebody may be given the id %s', (id) => {
  expect(isForbiddenId(id)).toBe(false)
})

it.each(['axes/a/aux.md', 'axes/con/axis.md', 'assets/NUL.tar.png', 'positions/com1.yaml.sig'])(
  'Windows keeps a name in %s',
  (path) => {
    expect(isReservedOnWindows(path)).toBe(true)
  },
)

it.each(['axes/a/auxiliaires.md', 'axes/a/au-con.md', 'assets/un.con.png', 'axes/console/axis.md'])(
  'Windows keeps none in %s',
  (path) => {
    expect(isReservedOnWindows(path)).toBe(false)
  },
)

it('some characters are in no name there', () => {
  for (const path of ['assets/a:b.png', 'assets/quoi ?.png', 'assets/fin./a.png', 'assets/fin '])
    expect(isUnwritableOnWindows(path)).toBe(true)
  expect(isUnwritableOnWindows('assets/une carte, à l’été.png')).toBe(false)
})
