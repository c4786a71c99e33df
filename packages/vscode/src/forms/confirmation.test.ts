import { expect, it } from 'vitest'
import { confirmationOf } from './confirmation.ts'

it('gives a line that changes before and after, without marks', () => {
  const { whole, detail, isCut } = confirmationOf(
    'serait écrit : positions/a.yaml\n    serial: [-1-]{+2+}\n      stance: {+objection+}\n',
  )
  expect(whole.split('\n')).toEqual([
    'serait écrit : positions/a.yaml',
    '  − serial: 1',
    '  + serial: 2',
    '    − stance: ',
    '    + stance: objection',
  ])
  expect(detail).toBe(whole.replace(/^ +/gm, (blanks) => '\u00A0'.repeat(blanks.length)))
  expect(isCut).toBe(false)
})

it('keeps together what is put in over several lines', () => {
  const { whole } = confirmationOf(
    '    [-by: d1-]{+argument: >-\n      Trop court.+}\n    date: 2026-03-01',
  )
  expect(whole.split('\n')).toEqual([
    '  − by: d1',
    '  + argument: >-',
    '    + Trop court.',
    '    date: 2026-03-01',
  ])
})

it('leaves the marks of an amendment, and a bracket that is none', () => {
  const text =
    'serait écrit : amendments/a/b.md\n    Un guichet{++ par canton++}{-- par commune--}.\n    Voir [- ceci.'
  expect(confirmationOf(text).whole).toBe(text)
})

it.each([
  ['many lines', Array.from({ length: 40 }, (_, at) => `ligne ${at}`).join('\n')],
  ['one long paragraph', `un paragraphe ${'de mots '.repeat(300)}`],
  ['long lines', Array.from({ length: 10 }, () => 'mot '.repeat(40)).join('\n')],
])('leaves room for the buttons under %s, and for reading the rest', (_, text) => {
  const { detail, whole, isCut } = confirmationOf(text)
  const rows = detail.split('\n').reduce((sum, line) => sum + Math.ceil(line.length / 60), 0)
  expect(rows).toBeLessThanOrEqual(15)
  expect(detail.endsWith('…')).toBe(true)
  expect([isCut, whole]).toEqual([true, text.trimEnd()])
})
