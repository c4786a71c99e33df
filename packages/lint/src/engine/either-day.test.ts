import { buildProgramme } from '@cahier/core'
import { expect, it } from 'vitest'
import { sampleProgramme } from '../sample-programme.ts'
import { lint } from './lint.ts'

/**
 * What is said of the day on which a member joined, in a programme of this language, and what is
 * put in its place.
 */
function said(language: string, joined: string) {
  const sources = sampleProgramme.map(({ path, text }) => ({
    path,
    text:
      path === 'programme.yaml' ? text.replace(/^language: .*$/m, `language: ${language}`) : text,
  }))
  const others = sources.filter(({ path }) => path !== 'collectives/exemple-z.yaml')
  const collective = {
    path: 'collectives/exemple-z.yaml',
    text: `name: Z\nkind: association\nexample: true\njoined: ${joined}\n`,
  }
  const programme = buildProgramme({ sources: [...others, collective], assets: [], findings: [] })
  return lint(programme, { rule: 'structure/schema' })
    .filter(({ path }) => path === collective.path)
    .map(({ message, data, edits }) => [message, data.meant, data.other, edits?.[0]?.text])
}

it('a day that is written month first in English alone is asked about there, and fixed elsewhere', () => {
  expect(said('en', '03/04/2027')).toEqual([['dayEither', '2027-04-03', '2027-03-04', undefined]])
  expect(said('fr', '03/04/2027')).toEqual([['dayNear', '2027-04-03', undefined, '2027-04-03']])
  expect(said('en', '25/04/2027')).toEqual([['dayNear', '2027-04-25', undefined, '2027-04-25']])
})
