import fc from 'fast-check'
import { expect, it } from 'vitest'
import { glanceAt } from './glance.ts'
import { proseOf } from './prose.ts'
import { proseOnly } from './protected-stretches.ts'

it('tells of its words what they tell', () => {
  fc.assert(
    fc.property(
      fc
        .array(fc.constantFrom('Un ', 'https://exemple.fr ', '« x = y », ', 'à\u00A0: ', '\n'))
        .map((words) => words.join('')),
      (words) => {
        const { written, text, glance } = proseOf(words)
        expect({ written, text, glance }).toEqual({
          written: words,
          text: proseOnly(words),
          glance: glanceAt(proseOnly(words)),
        })
      },
    ),
  )
})
