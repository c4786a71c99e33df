import { buildProgramme } from '@cahier/core'
import { expect, it } from 'vitest'
import { lint } from './engine/lint.ts'
import { sampleProgramme } from './sample-programme.ts'

it.each([
  ['a hundred and one quotes', `${'> '.repeat(101)}mot`],
  ['ten thousand brackets', '['.repeat(10_000)],
  ['ten thousand lines after a quote', `> mot\n${'mot\n'.repeat(10_000)}mot`],
])('%s are reported once, on their line', { tags: ['long'] }, (_, hostile) => {
  const text = `---\ntitle: Ouvrir un accueil\nsummary: Un accueil.\n---\n\n## Pourquoi\n\n${hostile}\n`
  const sources = [...sampleProgramme, { path: 'axes/services/autre.md', text }]
  const findings = lint(buildProgramme({ sources, assets: [], findings: [] }), {
    rule: 'safety/nesting',
  })
  expect(
    findings.map(({ path, place }) => `${path}:${place.start.line}:${place.start.column}`),
  ).toEqual(['axes/services/autre.md:8:1'])
})
