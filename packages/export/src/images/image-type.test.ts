import { describe, expect, it } from 'vitest'
import { tinyPng } from '../loose/sample-folder.ts'
import { readImage } from './image-type.ts'

const drawing = (inside: string, root = '') =>
  `<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" viewBox="0 0 9 9" ${root}>${inside}</svg>`
const read = (text: string) => readImage(new TextEncoder().encode(text))
const bytes = (text: string) => Uint8Array.from(text, (letter) => letter.charCodeAt(0))

describe('the type of an image comes from its bytes', () => {
  it('a complete one is shown', () => {
    expect(readImage(tinyPng)).toEqual({ mediaType: 'image/png', ending: 'png' })
  })

  it('one cut anywhere is broken, and never shown', () => {
    for (let length = 12; length < tinyPng.length - 4; length++)
      expect(readImage(tinyPng.subarray(0, length)), `${length}`).toEqual({
        fault: 'broken',
        what: '',
      })
  })

  it('a JPEG is complete with a scan and an end, whatever follows', () => {
    const jpeg =
      '\xFF\xD8\xFF\xE0\0\x04JF\xFF\xC0\0\x0B\x08\0\x01\0\x01\x01\x01\x11\0\xFF\xDA\0\x02pixels\xFF\xD9'
    for (const text of [jpeg, `${jpeg}\0\0`])
      expect(readImage(bytes(text))).toEqual({ mediaType: 'image/jpeg', ending: 'jpg' })
    expect(readImage(bytes(jpeg.slice(0, -2)))).toEqual({ fault: 'broken', what: '' })
    expect(readImage(bytes(jpeg.replace('\xFF\xDA', '\xFF\xE1')))).toEqual({
      fault: 'broken',
      what: '',
    })
  })

  it.each([
    '\xFF\xD8\xFF\xE0',
    '\xFF\xD8\xFF\xDA\0\0',
    'GIF89a',
    'RIFF\xFF\xFF\0\0WEBPVP8 ',
    '\x89PNG\r\n\x1A\n',
    '',
  ])('a beginning alone is broken: %j', (text) =>
    expect(readImage(bytes(text))).toEqual({ fault: 'broken', what: '' }),
  )

  it.each(['BM6\0\0\0', '%PDF-1.7', 'texte', 'II*\0'])(
    'what every reader cannot show is not shown: %j',
    (text) => {
      expect(readImage(bytes(text))).toEqual({ fault: 'unknown', what: '' })
    },
  )
})

describe('a drawing is shown when it only draws', () => {
  it.each([
    drawing(
      '<title>Un</title><path d="M0 0h9" style="fill:url(#a)"/><linearGradient id="a"><stop offset="0"/></linearGradient>',
    ),
    drawing('<g id="b"/><use xlink:href="#b"/><use href="#b"/>'),
    drawing('<style>.a{fill:red} .b{mask:url("#m")}</style><mask id="m"/>'),
    `<?xml version="1.0" encoding="UTF-8"?><!-- x --><!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "http://www.w3.org/Graphics/SVG/1.1/DTD/svg11.dtd">${drawing('<rect/>')}`,
    drawing(
      '<metadata><r:RDF xmlns:r="http://www.w3.org/1999/02/22-rdf-syntax-ns#"/></metadata><text>&#233; &lt;</text>',
    ),
    drawing('<g i:label="Calque"/>', 'xmlns:i="http://www.inkscape.org/namespaces/inkscape"'),
    '<s:svg xmlns:s="http://www.w3.org/2000/svg" viewBox="0 0 1 1"><s:rect/></s:svg>',
  ])('%s', (text) => expect(read(text)).toEqual({ mediaType: 'image/svg+xml', ending: 'svg' }))

  it.each([
    ['script', drawing('<script>alert(1)</script>')],
    ['script', drawing('<g><script href="x.js"/></g>')],
    ['onload', drawing('', 'onload="alert(1)"')],
    ['ONCLICK', drawing('<g ONCLICK="x"/>')],
    ['foreignObject', drawing('<foreignObject/>')],
    ['image', drawing('<image href="http://e.org/x.png"/>')],
    ['a', drawing('<a href="#x"/>')],
    ['animate', drawing('<animate/>')],
    ['set', drawing('<set attributeName="href" to="javascript:x"/>')],
    ['xlink:href', drawing('<use xlink:href="http://e.org/#a"/>')],
    ['href', drawing('<use href="data:image/svg+xml,x"/>')],
    ['perdu', drawing('<use href="#perdu"/>')],
    ['url(http://e.org)', drawing('<rect style="fill:url(http://e.org)"/>')],
    ['url( //e.org )', drawing('<rect fill="url( //e.org )"/>')],
    ['@import', drawing('<style>@import "http://e.org/x.css";</style>')],
    ['\\', drawing('<style>a{fill:u\\72l(http://e.org)}</style>')],
    ['xml:base', drawing('<g xml:base="http://e.org/"/>')],
    ['h:script', drawing('<h:script xmlns:h="http://www.w3.org/1999/xhtml"/>')],
    ['b', drawing('<metadata><b xmlns="http://www.w3.org/1999/xhtml"/></metadata>')],
    ['?xml-stylesheet', `<?xml-stylesheet href="http://e.org/x.css"?>${drawing('')}`],
    ['!DOCTYPE', `<!DOCTYPE svg [<!ENTITY a "b">]>${drawing('<text>&a;</text>')}`],
    ['!DOCTYPE', `<!DOCTYPE svg SYSTEM "http://e.org/x.dtd">${drawing('')}`],
    ['iso-8859-1', `<?xml version="1.0" encoding="iso-8859-1"?>${drawing('')}`],
    ['id="a"', drawing('<g id="a"/><g id="a"/>')],
    ['svg', '<svg viewBox="0 0 1 1"><rect/></svg>'],
    ['html', '<html><svg xmlns="http://www.w3.org/2000/svg"/></html>'],
    ['p:x', drawing('<g p:x="1"/>')],
    ['svg', drawing(`<path d="${'M0 0'.repeat(600_000)}"/>`)],
  ])('left out for %s', (what, text) => expect(read(text)).toEqual({ fault: 'drawing', what }))

  it.each([drawing('<g>'), drawing('<text>&eacute;</text>'), `${drawing('')}<svg`])(
    'no XML at all: %s',
    (text) => {
      expect(read(text)).toEqual({ fault: 'broken', what: '' })
    },
  )

  it('one that is nested too deep is left out', () => {
    expect('fault' in read(drawing('<g>'.repeat(100_000) + '</g>'.repeat(100_000)))).toBe(true)
  })

  it('one whose parts repeat each other without end is left out', () => {
    expect(read(drawing('<g id="a"><use href="#b"/></g><g id="b"><use href="#a"/></g>'))).toEqual({
      fault: 'drawnOften',
      what: '',
    })
  })
})
