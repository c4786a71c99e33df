import { expect, it } from 'vitest'
import { ruleWithFigures } from './rule-in-words.ts'

it('a rule is named with all that it asks', () => {
  const half = { 'more-than': '1/2' } as const
  const double = {
    method: 'double-majority',
    members: half,
    weight: { 'at-least': '65/100' },
    'blocking-minority': 4,
  } as const
  expect(ruleWithFigures(double, 'fr')).toBe(
    'double majorité, de plus de 1/2 des membres et d’au moins 65/100 des poids (minorité de blocage d’au moins 4 membres)',
  )
  const rough = {
    method: 'rough',
    'final-period': 1,
    answered: half,
    'missing-at-most': 2,
    'new-concern': 'hold',
  } as const
  expect(ruleWithFigures(rough, 'fr')).toBe(
    'consensus approximatif, avec une période finale de 1 jour (réponse de plus de 1/2 des membres, 2 réponses manquantes au plus)',
  )
  expect(ruleWithFigures({ method: 'lazy', days: 15, otherwise: rough }, 'en')).toBe(
    'lazy consensus in 15 days, else rough consensus, with a final period of 1 day (answers of more than 1/2 of the members, at most 2 answers missing)',
  )
  const silent = {
    method: 'consent',
    quorum: half,
    'minimum-consents': 1,
    silence: 'consent',
    'early-close': true,
  } as const
  expect(ruleWithFigures(silent, 'fr')).toBe(
    'consentement (quorum de plus de 1/2, 1 consentement au moins, qui se tait consent, clôture anticipée permise)',
  )
  expect(ruleWithFigures({ ...silent, 'minimum-consents': 2 }, 'fr')).toContain(
    '2 consentements au moins',
  )
})
