import { baseText, type Hunk, readHunks } from '@cahier/prose'
import { expect, it } from 'vitest'
import { paragraphLine } from './paragraph-line.ts'

const base = baseText('un deux trois quatre\n')
function hunksIn(marked: string): readonly Hunk[] {
  const read = readHunks(base, marked, null)
  return 'misplaced' in read ? [] : read.hunks
}

it('is as wide whatever the letters: past Z there are two', () => {
  const drawn = (...letters: readonly string[]) => {
    const marks = [
      'un {~~deux~>2~~} trois quatre',
      'un deux trois {~~quatre~>4~~}',
      'un {~~deux~>II~~} trois quatre',
    ]
    return paragraphLine(
      letters.flatMap((letter, at) => hunksIn(marks[at] ?? '').map((hunk) => ({ letter, hunk }))),
      4,
      12,
    )
  }
  expect(drawn('A', 'B')).toBe('───AAA───BBB')
  expect(drawn('AA', 'AB')).toBe('───AAA───ABA')
  expect(drawn('Z', 'AA', 'AB')).toBe('───***───AAA')
})

it('names of one letter and of two do not hide each other past the end', () => {
  const after = (...letters: readonly string[]) =>
    paragraphLine(
      letters.flatMap((letter) =>
        hunksIn('un deux trois quatre\n\n{++Un autre paragraphe.++}').map((hunk) => ({
          letter,
          hunk,
        })),
      ),
      4,
      4,
    )
  expect(after('A', 'B')).toBe('────┤AB')
  expect(after('AA', 'A')).toBe('────┤AA,A')
})
