import { applyEdits, buildProgramme } from '@cahier/core'
import { describe, expect, it } from 'vitest'
import { admitWord } from './admit-word.ts'

const PATH = 'programme.yaml'
const read = (text: string) =>
  buildProgramme({ sources: [{ path: PATH, text }], assets: [], findings: [] })

function admitted(text: string, list: 'words' | 'acronyms' = 'words'): string {
  const document = read(text).documents.find(({ path }) => path === PATH)
  const edit = document && admitWord(document, list, 'permacomputing')
  return edit ? applyEdits(text, [edit]) : ''
}

describe('a word is added to those of the programme', () => {
  it.each([
    ['title: x\n', 'title: x\nlint-options: {words: [permacomputing]}\n'],
    ['title: x', 'title: x\nlint-options: {words: [permacomputing]}\n'],
    ['lint-options: {}\n', 'lint-options: {words: [permacomputing]}\n'],
    ['lint-options: {locale: fr-FR}\n', 'lint-options: {locale: fr-FR, words: [permacomputing]}\n'],
    [
      'lint-options:\r\n  locale: fr-FR\r\ntitle: x\r\n',
      'lint-options:\r\n  words: [permacomputing]\r\n  locale: fr-FR\r\ntitle: x\r\n',
    ],
    ['lint-options:\n  words: []\n', 'lint-options:\n  words: [permacomputing]\n'],
    [
      'lint-options: {words: [a, "b" ]} # oui\n',
      'lint-options: {words: [a, "b", permacomputing ]} # oui\n',
    ],
    [
      'lint-options:\n  words:\n    - a\n    - b # oui\ntitle: x\n',
      'lint-options:\n  words:\n    - a\n    - b # oui\n    - permacomputing\ntitle: x\n',
    ],
  ])('%j', (before, after) => {
    expect(admitted(before)).toBe(after)
    expect(read(after).manifest.lintOptions.words).toContain('permacomputing')
  })

  it('or to its acronyms', () => {
    expect(admitted('lint-options: {words: [a]}\n', 'acronyms')).toBe(
      'lint-options: {words: [a], acronyms: [permacomputing]}\n',
    )
  })
})
