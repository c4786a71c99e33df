import {
  buildProgramme,
  type Programme,
  readDocument,
  type Source,
  wholeDigest,
} from '@cahier/core'
import { expect, it } from 'vitest'
import { sampleProgramme } from '../sample-programme.ts'
import { planFormat } from './plan-format.ts'

const GUICHET = 'axes/services/guichet.md'
const TEXT = (sampleProgramme.find(({ path }) => path === GUICHET)?.text ?? '').replace(
  'Un guichet par commune.',
  'Un guichet par __commune__.\n\n* Ouvert tous les jours.',
)
const WRITTEN = TEXT.replace('__commune__', '**commune**').replace('* Ouvert', '- Ouvert')

const amendment = (quoted: string, to = 'guichet'): Source => ({
  path: `amendments/${to}/a.md`,
  text: `---\namends: ${to}\nbase: ${wholeDigest(readDocument({ path: GUICHET, text: TEXT }, 'proposal'), [])}\nby: exemple-a\ndate: 2025-03-04\n---\n\n## Motifs\n\nUn mot.\n\n## Texte\n\n${quoted}\n`,
})

function programmeWith(...files: readonly Source[]): Programme {
  const sources = [
    ...sampleProgramme.filter(({ path }) => path !== GUICHET),
    { path: GUICHET, text: TEXT },
    ...files,
  ]
  return buildProgramme({ sources, assets: [], findings: [] })
}

const formatted = (...files: readonly Source[]) => planFormat(programmeWith(...files))

it('writes in one way what is written otherwise, and is asked for', () => {
  expect([...formatted()]).toEqual([[GUICHET, WRITTEN]])
  expect(planFormat(programmeWith(), (path) => path !== GUICHET).size).toBe(0)
})

it('leaves as it is a text of which an amendment would no longer find what it quotes, and no other', {
  tags: ['long'],
}, () => {
  expect(
    formatted(amendment('Un guichet par __commune__{++ et par quartier++}.')).has(GUICHET),
  ).toBe(false)
  expect(
    formatted(amendment('Un tiers des adultes renonce [@insee-2022, p. 2]{++, ou plus++}.')).get(
      GUICHET,
    ),
  ).toBe(WRITTEN)
  expect(formatted(amendment('Rien de cela{++, ni plus++}.')).get(GUICHET)).toBe(WRITTEN)
  expect(
    formatted(amendment('Un guichet par __commune__{++ et par quartier++}.', 'courrier')).get(
      GUICHET,
    ),
  ).toBe(WRITTEN)
})
