import fc from 'fast-check'
import { expect, it } from 'vitest'
import { x } from 'xastscript'
import { plainOf } from './sample-odt.ts'
import { xmlText } from './xml.ts'

it('escapes markup characters in text and in attributes', () => {
  expect(xmlText([x('a', { b: '"<&\n' }, 'x < y & "z" ]]>')])).toBe(
    '<a b="&quot;&lt;&amp;&#xA;">x &lt; y &amp; "z" ]]&gt;</a>',
  )
})

it('leaves out the characters that XML forbids, and no other', () => {
  expect(xmlText([x('a', 'un\u0000\u000B\uFFFE\uD800 deux 🜁\t')])).toBe('<a>un deux 🜁\t</a>')
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), (value) => {
      const held = value.replace(/[\0-\x08\x0B\x0C\x0E-\x1F\r\uFFFE\uFFFF]/g, '')
      expect(plainOf(xmlText([x('a', value.replaceAll('\r', ''))]))).toBe(held)
    }),
  )
})
