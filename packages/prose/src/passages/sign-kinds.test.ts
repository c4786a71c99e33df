import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { SIGN_KINDS, signKindsIn } from './sign-kinds.ts'

const SPACE = '[ \u00A0\u202F\u2009\u2007]'

/** What stands in a text, said by an expression each: the signs is to say the same. */
const EXPECTED: Readonly<Record<keyof typeof SIGN_KINDS, RegExp>> = {
  space: new RegExp(SPACE),
  point: /\./,
  commaOrClosing: /[,)]/,
  mark: /[;:!?]/,
  opening: /\(/,
  straightApostrophe: /'/,
  otherApostrophe: /[‘‛ʼ`´′]/,
  straightQuote: /"/,
  guillemet: /[«»]/,
  curlyQuote: /[“”’]/,
  ellipsis: /…/,
  digit: /\d/,
  capitalA: /A/,
  bareCapital: /[CEI]/,
  romanDigit: /[IVXLC]/,
  composable:
    /[\u0080-\u009F]|[\u0300-\u036F]|[\u0483-\u1DFF]|[\u20D0-\u20FF]|[\uFB00-\uFB06]|[\u00AD\u200B\uFEFF\uFFFDÂÃÅ€´ˆ¨¸]/,
  twoSpaces: new RegExp(`${SPACE}{2}`),
  twoPoints: /\.\./,
  looseSpace: new RegExp(`${SPACE}[,.)]|\\(${SPACE}`),
  spaceBeforeMark: new RegExp(`${SPACE}[;:!?]`),
  any: /^/,
}

const KINDS = Object.entries(SIGN_KINDS).map(([name, bit]) => ({
  name,
  bit,
  pattern: EXPECTED[name as keyof typeof SIGN_KINDS],
}))

function seenIn(text: string): readonly string[] {
  const { seen } = signKindsIn(text)
  return KINDS.filter(({ bit }) => (seen & bit) !== 0).map(({ name }) => name)
}

function expectedIn(text: string): readonly string[] {
  return KINDS.filter(({ pattern }) => pattern.test(text)).map(({ name }) => name)
}

describe('glanceAt', () => {
  it('sees what an expression would find, in any text of such signs', () => {
    const sign = fc.constantFrom(
      ...' .,();:!?\'"`´ʼ′‘‛«»“”„’…05-ACEIVXLMae\t\n\u00A0\u202F\u2009\u2007\u0085\u00AD\u200B\uFEFF\u0301éαж漢\uFB01ｦ\uFFFC😀',
    )
    fc.assert(
      fc.property(fc.string({ unit: sign, maxLength: 12 }), (text) => {
        expect(seenIn(text)).toEqual(expectedIn(text))
      }),
    )
  })

  it('tells each unit as an expression does', { tags: ['long'] }, () => {
    const signs = Array.from({ length: 0x10000 }, (_, unit) => String.fromCharCode(unit))
    const wrong = signs.filter((sign) => {
      const { seen } = signKindsIn(sign)
      return KINDS.some(({ bit, pattern }) => pattern.test(sign) !== ((seen & bit) !== 0))
    })
    expect(wrong).toEqual([])
  })
})
