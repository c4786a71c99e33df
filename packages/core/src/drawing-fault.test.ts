import { expect, it } from 'vitest'
import { drawingFault } from './drawing-fault.ts'

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
