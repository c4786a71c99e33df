import { expect, it } from 'vitest'
import { dayFrom, dayMonthFirst, monthFrom } from './day.ts'

it.each([
  ['12 mars 2025', '2025-03-12'],
  ['1er janv. 2025', '2025-01-01'],
  ['31/12/2024', '2024-12-31'],
  ['2025-3-1', '2025-03-01'],
  ['29 février 2028', '2028-02-29'],
  ['29 février 2025', ''],
  ['3 juil. 2025', '2025-07-03'],
  ['le 3 avril 2027', '2027-04-03'],
  ['lundi 3 mai 2027', '2027-05-03'],
  ['20270403', '2027-04-03'],
  ['2027\u201104\u201103', '2027-04-03'],
  ['2027–04–03', '2027-04-03'],
  ['3 April 2027', '2027-04-03'],
  ['April 3rd, 2027', '2027-04-03'],
  ['Saturday, 3 Apr. 2027', '2027-04-03'],
  ['le 3 avril', ''],
  ['20271303', ''],
  ['3 ma 2027', ''],
  // June or July.
  ['3 jui 2025', ''],
])('%s is the day “%s”', (written, day) => {
  expect(dayFrom(written)).toBe(day)
})

it('a month that may be one of two is none', () => {
  expect([monthFrom('juin 2025'), monthFrom('juil 2025'), monthFrom('jui 2025')]).toEqual([
    '2025-06',
    '2025-07',
    '',
  ])
})

it.each([
  ['03/04/2025', '2025-03-04'],
  ['12/31/2024', '2024-12-31'],
  // The same day either way, no month first, and a month in words.
  ['05/05/2025', ''],
  ['31/12/2024', ''],
  ['3 avril 2025', ''],
])('month first, %s is the day “%s”', (written, day) => {
  expect(dayMonthFirst(written)).toBe(day)
})
