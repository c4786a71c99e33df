import fc from 'fast-check'
import type { PhrasingContent } from 'mdast'
import { describe, expect, it } from 'vitest'
import { houseStyle } from '../print/house-style.ts'
import { englishInlines } from './inline-typography.ts'

const englishText = (text: string) =>
  englishInlines([{ type: 'text', value: text }])[0]?.value ?? ''

describe('English typography', () => {
  it.each([
    ['"Yes," she said, "but why?"', '“Yes,” she said, “but why?”'],
    ['("here") and "there"—or "everywhere"', '(“here”) and “there”—or “everywhere”'],
    ['He said "they call it \'reform\'".', 'He said “they call it ‘reform’”.'],
    ["'Reform', they said: 'no.'", '‘Reform’, they said: ‘no.’'],
    ["'the workers' rights.' And more", '‘the workers’ rights.’ And more'],
    [
      "don't, the council's, the workers' rights, rock 'n' roll",
      'don’t, the council’s, the workers’ rights, rock ’n’ roll',
    ],
    ["'cause we can, get 'em and 'round the clock", '’cause we can, get ’em and ’round the clock'],
    ["'cause and effect', 'cause', 'em'", '‘cause and effect’, ‘cause’, ‘em’'],
    ["They said: 'go and get 'em'", 'They said: ‘go and get ’em’'],
    [
      "in the 1990's, the '90s, the '90s' best, 'tis",
      'in the 1990’s, the ’90s, the ’90s’ best, ’tis',
    ],
    ['a 27" screen, 6\' 2"', 'a 27" screen, 6\' 2"'],
    ['one " alone, and a"b', 'one " alone, and a"b'],
    ["one ' alone, f'(x", "one ' alone, f'(x"],
    ['“curly” already, it’s', '“curly” already, it’s'],
    ['wait... and  go', 'wait… and go'],
    ['https://a.org/x?q="y"', 'https://a.org/x?q="y"'],
  ])('quotes and apostrophes: %s', (before, after) => {
    expect(englishText(before)).toBe(after)
    expect(englishText(after)).toBe(after)
  })

  it('works across the nodes of a block, and leaves code and other languages alone', () => {
    const nodes: PhrasingContent[] = [
      { type: 'text', value: 'They said "' },
      { type: 'emphasis', children: [{ type: 'text', value: "don't" }] },
      { type: 'text', value: '" to ' },
      { type: 'inlineCode', value: '"x"' },
      { type: 'emphasis', data: { lang: 'fr' }, children: [{ type: 'text', value: "l'un" }] },
    ]
    expect(englishInlines(nodes)).toEqual([
      { type: 'text', value: 'They said “' },
      { type: 'emphasis', children: [{ type: 'text', value: 'don’t' }] },
      { type: 'text', value: '” to ' },
      nodes[3],
      nodes[4],
    ])
  })

  it('is that of English alone', () => {
    expect(houseStyle('en-GB').text('"It\'s"')).toBe('“It’s”')
    expect(houseStyle('de').text('"Das"')).toBe('"Das"')
  })

  it('changes no word, whatever the text, and nothing a second time', () => {
    const signs = fc
      .array(
        fc.constantFrom(
          '"',
          "'",
          ' ',
          'a',
          's',
          '9',
          '.',
          ',',
          '(',
          ')',
          '—',
          '-',
          '\n',
          '“',
          '’',
          '/',
        ),
      )
      .map((all) => all.join(''))
    fc.assert(
      fc.property(signs, (text) => {
        const once = englishText(text)
        expect(englishText(once)).toBe(once)
        expect(once.replace(/[^a-z0-9]/g, '')).toBe(text.replace(/[^a-z0-9]/g, ''))
      }),
    )
  })
})
