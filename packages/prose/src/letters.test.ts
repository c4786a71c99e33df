import fc from 'fast-check'
import { expect, it } from 'vitest'
import { COMMON_LETTERS, hasUncommonLetters, isBlank, lettersEnd } from './letters.ts'

const sign = fc.oneof(
  fc.constantFrom(...'aZé9 \n’«»—œß²ªµ½×÷_-я中の€\u0301\u00a0\u202f\ud83d\ude00'),
  fc.string({ unit: 'binary', minLength: 1, maxLength: 1 }),
)
const text = fc.array(sign, { maxLength: 12 }).map((signs) => signs.join(''))

it('letters and digits are those of Unicode', () => {
  fc.assert(
    fc.property(text, (of) => {
      const found = /^[\p{L}\p{N}]+/u.exec(of)?.[0].length ?? 0
      expect(lettersEnd(of, 0)).toBe(found)
    }),
    { numRuns: 2000 },
  )
})

it('where there are no uncommon ones, the common ones are all', () => {
  const common = new RegExp(`[${COMMON_LETTERS}]+`, 'g')
  const units = Array.from({ length: 0x10000 }, (_, code) => String.fromCharCode(code))
  const isLetter = (one: string) => /^[\p{L}\p{N}]$/u.test(one)
  expect(
    units.filter(
      (one) => !hasUncommonLetters(one) && (one.match(common) !== null) !== isLetter(one),
    ),
  ).toEqual([])
})

it('blanks are those of expressions', () => {
  const units = Array.from({ length: 0x10000 }, (_, code) => String.fromCharCode(code))
  expect(units.filter((one) => isBlank(one.charCodeAt(0)) !== /\s/u.test(one))).toEqual([])
})
