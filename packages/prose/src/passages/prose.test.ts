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

it('is forgotten once much else was said, unless it comes back', () => {
  const [often, once] = [proseOf('Souvent.'), proseOf('Une fois.')]
  let others = 0
  for (let page = 0; page < 1500; page++) {
    others = Math.max(others, proseOf(`${page} ${'mot '.repeat(2000)}`).written.length)
    expect(proseOf('Souvent.')).toBe(often)
  }
  expect(others).toBeGreaterThan(8000)
  expect(proseOf('Une fois.')).not.toBe(once)
})
