import { placeAt } from '@cahier/core'
import stringWidth from 'string-width'
import { describe, expect, it } from 'vitest'
import { excerptOf } from './text-report.ts'

function drawn(line: string, word: string, width = 60): readonly string[] {
  const at = line.indexOf(word)
  const excerpt = excerptOf({ place: placeAt([0], at, at + word.length) }, line, width)
  return excerpt === null ? [] : [excerpt.line, excerpt.caret.before + excerpt.caret.signs]
}

describe('the line at fault', () => {
  it.each([
    ['plain', 'Un mot ici.', 'mot', ['Un mot ici.', '   ^^^']],
    ['after a tab', '\tUn mot', 'mot', [' Un mot', '    ^^^']],
    ['after a mark of byte order', '\uFEFFUn mot', 'mot', ['Un mot', '   ^^^']],
    ['after wide letters', '漢字 mot', 'mot', ['漢字 mot', '     ^^^']],
    ['on wide letters', 'a 漢字', '漢字', ['a 漢字', '  ^^^^']],
    [
      'after an accent written apart',
      'e\u0301te\u0301 mot',
      'mot',
      ['e\u0301te\u0301 mot', '    ^^^'],
    ],
    ['after what would command a terminal', '\x1B[31m mot', 'mot', ['␛[31m mot', '      ^^^']],
    ['blank', '   ', ' ', []],
  ])('%s', (_, line, word, wanted) => expect(drawn(line, word)).toEqual(wanted))

  it('fits in the width there is, wherever the word stands', () => {
    for (const at of [0, 30, 200, 5000]) {
      const line = `${'é漢 '.repeat(at)}mot${' fin'.repeat(100)}`
      const [shown = '', carets = ''] = drawn(line, 'mot', 40)
      expect(stringWidth(shown)).toBeLessThanOrEqual(40)
      expect(carets.trim()).toBe('^^^')
      expect(shown).toContain('mot')
    }
  })

  it('a place that spans lines is underlined to the end of its first', () => {
    expect(excerptOf({ place: placeAt([0, 7], 3, 9) }, 'Un mot', 40)).toEqual({
      line: 'Un mot',
      caret: { before: '   ', signs: '^^^' },
    })
  })
})
