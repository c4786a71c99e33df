import fc from 'fast-check'
import { expect, it } from 'vitest'
import { proseOf } from './prose.ts'
import { proseOnly } from './protected-stretches.ts'
import { signKindsIn } from './sign-kinds.ts'

it('tells of its words what they tell', () => {
  fc.assert(
    fc.property(
      fc
        .array(fc.constantFrom('Un ', 'https://exemple.fr ', '« x = y », ', 'à\u00A0: ', '\n'))
        .map((words) => words.join('')),
      (words) => {
        const { written, text, signs } = proseOf(words)
        expect({ written, text, signs }).toEqual({
          written: words,
          text: proseOnly(words),
          signs: signKindsIn(proseOnly(words)),
        })
      },
    ),
  )
})
