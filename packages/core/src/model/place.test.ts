import { expect, it } from 'vitest'
import { lineStartsOf, placeAt } from './place.ts'

it.each([
  ['un\ndeux\n', [0, 3, 8]],
  ['un\r\ndeux\r\n', [0, 4, 10]],
  ['un\rdeux\r', [0, 3, 8]],
  ['un\r\rdeux\r\ntrois\nquatre', [0, 3, 4, 10, 16]],
  ['', [0]],
])('lines end as they do for Markdown and for editors: %j', (text, starts) => {
  expect(lineStartsOf(text)).toEqual(starts)
})

it('a place after an old line end is on the line that editors show', () => {
  const text = '---\rtitle: Un\r---\rFin'
  expect(placeAt(lineStartsOf(text), text.indexOf('Fin'), text.length).start).toEqual({
    line: 4,
    column: 1,
    offset: 18,
  })
})
