import { describe, expect, it } from 'vitest'
import { passagesToReread } from './passages-to-reread.ts'

const BASE =
  '# Titre\n\nUn mot ici. Deux mots là. Trois mots encore. Quatre mots enfin.\n\nAilleurs, rien ne change du tout.\n'
const passages = (ours: string, theirs: string, merged: string) =>
  passagesToReread({ base: BASE, ours, theirs }, merged)
const change = (...words: readonly string[]) =>
  words.reduce((text, word) => text.replace(word, `${word} neuf`), BASE)

it('two people in one sentence, and in neighbouring ones', () => {
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

describe('what moved', () => {
  const [moved, ...rest] = [
    'Nul ne vote deux fois dans le même tour, quoi qu’il arrive.',
    ...['Le premier', 'Le deuxième', 'Le troisième', 'Le quatrième'].map(
      (one) => `${one} article parle d’autre chose, et reste où il est.`,
    ),
  ] as [string, ...string[]]
  const text = (at: number, said = moved) =>
    rest
      .toSpliced(at, 0, said)
      .map((part) => `${part}\n`)
      .join('\n')
  const edited = moved.replace('deux', 'trois')

  it('is listed where it went, where the other edited it', () => {
    const texts = { base: text(3), ours: text(0), theirs: text(3, edited) }
    expect(passagesToReread(texts, text(0, edited))).toEqual([
      { line: 1, text: edited, sameSentence: true },
    ])
  })
  it('is listed once, though what stands still says nearly the same', () => {
    const [first = '', second = '', third = '', last = ''] = rest
    const joined = (...parts: readonly string[]) => parts.map((part) => `${part}\n`).join('\n')
    const said = last.replace('parle', 'traite')
    const texts = {
      base: joined(first, second, third, last),
      ours: joined(last, first, second, third),
      theirs: joined(first, second, third, said),
    }
    expect(passagesToReread(texts, joined(said, first, second, third))).toEqual([
      { line: 1, text: said, sameSentence: true },
    ])
    const also = third.replace('parle', 'traite')
    const two = {
      ...texts,
      ours: joined(last, third, first, second),
      theirs: joined(first, second, also, said),
    }
    expect(
      passagesToReread(two, joined(said, also, first, second)).map(({ text }) => text),
    ).toEqual([said, also])
  })
  it('is listed twice, where each put it at another place and lines keep both', () => {
    const both = [moved, ...rest, moved].map((part) => `${part}\n`).join('\n')
    const told = passagesToReread({ base: text(2), ours: text(0), theirs: text(4) }, both)
    expect(told).toEqual([1, 11].map((line) => ({ line, text: moved, sameSentence: true })))
  })
  it('is listed where one put it and the other took it out', () => {
    const out = rest.map((part) => `${part}\n`).join('\n')
    expect(passagesToReread({ base: text(2), ours: out, theirs: text(4) }, text(4))).toEqual([
      { line: 9, text: moved, sameSentence: true },
    ])
  })
})

it('a sentence that both changed alike, where one changed it further: the result is that of one side alone', () => {
  const both = BASE.replace('Deux mots', 'Trois mots')
  const further = both.replace('Trois mots là', 'Trois mots là, sauf un')
  expect(passages(both, further, further)).toEqual([
    { line: 3, text: 'Trois mots là, sauf un.', sameSentence: true },
  ])
  expect(passages(further, both, further)).toEqual(passages(both, further, further))
  const next = both.replace('Trois mots encore', 'Quatre mots encore')
  expect(passages(both, next, next)).toEqual([])
})
