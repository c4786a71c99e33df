import { describe, expect, it } from 'vitest'
import type { Granularity } from './merge-piece.ts'
import { mergeText } from './merge-text.ts'
import { writeMerge } from './write-merge.ts'

const drawing = { style: 'merge', labels: ['ours', 'base', 'theirs'], markerSize: 7 } as const
/** The merge of a passage that two people changed, whichever of them is “ours”. */
function merge(base: string, one: string, other: string, granularity: Granularity): string {
  const [here, there] = [
    [one, other],
    [other, one],
  ].map(([ours = '', theirs = '']) =>
    writeMerge(mergeText({ base, ours, theirs }, granularity).pieces, drawing),
  )
  expect(here?.conflicts).toBe(there?.conflicts)
  if (here?.conflicts === 0) expect(here.text).toBe(there?.text)
  return here?.conflicts === 0 ? here.text : 'conflict'
}

describe('a sentence that both changed, one of them further', () => {
  const base = 'Le délai est de 10 jours. Il court dès le dépôt.\n'
  const shorter = base.replace('10 jours', '15 jours')
  const further = base.replace('10 jours', '15 jours, sauf urgence')
  it('is a conflict: who asked for fifteen days asked for no exemption', () => {
    expect(merge(base, shorter, further, 'sentence')).toBe('conflict')
  })
  it('is merged word by word where words are asked for', () => {
    expect(merge(base, shorter, further, 'word')).toBe(further)
  })
  it('stands where both made the same change, whatever one does in the next sentence', () => {
    const next = shorter.replace('dès le dépôt', 'dès la réponse')
    expect(merge(base, shorter, shorter, 'sentence')).toBe(shorter)
    expect(merge(base, shorter, next, 'sentence')).toBe(next)
  })
})

describe('two proposals for one place are a conflict, word by word too', () => {
  it.each([
    ['See primer/alerts here.', 'See primer/primer-alerts here.', 'See primer/primer-css here.'],
    ['Le guichet ouvre.', 'Le guichet ouvre le lundi.', 'Le guichet ouvre le lundi et le mardi.'],
    [
      'Le délai est de deux mois.',
      'Le délai est de trois mois.',
      'Le délai est de trois ou quatre mois.',
    ],
    ['Un guichet.', 'Un guichet. Il ouvre le lundi.', 'Un guichet. Il ferme le mardi soir.'],
    ['Members may vote.', 'Members must vote.', 'Members must not vote.'],
    [
      'Le maire accepte la demande.',
      'Le maire refuse la demande.',
      'Le maire ne refuse pas la demande.',
    ],
    ['La réunion est publique.', 'La réunion est privée.', 'La réunion est privée sauf exception.'],
    ['Il ouvre le matin.', 'Il ouvre tôt.', 'Il ouvre tôt le soir.'],
  ])('%s', (base, one, other) => {
    expect(merge(`${base}\n`, `${one}\n`, `${other}\n`, 'word')).toBe('conflict')
  })
})

describe('an address is one word: two changes of it would make a link that nobody wrote', () => {
  it.each([
    ['Voir le [guide](', 'guide', '.md).'],
    ['Voir le [guide](<mon ', 'guide', '.md>).'],
    ['[guide]: ', 'guide', '.md'],
    ['Voir <a href="', 'guide', '.md">le guide</a>.'],
    ['Voir https://exemple.org/', 'guide', '/un.'],
    ['Voir www.exemple.org/', 'guide', '/un.'],
  ])('%s', (before, word, after) => {
    const text = (said: string) => `${before}${said}${after}\n`
    expect(merge(text(word), text(`docs/${word}`), text(`${word}-2025`), 'word')).toBe('conflict')
  })
  it('its text and what stands around are changed apart', () => {
    const base = 'Voir le [guide](guide.md) du maire.\n'
    const [moved, named] = [
      base.replace('guide.md', 'docs/guide.md'),
      base.replace('[guide]', '[livret]'),
    ]
    expect(merge(base, moved, named, 'word')).toBe('Voir le [livret](docs/guide.md) du maire.\n')
  })
})

describe('a short passage said several times, once less or once more', () => {
  it.each([
    ['Adopté. Adopté. Adopté.', 'Adopté. Adopté.', 'Adopté. Rejeté. Adopté.'],
    ['Adopté. Adopté. Adopté.', 'Adopté. Adopté. Adopté. Adopté.', 'Adopté. Rejeté. Adopté.'],
    ['Adopté.\n\nAdopté.\n\nAdopté.', 'Adopté.\n\nAdopté.', 'Adopté.\n\nRejeté.\n\nAdopté.'],
    ['| a | oui | oui | oui |', '| a | oui | oui |', '| a | oui | non | oui |'],
  ])('is a conflict with a change of one of them: %j', (base, fewer, other) => {
    for (const how of ['sentence', 'word'] as const)
      expect(merge(`${base}\n`, `${fewer}\n`, `${other}\n`, how)).toBe('conflict')
  })
})
