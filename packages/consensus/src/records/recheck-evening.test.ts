// @module-tag long
import { buildProgramme, readFiles } from '@cahier/core'
import { expect, it } from 'vitest'
import { planClosing } from '../rounds/plan-closing.ts'
import { planOpening } from '../rounds/plan-opening.ts'
import { applied, type Files, sampleFiles } from '../samples/sample-files.ts'
import { planStance } from '../stances/plan-stance.ts'
import { recheck } from './recheck.ts'

const COPY = 'decisions/guichet/2025-03-01/positions/a.yaml'

it('finds one overwritten copy among rounds closed on one day', () => {
  const both = ['guichet', 'courrier']
  const asked = both.reduce(
    (files, id) =>
      applied(files, (programme) =>
        planOpening(programme, id, { day: '2025-03-01', closes: '2025-03-20' }),
      ),
    sampleFiles,
  )
  const said = both.reduce(
    (files, id) =>
      applied(files, (programme) =>
        planStance(programme, 'a', id, { stance: 'consent', day: '2025-03-05' }),
      ),
    asked,
  )
  const evening = both.reduce(
    (files, id) => applied(files, (programme) => planClosing(programme, id, '2025-03-21')),
    said,
  )
  const onDisk = (files: Files) =>
    buildProgramme(
      readFiles(
        Object.entries(files).map(([path, text]) => ({
          path,
          bytes: () => new TextEncoder().encode(text),
        })),
        [],
      ),
    )
  const edited = (from: string | RegExp, to: string) => ({
    ...evening,
    [COPY]: `${evening[COPY]}`.replace(from, to),
  })
  const messages = (files: Files) =>
    recheck(onDisk(files)).findings.map(({ path, message }) => `${path} ${message}`)
  expect(evening[COPY]).toBe(evening['decisions/courrier/2025-03-01/positions/a.yaml'])
  expect(messages(evening)).toEqual([])
  expect(messages(edited(/(guichet:\n {4}stance: )consent/, '$1objection'))).toEqual([
    `decisions/guichet.yaml stanceDiffers`,
  ])
  expect(messages(edited('collective: a', 'collective: a # a'))).toEqual([
    `decisions/guichet.yaml copiesDiffer`,
  ])
})
