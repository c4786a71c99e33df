import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { SIGN, signsIn } from './text-signs.ts'

const EXPRESSIONS: readonly (readonly [sign: number, RegExp])[] = [
  [SIGN.zero, /\0/],
  [SIGN.return, /\r/],
  [SIGN.half, /[\uD800-\uDFFF]/],
  [SIGN.escapedMark, /\\[*_]/],
  [SIGN.brokenLine, /\\[\r\n]/],
  [SIGN.note, /\[\^/],
  [SIGN.citation, /\[-?@/],
]

describe('the signs of a text', () => {
  it('are those that expressions find in it', () => {
    const piece = fc.constantFrom(
      'a',
      ' ',
      '\n',
      '\r\n',
      '\r',
      '\\',
      '*',
      '_',
      '~',
      '<',
      '[',
      ']',
      '![',
      '[^',
      '[@',
      '[-@',
      '-',
      '|',
      ':',
      '\0',
      '😀',
      'é',
    )
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 30 }), (pieces) => {
        const text = pieces.join('')
        const { seen, marks, rulers } = signsIn(text)
        for (const [sign, expression] of EXPRESSIONS)
          expect((seen & sign) !== 0, String(expression)).toBe(expression.test(text))
        expect(marks).toBe(
          (text.match(/[[\]*_~<]/g)?.length ?? 0) + 9 * (text.match(/!\[/g)?.length ?? 0),
        )
        const lines = [
          ...text.matchAll(/(?<=^|[\r\n])(?=[^\r\n]*-)(?=[^\r\n]*[|:])[ \t>|:-]+(?=$|[\r\n])/g),
        ]
        expect(rulers.map(({ start, end }) => text.slice(start, end))).toEqual(
          lines.map(([line]) => line),
        )
        expect(rulers.map(({ line }) => line)).toEqual(
          lines.map(({ index }) => text.slice(0, index).split('\n').length),
        )
      }),
    )
  })

  it('tell of a line that stands in too many quotes and lists', () => {
    expect(signsIn(`a\n${'> '.repeat(50)}> b`).isDeep).toBe(true)
    expect(signsIn(`a\n${'> '.repeat(50)}b> c`).isDeep).toBe(false)
    expect(signsIn(`a\r${'1. '.repeat(40)}b`).isDeep).toBe(true)
  })
})
