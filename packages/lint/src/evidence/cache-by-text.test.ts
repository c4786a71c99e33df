import { expect, it } from 'vitest'
import { cacheByText } from './cache-by-text.ts'

function counted() {
  const read: string[] = []
  const reader = cacheByText((text, language) => {
    read.push(text)
    return `${text} ${language}`
  })
  return { read, reader }
}

it('a text is read once, however often it is asked about', () => {
  const { read, reader } = counted()
  for (const text of ['un', 'deux', 'un', 'un']) expect(reader(text, 'fr')).toBe(`${text} fr`)
  expect(read).toEqual(['un', 'deux'])
})

it('a language is never answered for another', () => {
  const { reader } = counted()
  expect([reader('un', 'fr'), reader('un', 'en'), reader('un', 'fr')]).toEqual([
    'un fr',
    'un en',
    'un fr',
  ])
})

it('what is longer than a paragraph is not held', () => {
  const { read, reader } = counted()
  const long = 'un '.repeat(2000)
  for (let time = 0; time < 2; time++) expect(reader(long, 'fr')).toBe(`${long} fr`)
  expect(read).toEqual([long, long])
})

it('what is asked about again stays, and the rest goes', () => {
  const { read, reader } = counted()
  for (let at = 0; at < 5000; at++) {
    reader('un', 'fr')
    reader(String(at), 'fr')
  }
  expect(read.filter((text) => text === 'un')).toEqual(['un'])
  reader('0', 'fr')
  expect(read.at(-1)).toBe('0')
})
