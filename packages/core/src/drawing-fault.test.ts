import { expect, it } from 'vitest'
import { DRAWN_TOO_OFTEN, drawingFault } from './drawing-fault.ts'

it.each([
  ['document types that never end', '<!DOCTYPE '.repeat(190_000), null],
  ['an entity after a document type that is no drawing’s', '<!DOCTYPE svg PUBLIC "<" [<!ENTITY a "b">]><svg/>', '!DOCTYPE'],
  ['declarations of its own', '<!DOCTYPE svg [<!ATTLIST svg a CDATA "b">]><svg xmlns="http://www.w3.org/2000/svg"/>', '!DOCTYPE'],
  [
    'the same, behind a quote',
    '<!DOCTYPE svg SYSTEM "<" [<!ATTLIST svg a CDATA "b">]><svg xmlns="http://www.w3.org/2000/svg"/>',
    '!DOCTYPE',
  ],
])('is no still drawing, which is told in no time: %s', (_, text, fault) => {
  expect(drawingFault(Buffer.from(text))).toBe(fault)
})

const svg = (inside: string) => Buffer.from(`<svg xmlns="http://www.w3.org/2000/svg">${inside}</svg>`)
const chain = (count: number, one: (at: number) => string) => Array.from({ length: count }, (_, at) => one(at)).join('')

it.each([
  ['groups', (at: number) => `<g id="a${at}">${`<use href="#a${at + 1}"/>`.repeat(10)}</g>`],
  ['named after what they lead to', (at: number) => `<g mask="url(#a${at + 1})" id="a${at}"><g clip-path="url(#a${at + 1})"/></g>`],
  ['patterns', (at: number) => `<pattern id="a${at}">${`<path style="fill:url(#a${at + 1})"/>`.repeat(10)}</pattern>`],
])('is refused where its parts draw each other over and over, which is told in no time: %s', (_, one) => {
  expect(drawingFault(svg(`${chain(300, one)}<path id="a300"/>`))).toBe(DRAWN_TOO_OFTEN)
})

it('one that only leads to what is lost is told as that', () => {
  expect(drawingFault(svg('<use href="#use"/>'))).toBe('use')
})

it('nor may a part draw itself, and one drawn a thousand times may', () => {
  expect(drawingFault(svg('<g id="a"><g><use href="#b"/></g></g><g id="b"><use href="#a"/></g>'))).toBe(DRAWN_TOO_OFTEN)
  expect(drawingFault(svg(`<symbol id="a">${'<path/>'.repeat(100)}</symbol>${'<use href="#a"/>'.repeat(1000)}`))).toBe('')
  expect(
    drawingFault(svg(`${chain(5000, (at) => `<linearGradient id="a${at}"><stop/><stop/></linearGradient><path fill="url(#a${at})"/>`)}`)),
  ).toBe('')
})
