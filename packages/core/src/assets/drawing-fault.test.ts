import { expect, it } from 'vitest'
import { DRAWN_TOO_OFTEN, drawingFault } from './drawing-fault.ts'

it.each([
  ['document types that never end', '<!DOCTYPE '.repeat(190_000), null],
  [
    'an entity after a document type that is no drawing’s',
    '<!DOCTYPE svg PUBLIC "<" [<!ENTITY a "b">]><svg/>',
    '!DOCTYPE',
  ],
  [
    'declarations of its own',
    '<!DOCTYPE svg [<!ATTLIST svg a CDATA "b">]><svg xmlns="http://www.w3.org/2000/svg"/>',
    '!DOCTYPE',
  ],
  [
    'the same, behind a quote',
    '<!DOCTYPE svg SYSTEM "<" [<!ATTLIST svg a CDATA "b">]><svg xmlns="http://www.w3.org/2000/svg"/>',
    '!DOCTYPE',
  ],
])('is not safe, and is refused quickly: %s', (_, text, fault) => {
  expect(drawingFault(Buffer.from(text))).toBe(fault)
})

const svg = (inside: string) =>
  Buffer.from(`<svg xmlns="http://www.w3.org/2000/svg">${inside}</svg>`)
const chain = (count: number, one: (at: number) => string) =>
  Array.from({ length: count }, (_, at) => one(at)).join('')

it.each([
  ['groups', (at: number) => `<g id="a${at}">${`<use href="#a${at + 1}"/>`.repeat(10)}</g>`],
  [
    'named after what they lead to',
    (at: number) => `<g mask="url(#a${at + 1})" id="a${at}"><g clip-path="url(#a${at + 1})"/></g>`,
  ],
  [
    'patterns',
    (at: number) =>
      `<pattern id="a${at}">${`<path style="fill:url(#a${at + 1})"/>`.repeat(10)}</pattern>`,
  ],
  [
    'by a class',
    (at: number) =>
      `<pattern id="a${at}">${`<path class="b c${at}"/>`.repeat(10)}</pattern><style>g>.c${at}{fill:url(#a${at + 1})}</style>`,
  ],
  [
    'by rules that could be for anything',
    (at: number) =>
      `<pattern id="a${at}"><path/><path/></pattern><style>:is(path){fill:url(#a${at + 1})}</style>`,
  ],
  [
    'by what a group hands down',
    (at: number) =>
      `<pattern id="a${at}"><g style="fill:url(#a${at + 1})">${'<path/>'.repeat(10)}</g></pattern>`,
  ],
  ...[
    ['in capitals', 'style="FILL:url(#a"', '/>'],
    ['behind a comment', 'style="/**/fill:url(#a"', '/>'],
    ['before what a string holds', `style="fill:url(#a)';fill:none;'"`, '/>'],
    ['before what no browser reads', 'style="fill:url(#a)" fill="none"', ' fill="odd"/>'],
    ['and what asks for it', 'style="fill:url(#a)"', ' style="fill:UNSET"/>'],
    [
      'and what asks for it with all the rest',
      'style="fill:url(#a)"',
      ' fill="none" style="all:unset"/>',
    ],
    [
      'and a rule that asks for it',
      'style="fill:url(#a)"',
      ' fill="none"/><style>path{fill:var(--x,inherit)}</style>',
    ],
  ].map(([named = '', style = '', end = '']): [string, (at: number) => string] => [
    `by what a group hands down, ${named}`,
    (at) =>
      `<pattern id="a${at}"><g ${style.replace(/\(#a\)?/, `(#a${at + 1})`)}>${`<path${end}`.repeat(10)}</g></pattern>`,
  ]),
  [
    'by what is handed down to what is used',
    (at: number) => `<pattern id="a${at}"><use href="#many" stroke="url(#a${at + 1})"/></pattern>`,
  ],
])(
  'is refused where its parts draw each other over and over, which is told in no time: %s',
  { tags: ['long'] },
  (_, one) => {
    expect(
      drawingFault(
        svg(`${chain(300, one)}<path id="a300"/><g id="many">${'<path/>'.repeat(10)}</g>`),
      ),
    ).toBe(DRAWN_TOO_OFTEN)
  },
)

it('a reference to a missing part is the fault', () => {
  expect(drawingFault(svg('<use href="#use"/>'))).toBe('use')
})

it('nor may a part draw itself, and one drawn a thousand times may', { tags: ['long'] }, () => {
  expect(
    drawingFault(svg('<g id="a"><g><use href="#b"/></g></g><g id="b"><use href="#a"/></g>')),
  ).toBe(DRAWN_TOO_OFTEN)
  expect(
    drawingFault(
      svg(`<symbol id="a">${'<path/>'.repeat(100)}</symbol>${'<use href="#a"/>'.repeat(1000)}`),
    ),
  ).toBe('')
  expect(
    drawingFault(
      svg(
        `${chain(5000, (at) => `<linearGradient id="a${at}"><stop/><stop/></linearGradient><path fill="url(#a${at})"/>`)}`,
      ),
    ),
  ).toBe('')
})

it('paints of a group, and classes as drawing programs write them, are no such drawing', () => {
  expect(
    drawingFault(
      svg(
        `<g fill="url(#a)">${'<path/>'.repeat(5000)}</g><linearGradient id="a"><stop/><stop/></linearGradient>`,
      ),
    ),
  ).toBe('')
  const classes = chain(
    100,
    (at) =>
      `<style>.st${at}{fill:url(#a${at});font-family:'x;y'}</style><linearGradient id="a${at}"><stop/></linearGradient>`,
  )
  expect(
    drawingFault(svg(`${classes}${chain(5000, (at) => `<path class="st${at % 100}"/>`)}`)),
  ).toBe('')
  expect(
    drawingFault(
      svg(
        '<style>/* .a{ */ .b{fill:url(#c)} @media print{.d{fill:none}}</style><path class="b"/><pattern id="c"/>',
      ),
    ),
  ).toBe('')
  expect(drawingFault(svg('<style>@keyframes k{to{fill:url(#c)}}</style><pattern id="c"/>'))).toBe(
    '@',
  )
  expect(drawingFault(svg('<style>.b{--x:url(#c)}</style><pattern id="c"/>'))).toBe('--x:url(')
})

it('nested groups that each paint are read quickly', () => {
  const paints = (at: number) =>
    ['fill', 'stroke', 'marker', 'marker-start', 'marker-mid', 'marker-end']
      .map((name) => `${name}:url(#a${at})`)
      .join(';')
  const open = chain(700, (at) => `<g class="c${at}"><style>.c${at}{${paints(at)}}</style>`)
  const deep = `${open}<path/>${'</g>'.repeat(700)}${chain(700, (at) => `<path id="a${at}"/>`)}`
  expect(drawingFault(svg(deep))).toBe('')
})

it('so are long nested styles, styles with many selectors, and texts that begin like a refused one', {
  tags: ['long'],
}, () => {
  const styled = (css: string) => drawingFault(svg(`<path id="a"/><style>${css}</style>`))
  expect(styled(`${'@media x{'.repeat(40_000)}b{${'fill:url(#a);'.repeat(40_000)}`)).toBe('')
  expect(styled(`${chain(5000, (at) => `.a${at},`)}a{${'fill:url(#a);'.repeat(5000)}}`)).toBe('')
  for (const begun of ['-', '--x:', ';mask:', 'fill:'])
    expect(styled(begun.repeat(300_000))).toBe('')
})

it('explicit inheritance is not safe, however it is written', () => {
  for (const asks of [
    'mask="INHERIT"',
    'style="mask:/**/inherit"',
    'style="clip-path:var(--x, inherit)"',
    'style="-webkit-mask-image:inherit"',
  ])
    expect(drawingFault(svg(`<path ${asks}/>`))).not.toBe('')
})
