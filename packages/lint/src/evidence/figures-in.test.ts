import { describe, expect, it } from 'vitest'
import { figuresIn } from './figures-in.ts'

describe('numbers are read with their units', () => {
  it.each<[string, string]>([
    ['32 % des adultes', '32 % share 32'],
    ['15,4\u202F% des 15 ans ou plus', '15,4\u202F% share 15.4 | 15 ans duration 15'],
    ['3 pour mille', '3 pour mille share 0.3'],
    ['8,16 TWh par an', '8,16 TWh energy 8160000000000'],
    ['250 kWh, 11 MW', '250 kWh energy 250000 | 11 MW power 11000000'],
    ['14,3 MtCO2e', '14,3 MtCO2e gas 14300000000000'],
    ['12 tonnes d’équivalent CO2', '12 tonnes d’équivalent CO2 gas 12000000'],
    ['62 Mt de déchets', '62 Mt mass 62000000000000'],
    ['89 M€ et 4,2 Md€', '89 M€ money 89000000 | 4,2 Md€ money 4200000000'],
    ['2 millions d’euros', '2 millions d’euros money 2000000'],
    ['2,6 millions de ménages', '2,6 millions many 2600000'],
    ['115 000 réclamations', '115 000 many 115000'],
    ['33 milliards de m³', '33 milliards de m³ volume 33000000000000'],
    ['2 652 ko', '2 652 ko data 2652000'],
    ['en 2021 et 2\u00A0100 pages', '2021 year 2021 | 2\u00A0100 many 2100'],
    ['24 associations', '24 plain 24'],
    [
      '526.507 personnes, 1.522€ par mois, 1.234.567,5 habitants',
      '526.507 many 526507 | 1.522€ money 1522 | 1.234.567,5 many 1234567.5',
    ],
    [
      "100'000 signatures, CHF 4'200.50, Fr. 350.50, 815’300 habitants",
      "100'000 many 100000 | CHF 4'200.50 money 4200.5 | Fr. 350.50 money 350.5 | 815’300 many 815300",
    ],
    [
      '10.5 %, 2.75 € et 0.952 kg, 1234.567 kg',
      '10.5 % share 10.5 | 2.75 € money 2.75 | 0.952 kg mass 952 | 1234.567 kg mass 1234567',
    ],
  ])('%s', (text, read) => expect(shown(text, 'fr')).toBe(read))

  it.each<[string, string]>([
    ['4.6 million households', '4.6 million many 4600000'],
    ['£14,458.50 a year', '£14,458.50 money 14458.5'],
    ['£3.2 million', '£3.2 million money 3200000'],
    [
      '£1bn, a £316m increase, $2.5m',
      '£1bn money 1000000000 | £316m money 316000000 | $2.5m money 2500000',
    ],
    ['50,000 people', '50,000 many 50000'],
    ['9.2 percent', '9.2 percent share 9.2'],
  ])('in English: %s', (text, read) => expect(shown(text, 'en')).toBe(read))

  it.each([
    ['les 3 919 appels', 'fr', '3 919 many 3919'],
    ['appeler 3 000 adhérents', 'fr', '3 000 many 3000'],
    [
      'la SNCF 3 000 agents, 4000 postes, EUR 5000',
      'fr',
      '3 000 many 3000 | 4000 many 4000 | 5000 many 5000',
    ],
    ['au 10 000 € près', 'fr', '10 000 € money 10000'],
    ['nombre d’appels : 12 000', 'fr', '12 000 many 12000'],
    ['the 3,919 calls', 'en', '3,919 many 3919'],
    ['call 3919, or the 116 line', 'en', '116 plain 116'],
  ])('what is called is told from what is counted: %s', (text, language, read) =>
    expect(shown(text, language)).toBe(read),
  )

  it.each([
    'article 12, p. 4, pp. 254-255, chapitre 3, n° 200, § 7, version 2, note 5',
    'Siren 333 232 270, SIRET 333 232 270 00012, RCS 512 345 678',
    'le 12/03/2025, le 2025-03-12, 18:30, 1.2.3, 4G, CO2, H2O, §7.3',
    '06 12 34 56 78, 75011 Paris, RG 24/01457, https://example.org/2024/12',
    'la convention collective (IDCC 2700), la norme ISO 9001, le 0809 401 401, dans la limite de 10  000 €',
    'le 3919 et le 116\u00A0006 sont gratuits, les écoutantes du 3919, un appel au 116 117, appelez 3939, Tél. : 3646',
    'le +32 470 12 34 56, le +41 79 123 45 67',
  ])('names and dates are no figures: %s', (text) =>
    expect(
      figuresIn(text, 'fr').filter(
        ({ kind }) => kind !== 'plain' && kind !== 'duration' && kind !== 'year',
      ),
    ).toEqual([]),
  )

  it('a number without end is none', { timeout: 3000 }, () =>
    expect(figuresIn('10.5'.repeat(100_000), 'fr')).toEqual([]),
  )
})

function shown(text: string, language: string): string {
  return figuresIn(text, language)
    .map((figure) => `${figure.text} ${figure.kind} ${Number(figure.value.toPrecision(12))}`)
    .join(' | ')
}
