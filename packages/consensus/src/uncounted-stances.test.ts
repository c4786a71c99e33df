import { sentenceOf } from '@cahier/core'
import { expect, it } from 'vitest'
import { consensusMessages } from './consensus-messages.ts'
import { planStance } from './plan-stance.ts'
import { applied, type Files, programmeOf, sampleFiles } from './sample-files.ts'
import { uncountedStances } from './uncounted-stances.ts'

const PATH = 'positions/a.yaml'
const spoken = applied(sampleFiles, (programme) => planStance(programme, 'a', 'guichet', { stance: 'consent', day: '2025-03-05' }))

function said(files: Files, day: string): readonly string[] {
  return uncountedStances(programmeOf(files), day).map((finding) => {
    const { line, column } = finding.place.start
    return `${finding.path}:${line}:${column} ${finding.severity} ${sentenceOf(finding, consensusMessages, 'en')}`
  })
}

it('a stance on the current text, of today, is counted in silence', () => {
  expect(said(spoken, '2025-03-05')).toEqual([])
})

it('a stance that names no text is told the line to add', () => {
  const digest = programmeOf(spoken).proposals.find(({ id }) => id === 'guichet')?.normative
  const files = { ...spoken, [PATH]: `${spoken[PATH]}`.replace(/^ +text: .*\n/m, '') }
  const [only, ...more] = said(files, '2025-03-05')
  expect(more).toEqual([])
  expect(only).toMatch(/^positions\/a\.yaml:6:13 warning this stance does not count/)
  expect(only).toContain(`Write: text: ${digest}`)
})

it('a stance dated tomorrow does not count today', () => {
  expect(said(spoken, '2025-03-04')).toEqual([
    'positions/a.yaml:7:11 warning this stance does not count yet: it is dated 5 March 2025, which is in the future',
  ])
})
