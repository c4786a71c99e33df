import { expect, it } from 'vitest'
import { programmeOf, sampleFiles } from '../samples/sample-files.ts'
import { planAmend } from './plan-amend.ts'

const FILE = 'axes/services/guichet.md'

it.each([
  ['fr', 'sans-un-constat-a', '<!-- cahier : pourquoi ce changement ? -->'],
  ['fr-CA', 'sans-un-constat-a', '<!-- cahier : pourquoi ce changement ? -->'],
  ['en', 'without-un-constat-a', '<!-- cahier: why this change? -->'],
  ['de', 'without-un-constat-a', '<!-- cahier: why this change? -->'],
])('in %s, an amendment is named and asks why in one language', (language, name, comment) => {
  const original = String(sampleFiles[FILE])
  const manifest = String(sampleFiles['programme.yaml']).replace(
    'language: fr',
    `language: ${language}`,
  )
  const programme = programmeOf({
    ...sampleFiles,
    'programme.yaml': manifest,
    [FILE]: original.replace('Un constat.\n\n', ''),
  })
  const plan = planAmend(programme, 'guichet', {
    original,
    by: 'a',
    day: '2025-03-01',
    reasons: '',
  })
  const [amendment] = plan.files
  expect(amendment?.path).toBe(`amendments/guichet/${name}.md`)
  expect(amendment?.content).toContain(comment)
})

it.each([
  ['withdrawn: {date: 2025-02-01, reason: Sans objet.}', 'withdrawn'],
  ['replaced-by: accueil', 'merged'],
])('no amendment is made to a text that takes none any more: %s', (line, message) => {
  const original = String(sampleFiles[FILE]).replace('\nsummary:', `\n${line}\nsummary:`)
  const programme = programmeOf({ ...sampleFiles, [FILE]: original.replace('Un constat.\n\n', '') })
  const plan = planAmend(programme, 'guichet', {
    original,
    by: 'a',
    day: '2025-03-01',
    reasons: '',
  })
  expect(plan.files).toEqual([])
  expect(plan.findings.map((one) => one.message)).toEqual([message])
})

it('a text that is withdrawn on a day to come is amended until then', () => {
  const original = String(sampleFiles[FILE]).replace(
    '\nsummary:',
    '\nwithdrawn: {date: 2025-03-02, reason: Fait.}\nsummary:',
  )
  const programme = programmeOf({ ...sampleFiles, [FILE]: original.replace('Un constat.\n\n', '') })
  const plan = (day: string) =>
    planAmend(programme, 'guichet', { original, by: 'a', day, reasons: '' })
  expect(plan('2025-03-01').files).toHaveLength(2)
  expect(plan('2025-03-02').findings.map((one) => one.message)).toEqual(['withdrawn'])
})
