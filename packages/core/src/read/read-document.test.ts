import { expect, it } from 'vitest'
import { readDocument } from './read-document.ts'

it('JSON that nests deeper than anybody writes is a finding, and no value that would stop who looks at it', () => {
  const read = (text: string) => readDocument({ path: 'editions/1.json', text }, 'edition')
  for (const text of [
    '['.repeat(200_000) + ']'.repeat(200_000),
    `\uFEFF${'{"a":'.repeat(5000)}1${'}'.repeat(5000)}`,
  ]) {
    const { head, findings } = read(text)
    expect([head, findings.map(({ message }) => message)]).toEqual([null, ['tooDeep']])
  }
  const { findings } = read(`{"title": "${'[\\"{'.repeat(100)}"}`)
  expect(findings.map(({ message }) => message)).not.toContain('tooDeep')
})

it('an open quote in JSON is a finding, found in linear time', () => {
  const { findings } = readDocument(
    { path: 'editions/1.json', text: `{"title": "${'Un programme '.repeat(10_000)}` },
    'edition',
  )
  expect(findings.map(({ message }) => message)).toEqual(['json'])
})
