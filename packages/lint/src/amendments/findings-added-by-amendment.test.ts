import { buildProgramme, wholeDigest } from '@cahier/core'
import { expect, it } from 'vitest'
import { lint } from '../engine/lint.ts'
import { sampleProgramme } from '../sample-programme.ts'

const RULES = ['evidence/unsourced-figure', 'evidence/unit', 'style/acronym']
const PROPOSAL = 'axes/services/guichet.md'

/**
 * What is said of an amendment of the sample proposal, whose first section may be another, and the
 * words it is said of.
 */
function said(
  marked: string,
  { why = 'Un tiers des adultes renonce [@insee-2022, p. 2].', base = '', head = '' } = {},
): readonly string[] {
  const proposal = (sampleProgramme.find(({ path }) => path === PROPOSAL)?.text ?? '').replace(
    /Un tiers .*\]\./,
    why,
  )
  const sources = [
    ...sampleProgramme.filter(({ path }) => path !== PROPOSAL),
    { path: PROPOSAL, text: proposal },
  ]
  const before = buildProgramme({ sources, assets: [], findings: [] })
  const document = before.documents.find(({ path }) => path === PROPOSAL)
  const digest = base || (document === undefined ? '' : wholeDigest(document, []))
  const path = 'amendments/guichet/mieux.md'
  const text = `---\namends: guichet\nbase: ${digest}\nby: exemple-a\ndate: 2025-01-01\n${head}---\n\n## Motifs\n\nPlus clair.\n\n## Texte\n\n${marked}\n`
  const programme = buildProgramme({
    sources: [...sources, { path, text }],
    assets: [],
    findings: [],
  })
  return lint(programme)
    .filter((finding) => finding.path === path && RULES.includes(finding.rule))
    .map(({ rule, place: { start, end } }) => `${rule} ${text.slice(start.offset, end.offset)}`)
}

it.each([
  [
    'a figure without a source',
    'Un tiers des adultes renonce [@insee-2022, p. 2].\n\n{++En 2023, 32 % des adultes renoncent.++}',
    ['evidence/unsourced-figure 32 %'],
  ],
  [
    'an acronym that is spelt out nowhere',
    'Un tiers des adultes renonce{++, dit l’ADILE,++} [@insee-2022, p. 2].',
    ['style/acronym ADILE'],
  ],
])('of what an amendment writes, %s is told', (_what, marked, expected) =>
  expect(said(marked)).toEqual(expected),
)

it.each<[string, string, Parameters<typeof said>[1]?]>([
  [
    'a figure that the paragraph sources',
    'Un tiers des adultes renonce{++, soit 32 %++} [@insee-2022, p. 2].',
  ],
  ['a figure that the measure sets', 'Un guichet par commune{++ de plus de 3 000 habitants++}.'],
  [
    'an acronym that the text spells out elsewhere',
    'Un guichet par commune{++, dit l’ADILE++}.',
    { why: 'L’agence d’information locale (ADILE) le dit [@insee-2022, p. 2].' },
  ],
  [
    'what stood there already',
    'Un tiers, 32 % selon l’ADILE, {++beaucoup++} renonce.',
    { why: 'Un tiers, 32 % selon l’ADILE, renonce.' },
  ],
  [
    'an amendment of a text that is another one now',
    'Un tiers.\n\n{++32 % renoncent.++}',
    { base: `v1-${'0'.repeat(64)}` },
  ],
  [
    'an amendment that was decided on',
    'Un tiers des adultes renonce [@insee-2022, p. 2].\n\n{++32 % renoncent.++}',
    { head: 'outcome: rejected\n' },
  ],
])('nothing is told of %s', (_what, marked, given) => expect(said(marked, given)).toEqual([]))

it('a mark with one sign, full of arrows and never closed, is read in bounded time', {
  tags: ['long'],
}, () => {
  expect(said(`Un guichet {~par commune ${'~>'.repeat(500_000)}`)).toEqual([])
})
