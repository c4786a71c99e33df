import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { acceptAll, readCriticMarkup, refuseAll } from './criticmarkup.ts'

const both = (text: string) => {
  const { pieces } = readCriticMarkup(text)
  return [refuseAll(pieces), acceptAll(pieces)]
}

describe('all refused, all accepted', () => {
  it.each([
    ['no mark', 'un mot', 'un mot', 'un mot'],
    ['an insertion', 'un{++ seul++} mot', 'un mot', 'un seul mot'],
    ['a deletion', 'un{-- seul--} mot', 'un seul mot', 'un mot'],
    ['a substitution', '{~~trente~>quarante~~} jours', 'trente jours', 'quarante jours'],
    ['a substitution by nothing', '{~~trente ~>~~}jours', 'trente jours', 'jours'],
    ['a substitution without an arrow', '{~~trente ~~}jours', 'trente jours', 'jours'],
    ['the first arrow', '{~~a~>b~>c~~}', 'a', 'b~>c'],
    ['a highlight and its comment', '{==mot==}{>>vraiment ?<<}', 'mot', 'mot'],
    ['a split', 'un{++\n\n++}deux', 'undeux', 'un\n\ndeux'],
    ['a join', 'un{--\n\n--}deux', 'un\n\ndeux', 'undeux'],
    ['two marks in a row', '{--a--}{++b++}', 'a', 'b'],
    ['an empty mark', 'a{++++}b', 'ab', 'ab'],
    ['a strike inside', '{++~~a~~++}', '', '~~a~~'],
    ['a strike beside', '~~a~~ {~~b~>c~~}', '~~a~~ b', '~~a~~ c'],
    ['braces', '{a} {+b+} {{++c++}}', '{a} {+b+} {}', '{a} {+b+} {c}'],
    ['an opener escaped', 'a \\{++b++} c', 'a {++b++} c', 'a {++b++} c'],
    ['an opener escaped inside a mark', '{++a \\{-- b++}', '', 'a {-- b'],
    ['any other escape', '\\*a\\* \\{b', '\\*a\\* \\{b', '\\*a\\* \\{b'],
    ['a backslash that ends a mark', '{++a\\++}{--', '{--', 'a\\{--'],
    [
      'a comment of the tool’s',
      '<!-- cahier : {++ajout++}, {-- -->{++b++}',
      '<!-- cahier : {++ajout++}, {-- -->',
      '<!-- cahier : {++ajout++}, {-- -->b',
    ],
    ['another comment', '<!-- note {++a++} -->', '<!-- note  -->', '<!-- note a -->'],
    ['the line ends of Windows', 'a{++\r\nb++}\r\n', 'a\r\n', 'a\r\nb\r\n'],
  ])('%s', (_what, text, refused, accepted) => {
    expect(both(text)).toEqual([refused, accepted])
  })

  it('nothing is lost of a text without marks', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom('{', '}', '+', '-', '~', '>', '<', '=', 'a', ' ') }),
        (text) => {
          fc.pre(!/\{(?:\+\+|--|~~|==|>>)/.test(text))
          expect(both(text)).toEqual([text, text])
        },
      ),
    )
  })

  it('marks put into any text are deleted again', () => {
    const plain = fc.string({ unit: fc.constantFrom('a', 'é', '😀', '\n', ' ', '*') })
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.constantFrom('same', '++', '--', '~~', '>>'), plain, plain)),
        (parts) => {
          const written = parts.map(([sign, one, other]) => {
            if (sign === 'same') return [one, one, one]
            if (sign === '++') return [`{++${one}++}`, '', one]
            if (sign === '--') return [`{--${one}--}`, one, '']
            return sign === '~~' ? [`{~~${one}~>${other}~~}`, one, other] : [`{>>${one}<<}`, '', '']
          })
          const column = (at: number) => written.map((row) => row[at]).join('')
          expect(both(column(0))).toEqual([column(1), column(2)])
        },
      ),
    )
  })
})

describe('where the marks are', () => {
  it('pieces cover the whole text, in order', () => {
    fc.assert(
      fc.property(
        fc.array(
          fc.constantFrom(
            '{++',
            '++}',
            '{--',
            '--}',
            '{~~',
            '~>',
            '~~}',
            '\\',
            'mot',
            '\n',
            '{>>',
            '<<}',
          ),
        ),
        (parts) => {
          const text = parts.join('')
          const { pieces } = readCriticMarkup(text)
          expect(pieces.map(({ start, end }) => text.slice(start, end)).join('')).toBe(text)
        },
      ),
    )
  })

  it('an opener never closed stays text, and is named', () => {
    const text = 'un {++mot et {--un autre--}'
    const { pieces, faults } = readCriticMarkup(text)
    expect(faults).toEqual([{ start: 3, end: 6, opener: '{++' }])
    expect([refuseAll(pieces), acceptAll(pieces)]).toEqual([
      'un {++mot et un autre',
      'un {++mot et ',
    ])
  })

  it('each opener never closed is named', () => {
    expect(readCriticMarkup('{++ {~~ {++ {>>').faults.map(({ start }) => start)).toEqual([
      0, 4, 8, 12,
    ])
  })

  it('a closer alone is text', () => {
    expect(readCriticMarkup('a++} b').faults).toEqual([])
    expect(both('a++} b')).toEqual(['a++} b', 'a++} b'])
  })

  it('takes a time in proportion to a text full of openers', {
    tags: ['long'],
    timeout: 30_000,
  }, () => {
    // A reader that looked back would take minutes, and this test is not given that long.
    expect(readCriticMarkup('{++'.repeat(300_000)).faults).toHaveLength(300_000)
    expect(readCriticMarkup('<!-- cahier {++'.repeat(300_000)).faults).toHaveLength(300_000)
  })
})
