import { sentenceOf } from '@cahier/core'
import { expect, it } from 'vitest'
import { lintMessages } from '../lint-messages.ts'
import { lintLooseText } from './lint-loose-text.ts'
import { readLooseText } from './read-loose-text.ts'

it('a word that nobody knows is not to be added to a manifest that is not there', () => {
  const found = lintLooseText(readLooseText({ path: 'a.md', text: 'Le permacomputing est pour tout le monde.' }))
  expect(found.map((finding) => sentenceOf(finding, lintMessages, 'fr'))).toEqual([
    '« permacomputing » n’est pas dans le dictionnaire : est-ce bien ce mot ?',
  ])
})
