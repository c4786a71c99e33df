import { describe, expect, it } from 'vitest'
import { applyHunks } from './apply-hunks.ts'
import { baseText } from './base-text.ts'
import { placeHunks } from './place-hunks.ts'

const joined = (paragraphs: readonly string[]) => `${paragraphs.join('\n\n')}\n`
const BASE = joined([
  'Un guichet ouvre deux jours.',
  'Le maire rend compte.',
  'Le coût est connu.',
  'Fin.',
])
const MARKED = 'Un guichet ouvre {~~deux~>trois~~} jours.\n\nLe maire rend compte.'

function placed(now: string, marked = MARKED): string {
  const found = placeHunks(baseText(now), baseText(BASE), marked, null)
  return 'misplaced' in found ? found.misplaced : applyHunks(now, found.hunks)
}

describe('an amendment to a paragraph that was moved as it was is found where it stands', () => {
  it.each([
    [
      'with something else in its place',
      ['La gare rouvre.', 'Le maire rend compte.', 'Un guichet ouvre deux jours.'],
    ],
    ['to where another was taken out', ['Le maire rend compte.', 'Un guichet ouvre deux jours.']],
    [
      'as all the others were',
      ['Fin.', 'Le coût est connu.', 'Le maire rend compte.', 'Un guichet ouvre deux jours.'],
    ],
    [
      'while another that it quotes was edited',
      ['Le maire rend des comptes.', 'Un guichet ouvre deux jours.', 'Fin.'],
    ],
  ])('%s', (_, paragraphs) => {
    expect(placed(joined(paragraphs))).toBe(joined(paragraphs).replace('deux', 'trois'))
    expect(placed(joined(paragraphs), 'Un guichet ouvre {--deux --}jours.')).toBe(
      joined(paragraphs).replace('deux ', ''),
    )
  })
})

it('of a paragraph that now stands twice, or was edited on its way, nobody can tell', () => {
  const [moved, edited] = ['Un guichet ouvre deux jours.', 'Un guichet ouvre cinq jours.']
  expect(placed(joined(['La gare rouvre.', 'Le maire rend compte.', moved, 'Fin.', moved]))).toBe(
    'changed',
  )
  expect(placed(joined(['La gare rouvre.', 'Le maire rend compte.', edited]))).toBe('changed')
})
