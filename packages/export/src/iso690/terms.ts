import type { Language } from '@cahier/core'

const FRENCH = {
  and: 'et',
  in: 'In\u00A0: ',
  editor: 'dir.',
  editors: 'dir.',
  translatedBy: 'Traduit par',
  edition: (ordinal: string) => `${ordinal}\u00A0éd.`,
  ordinal: (number: number) => (number === 1 ? '1re' : `${number}e`),
  volume: 'vol.',
  issue: 'n°',
  page: 'p.',
  pages: 'p.',
  availableAt: 'Disponible à l’adresse\u00A0: ',
  seen: (day: string) => `[consulté le ${day}]`,
  noDate: '[s.\u00A0d.]',
  circa: 'vers',
  colon: '\u00A0: ',
  semicolon: '\u202F; ',
  quote: ['«\u00A0', '\u00A0»'] as readonly [string, string],
  seasons: ['printemps', 'été', 'automne', 'hiver'],
  unknown: (key: string) => `[source inconnue\u00A0: ${key}]`,
  kinds: {
    dataset: 'jeu de données',
    software: 'logiciel',
    map: 'carte',
    motion_picture: 'film',
    song: 'enregistrement sonore',
  } as Readonly<Record<string, string>>,
  /** For sources without a `genre`. */
  report: 'Rapport',
  thesis: 'Thèse',
}

/**
 * The fixed words of a reference: French after the national recommendations on ISO 690, English
 * after the standard.
 */
export const TERMS: Readonly<Record<Language, typeof FRENCH>> = {
  fr: FRENCH,
  en: {
    and: 'and',
    in: 'In: ',
    editor: 'ed.',
    editors: 'eds.',
    translatedBy: 'Translated by',
    edition: (ordinal) => `${ordinal} ed.`,
    ordinal: (number) =>
      `${number}${number % 100 > 10 && number % 100 < 14 ? 'th' : (['th', 'st', 'nd', 'rd'][number % 10] ?? 'th')}`,
    volume: 'vol.',
    issue: 'no.',
    page: 'p.',
    pages: 'pp.',
    availableAt: 'Available from: ',
    seen: (day) => `[viewed ${day}]`,
    noDate: '[n.d.]',
    circa: 'ca.',
    colon: ': ',
    semicolon: '; ',
    quote: ['“', '”'],
    seasons: ['spring', 'summer', 'autumn', 'winter'],
    unknown: (key) => `[unknown source: ${key}]`,
    kinds: {
      dataset: 'dataset',
      software: 'software',
      map: 'map',
      motion_picture: 'film',
      song: 'sound recording',
    },
    report: 'Report',
    thesis: 'Thesis',
  },
}
