import { describe, expect, it } from 'vitest'
import { fromXml } from 'xast-util-from-xml'
import { x } from 'xastscript'
import { printableXml } from './printable.ts'

describe('a tree as XML', () => {
  it('is read back whole by a strict reader, whatever its text holds', () => {
    const written = 'if (a[b[0]]>1) & <b> "c"]]>'
    expect(fromXml(printableXml(x('code', { title: written }, written)))).toMatchObject({
      children: [
        {
          name: 'code',
          attributes: { title: written },
          children: [{ type: 'text', value: written }],
        },
      ],
    })
  })

  it('has no characters forbidden in XML', () => {
    expect(printableXml(x('p', 'a\u0000b\u000Bc\uFFFEd'))).toBe('<p>abcd</p>')
  })
})
