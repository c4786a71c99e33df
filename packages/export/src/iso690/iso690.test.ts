import type { Json, Language, Reference } from '@cahier/core'
import type { PhrasingContent } from 'mdast'
import { describe, expect, it } from 'vitest'
import { frenchInlines } from '../typography/inline-typography.ts'
import { fullReference, shortReference } from './references.ts'

type Item = Record<string, Json>

/** Italics as `*…*`, U+00A0 as `~`, U+202F as `|`. */
const shown = (nodes: readonly PhrasingContent[]): string =>
  nodes
    .map((node) =>
      node.type === 'emphasis'
        ? `*${shown(node.children)}*`
        : 'children' in node
          ? shown(node.children)
          : 'value' in node
            ? node.value
            : '',
    )
    .join('')
    .replaceAll('\u00A0', '~')
    .replaceAll('\u202F', '|')

const source = (csl: Item, seen = ''): Reference => ({
  id: 'x',
  level: '',
  claims: [],
  reservations: '',
  supersededBy: '',
  seen,
  csl,
})
const full = (csl: Item, seen = '', language: Language = 'fr') => {
  const nodes = fullReference(source(csl, seen), language)
  return shown(language === 'fr' ? frenchInlines(nodes) : nodes)
}
const short = (csl: Item, locator = '', language: Language = 'fr') =>
  shown(shortReference(source(csl), locator, language))
const on = (...parts: number[]): Json => ({ 'date-parts': [parts] })

const izoard: Item = {
  type: 'book',
  title: 'La Ruée minière au XXIe siècle. Enquête sur les métaux',
  author: [{ family: 'Izoard', given: 'Celia' }],
  issued: on(2024),
  publisher: 'Seuil',
  'publisher-place': 'Paris',
  'collection-title': 'Écocène',
  'number-of-pages': '344',
  ISBN: '9782021515282',
}
const freitag: Item = {
  type: 'article-journal',
  title: 'The real climate impact: ICT',
  language: 'en',
  author: [
    { family: 'Freitag', given: 'C.' },
    { family: 'Berners-Lee', given: 'M.' },
    { literal: 'et al.' },
  ],
  issued: on(2021),
  'container-title': 'Patterns',
  volume: '2',
  issue: '9',
  page: '100340',
  DOI: '10.1016/j.patter.2021.100340',
}

describe('ISO 690 in French', () => {
  it.each<[string, Item, string, string]>([
    [
      'book',
      izoard,
      '',
      'IZOARD, Celia. *La Ruée minière au XXIe~siècle. Enquête sur les métaux*. Paris~: Seuil, 2024, 344~p. Écocène. ISBN~9782021515282.',
    ],
    [
      'book with an edition, editors and a translator',
      {
        type: 'book',
        title: 'Énergie et équité',
        editor: [
          { family: 'Durand', given: 'Anne' },
          { family: 'Petit', given: 'Luc' },
        ],
        translator: [{ family: 'Mall', given: 'Jo' }],
        edition: 2,
        publisher: 'Arthaud',
        issued: on(1975, 3, 1),
      },
      '',
      'DURAND, Anne et PETIT, Luc (dir.). *Énergie et équité*. 2e~éd. Traduit par MALL, Jo. Arthaud, 1er mars 1975.',
    ],
    [
      'chapter',
      {
        type: 'chapter',
        title: 'Le guichet',
        author: [{ family: 'de Blic', given: 'D.' }],
        'container-title': 'Services publics',
        editor: [{ family: 'Roux', given: 'A.' }],
        publisher: 'PUF',
        issued: on(2020),
        page: '12-14',
      },
      '',
      'DE BLIC, D. «~Le guichet~». In~: ROUX, A. (dir.). *Services publics*. PUF, 2020, p.~12-14.',
    ],
    [
      'article of a journal',
      freitag,
      '',
      'FREITAG, C., BERNERS-LEE, M. *et al.* «~The real climate impact: ICT~». *Patterns*. Vol.~2, n°~9, 2021, p.~100340. DOI~10.1016/j.patter.2021.100340.',
    ],
    [
      'article of a newspaper',
      {
        type: 'article-newspaper',
        title: 'Municipales 2026 : dix propositions',
        author: [{ literal: 'Collectif désescalade numérique' }],
        issued: on(2025, 10, 21),
        'container-title': 'Mediapart',
        'collection-title': 'Les invités de Mediapart',
        URL: 'https://blogs.mediapart.fr/a:b',
      },
      '2026-11-24',
      'Collectif désescalade numérique. «~Municipales 2026~: dix propositions~». *Mediapart*. 21 octobre 2025. Les invités de Mediapart. Disponible à l’adresse~: https://blogs.mediapart.fr/a:b [consulté le 24 novembre 2026].',
    ],
    [
      'report in a series',
      {
        type: 'report',
        title: 'Démarches administratives en ligne et renoncement',
        author: [{ literal: 'Insee' }],
        issued: on(2022, 5),
        publisher: 'Insee',
        'collection-title': 'Insee Focus',
        number: '267',
        URL: 'https://www.insee.fr/fr/statistiques/6438420',
      },
      '2026-11-01',
      'Insee. *Démarches administratives en ligne et renoncement*. Mai 2022. Insee Focus, n°~267. Disponible à l’adresse~: https://www.insee.fr/fr/statistiques/6438420 [consulté le 1er novembre 2026].',
    ],
    [
      'report whose title ends with a question',
      {
        type: 'report',
        title: 'Trois ans après, où en est-on ?',
        author: [{ literal: 'Défenseur des droits' }],
        number: '12',
        issued: on(2022, 2),
      },
      '',
      'Défenseur des droits. *Trois ans après, où en est-on|?* Rapport n°~12. Février 2022.',
    ],
    [
      'web page without a date',
      {
        type: 'webpage',
        title: 'À propos',
        author: [{ literal: 'Collectif' }],
        URL: 'https://a.org/',
      },
      '2026-11-24',
      'Collectif. *À propos*. [s.~d.]. Disponible à l’adresse~: https://a.org/ [consulté le 24 novembre 2026].',
    ],
    [
      'legislation',
      {
        type: 'legislation',
        title: 'Loi n° 2021-1485 du 15 novembre 2021',
        author: [{ literal: 'République française' }],
        number: '2021-1485',
        publisher: 'Légifrance',
        issued: on(2021, 11, 15),
      },
      '',
      'République française. *Loi n°~2021-1485 du 15 novembre 2021*. Légifrance, 15 novembre 2021.',
    ],
    [
      'bill',
      {
        type: 'bill',
        title: 'Amendement au PLF 2026',
        author: [{ literal: 'Assemblée nationale (17e législature)' }],
        number: 'CF466',
        publisher: 'Assemblée nationale',
        issued: on(2025),
      },
      '',
      'Assemblée nationale (17e législature). *Amendement au PLF 2026*. CF466. Assemblée nationale, 2025.',
    ],
    [
      'legal case',
      {
        type: 'legal_case',
        title: 'Décision n° 452798',
        author: [{ literal: 'Conseil d’État, Section' }],
        number: 'ECLI:FR:CESEC:2022:452798.20220603',
        issued: on(2022, 6, 3),
      },
      '',
      'Conseil d’État, Section. *Décision n°~452798*. ECLI:FR:CESEC:2022:452798.20220603. 3 juin 2022.',
    ],
    [
      'broadcast',
      {
        type: 'broadcast',
        title: 'La réalité minière',
        author: [{ family: 'Izoard', given: 'Celia' }, { literal: 'Techologie' }],
        'container-title': 'Techologie',
        number: 'épisode 91',
        issued: on(2024, 5, 4),
      },
      '',
      'IZOARD, Celia et Techologie. «~La réalité minière~». In~: *Techologie*. Épisode 91. 4 mai 2024.',
    ],
    [
      'dataset',
      {
        type: 'dataset',
        title: 'Inventaire des algorithmes publics',
        author: [{ literal: 'ODAP' }],
        issued: on(2025, 11),
      },
      '',
      'ODAP. *Inventaire des algorithmes publics* [jeu de données]. Novembre 2025.',
    ],
    [
      'thesis',
      {
        type: 'thesis',
        title: 'L’école sans écrans',
        author: [{ family: 'Noël', given: 'Ève' }],
        publisher: 'Université de Lille',
        issued: on(2019),
      },
      '',
      'NOËL, Ève. *L’école sans écrans*. Thèse. Université de Lille, 2019.',
    ],
    [
      'standard',
      {
        type: 'standard',
        title: 'Trajectoires du secteur',
        author: [{ literal: 'UIT-T' }],
        number: 'L.1470',
        publisher: 'UIT',
        issued: on(2020, 1),
      },
      '',
      'UIT-T. *Trajectoires du secteur*. L.1470. UIT, janvier 2020.',
    ],
    [
      'no author, a range, an unsafe address',
      {
        type: 'document',
        title: 'Registre',
        issued: { 'date-parts': [[2019], [2021]] },
        URL: 'javascript:alert(1)',
      },
      '',
      '*Registre*. 2019-2021. Disponible à l’adresse~: javascript:alert(1).',
    ],
    [
      'a quotation in the title of an article',
      {
        type: 'article-newspaper',
        title: '« Portable en pause » : les règles',
        'container-title': 'CNews',
        issued: on(2025, 8, 30),
      },
      '',
      '«~“Portable en pause”~: les règles~». *CNews*. 30 août 2025.',
    ],
    ['next to nothing', { type: 'webpage' }, '', '[s.~d.].'],
    [
      'wrong shapes',
      { title: ['a'], author: 'Collectif', issued: '2025-03-01', page: 4 },
      '',
      'Collectif. 1er mars 2025, p.~4.',
    ],
  ])('%s', (_, csl, seen, expected) => expect(full(csl, seen)).toBe(expected))

  it('links to no address but those of the web', () => {
    const links = (url: string) =>
      fullReference(source({ type: 'webpage', title: 'x', URL: url }), 'fr').filter(
        (node) => node.type === 'link',
      )
    expect(links('https://a.org/x')).toHaveLength(1)
    expect(links('javascript:alert(1)')).toHaveLength(0)
    expect(links('data:text/html,x')).toHaveLength(0)
  })

  it('marks a foreign title with its language', () => {
    expect(fullReference(source({ ...freitag, 'container-title': '' }), 'fr')).toContainEqual(
      expect.objectContaining({ type: 'emphasis', data: { lang: 'en' } }),
    )
  })
})

describe('ISO 690 in English', () => {
  it.each<[string, Item, string]>([
    [
      'book',
      { ...izoard, edition: '3' },
      'IZOARD, Celia. *La Ruée minière au XXIe siècle. Enquête sur les métaux*. 3rd ed. Paris: Seuil, 2024, 344~p. Écocène. ISBN~9782021515282.',
    ],
    [
      'article',
      { ...freitag, page: '1-9', URL: 'https://a.org/f' },
      'FREITAG, C., BERNERS-LEE, M. *et al.* “The real climate impact: ICT”. *Patterns*. Vol.~2, no.~9, 2021, pp.~1-9. DOI~10.1016/j.patter.2021.100340. Available from: https://a.org/f [viewed 1 March 2025].',
    ],
    [
      'a date in words',
      { type: 'webpage', title: 'About', issued: { raw: 'Spring 2020' } },
      '*About*. Spring 2020.',
    ],
    [
      'no date',
      { type: 'webpage', title: 'About', author: [{ literal: 'Collective' }] },
      'Collective. *About*. [n.d.].',
    ],
  ])('%s', (_, csl, expected) => expect(full(csl, '2025-03-01', 'en')).toBe(expected))
})

describe('short references', () => {
  it.each<[string, Item, string, string]>([
    [
      'a locator',
      izoard,
      'p. 12',
      'IZOARD, *La Ruée minière au XXIe siècle. Enquête sur les métaux*, 2024, p. 12',
    ],
    [
      'a title that ends with a full stop',
      { ...izoard, title: 'La Ruée minière.' },
      '',
      'IZOARD, *La Ruée minière*, 2024',
    ],
    [
      'a bare number is a page',
      { ...izoard, 'title-short': 'La Ruée minière' },
      '12',
      'IZOARD, *La Ruée minière*, 2024, p.~12',
    ],
    [
      'more than two authors',
      freitag,
      '',
      'FREITAG *et al.*, «~The real climate impact: ICT~», 2021',
    ],
    ['no author and no date', { title: 'À propos' }, '', '*À propos*, s.~d.'],
  ])('%s', (_, csl, locator, expected) => expect(short(csl, locator)).toBe(expected))
})
