import { expect, it } from 'vitest'
import { passagesToReread } from './passages-to-reread.ts'

const BASE = '# Titre\n\nUn mot ici. Deux mots là. Trois mots encore. Quatre mots enfin.\n\nAilleurs, rien ne change du tout.\n'
const passages = (ours: string, theirs: string, merged: string) => passagesToReread({ base: BASE, ours, theirs }, merged)
const change = (...words: readonly string[]) => words.reduce((text, word) => text.replace(word, `${word} neuf`), BASE)

it('two hands in one sentence, and in neighbouring ones', () => {
  expect(passages(change('Deux'), change('là'), change('Deux', 'là'))).toEqual([
    { line: 3, text: 'Deux neuf mots là neuf.', sameSentence: true },
  ])
  expect(passages(change('Un'), change('Deux'), change('Un', 'Deux'))).toEqual([
    { line: 3, text: 'Un neuf mot ici. Deux neuf mots là.', sameSentence: false },
  ])
})

it('nothing of what stands apart, nor of what both changed alike', () => {
  expect(passages(change('Un'), change('Quatre'), change('Un', 'Quatre'))).toEqual([])
  expect(passages(change('Un'), change('Un'), change('Un'))).toEqual([])
})
