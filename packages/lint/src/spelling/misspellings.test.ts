import { parseMarkdown, passagesOf } from '@cahier/prose'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { frenchLexicon } from './lexicon.ts'
import { misspellings } from './misspellings.ts'
import { unknownParts } from './unknown-parts.ts'

const vocabulary = (...own: string[]) => ({ lexicon: frenchLexicon(), own: new Set(own) })

function said(source: string, ...own: string[]) {
  return misspellings(passagesOf(parseMarkdown(source), source), vocabulary(...own)).map(
    ({ passage, start, end, suggestions }) => ({
      written: passage.text.slice(start, end),
      suggestions,
    }),
  )
}

describe('a word that is misspelt', () => {
  it.each([
    ['acceuil', 'accueil'],
    ['développment', 'développement'],
    ['apercu', 'aperçu'],
    ['occurence', 'occurrence'],
    ['connection', 'connexion'],
    ['orthografe', 'orthographe'],
    ['numérqiue', 'numérique'],
    ['malgrés', 'malgré'],
    ['parceque', 'parce que'],
    ['daccord', 'd’accord'],
    ['lhistoire', 'l’histoire'],
    ['aujourdhui', 'aujourd’hui'],
    ['soeur', 'sœur'],
    ['apres', 'après'],
    ['puor', 'pour'],
    ['cete', 'cette'],
    ['aevc', 'avec'],
    ['duex', 'deux'],
  ])('%s is shown, and %s is what comes first', (written, meant) => {
    expect(said(`Un ${written} de plus.`)).toMatchObject([
      { written, suggestions: expect.arrayContaining([meant]) },
    ])
    expect(said(`Un ${written} de plus.`)[0]?.suggestions[0]).toBe(meant)
  })

  it('is a word of the trade where it comes back, in the plural as well', () => {
    expect(said('Une asso de plus. Il y a des assos ici.')).toEqual([
      { written: 'assos', suggestions: expect.any(Array) },
    ])
    expect(said('Une asso de plus. Il y a des assos ici. Cette asso y va.')).toEqual([])
  })

  it('is shown without what is elided before it, nor the rest of a compound', () => {
    expect(
      said('Dans l’etat, peut-etre.').map(({ written, suggestions }) => [written, suggestions[0]]),
    ).toEqual([
      ['etat', 'état'],
      ['etre', 'être'],
    ])
  })

  it('is no part of an id, which has no accents', () => {
    expect(said('Cette page reprend la proposition sante-etudiant.')).toEqual([])
  })

  it('is shown after a prefix with its hyphen, and not in another compound', () => {
    expect(
      said('En cas de non-concililation.').map(({ written, suggestions }) => [
        written,
        suggestions[0],
      ]),
    ).toEqual([['concililation', 'conciliation']])
    expect(said('Une feature-branch, un box-sising.')).toEqual([])
  })

  it('may stand before the dot of a form for two genders', () => {
    expect(
      said('Les élu·e·s, les agricultteur·rices et les acteur·ices.').map(
        ({ written, suggestions }) => [written, suggestions[0]],
      ),
    ).toEqual([['agricultteur', 'agriculteur']])
  })

  it('is left alone in a few words of italics, wherever they stand', () => {
    expect(said('Un mot qui vient après beaucoup d’autres est *developement*.')).toEqual([])
    expect(said('Un *mot qui vient après beaucoup d’autres est developement*.')).toHaveLength(1)
  })

  it('is left alone between quotes, and not at the end of a quotation', () => {
    expect(said('Le « developement » et le « grand developement » de tous.')).toHaveLength(1)
    expect(said('Le « developement » de tous.')).toEqual([])
  })

  it('is shown after a word of English when it has an accent, which English has not', () => {
    const written = (source: string) => said(source).map((one) => one.written)
    expect(written('Les ateliers du quartier ouvrent by déffinition tous les matins.')).toEqual([
      'déffinition',
    ])
    expect(
      written(
        'Les ateliers du quartier ouvrent by convinience tous les matins, et Doctors of Émérgency aussi.',
      ),
    ).toEqual([])
  })

  it('keeps its capital', () => {
    expect(said('Notament ici.')[0]?.suggestions[0]).toBe('Notamment')
  })

  it('may be near a word of the programme', () => {
    expect(said('Il faut un reparatoire.', 'réparatoire')).toMatchObject([
      { suggestions: expect.arrayContaining(['réparatoire']) },
    ])
  })
})

describe('the spelling of 1990', () => {
  it.each(
    'renouvèlement ruissèle renouvèlera ambigüité aigües gageüre combattive persifflage féérique serpillère corole pédigrées portemonnaie piqueniques contrexemple connaitre règlementaire'.split(
      ' ',
    ),
  )('%s is a word', (word) => expect(said(`Voici ${word} pour tous.`)).toEqual([]))

  it.each(['appèle', 'projète', 'nouvèle', 'quèle'])('%s is not', (word) => {
    expect(said(`Voici que ${word} pour tous.`)).toMatchObject([{ written: word }])
  })

  it('does not take an i out of « milliers »', () =>
    expect(unknownParts('millers', vocabulary())).not.toEqual([]))
})

describe('what is cried', () => {
  it('a letter four times in a row is meant', () =>
    expect(said('Si ça fait crrrrrch, c’est bonnnnn.')).toEqual([]))
})

describe('a manual of software', () => {
  const shown = (source: string, hasCode: boolean) =>
    misspellings(passagesOf(parseMarkdown(source), source), vocabulary(), hasCode).map(
      ({ passage, start, end }) => passage.text.slice(start, end),
    )

  it('keeps the terms of its trade', () => {
    const terms = 'Un semver pour tous. Un partman pour chacun.'
    expect(shown(terms, false)).toEqual(['semver', 'partman'])
    expect(shown(terms, true)).toEqual([])
  })

  it('keeps its English', () => {
    const terms = 'Le system a des examples. La branche va dans le target.'
    expect(shown(terms, true)).toEqual([])
  })

  it('has its slips shown', () => {
    const slips = [
      'fonctionalité',
      'caracères',
      'productuion',
      'interim',
      'notament',
      'réseax',
      'selection',
      'pemet',
      'cettre',
    ]
    expect(shown(`Voici ${slips.join(' pour la ')}.`, true)).toEqual(slips)
  })

  it('may have no code', () => {
    const manual = 'Le target est un broadcast. Le filter pour la security a un example.'
    expect(shown(manual, false)).toEqual([])
    expect(shown(`${manual} ${'Et ainsi de suite. '.repeat(600)}`, false)).toContain('example')
  })
})

describe('names that resemble nothing', () => {
  it('make a manual, three of them', () => {
    expect(said('Le démon mountd lit rmtab pour la commande vmalloc.')).toEqual([])
    expect(said('Le démon lit vmalloc.')).toMatchObject([{ written: 'vmalloc', suggestions: [] }])
  })
})

describe('an English word', () => {
  it.each([
    'Élargir le scope des mesures.',
    'Il profite d’un lounge.',
    'Une toolbar pour tous.',
    'On ouvre une request.',
  ])('is no slip for a French one that it is near to by chance: %s', (text) =>
    expect(said(text)).toEqual([]),
  )

  it.each([
    ['Un encadrement comfortable.', 'comfortable', 'confortable'],
    ['Le language de tous.', 'language', 'langage'],
    ['Une petition pour tous.', 'petition', 'pétition'],
    ['Trop de traffic ici.', 'traffic', 'trafic'],
  ])('is shown where French made it its own: %s', (text, written, meant) => {
    expect(said(text)).toMatchObject([{ written, suggestions: expect.arrayContaining([meant]) }])
  })

  it('is left alone beside another, be it a French word without its accents', () => {
    expect(said('Le bouton « menu » mène à its own selection, which you see.')).toEqual([])
  })
})

describe('a word made in the usual ways', () => {
  it.each(
    'authentificateur variabiliser variabilisée culturalisation ovocytaire nasopharyngés épidémiosurveillance ototoxique'.split(
      ' ',
    ),
  )('%s is a word', (word) => expect(said(`Voici ${word} pour tous.`)).toEqual([]))
})

describe('whatever the text', () => {
  const piece = fc.oneof(
    fc.constantFrom(
      'l’',
      'qu’',
      '-',
      '·e·s',
      '.es',
      '(e)s',
      ' ',
      '\n\n',
      '*',
      '« ',
      ' »',
      '\u00AD',
      'e\u0301',
      'XXIe',
      'notament',
      '😀',
      '/',
    ),
    fc.string({ unit: 'binary', maxLength: 6 }),
  )

  it('a remark stands on a word of it, and what is proposed is a word', { tags: ['long'] }, () => {
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 20 }), (pieces) => {
        const source = pieces.join('')
        const passages = passagesOf(parseMarkdown(source), source)
        for (const { passage, start, end, suggestions } of misspellings(passages, vocabulary())) {
          expect(start).toBeGreaterThanOrEqual(0)
          expect(end).toBeLessThanOrEqual(passage.text.length)
          expect(passage.text.slice(start, end)).toMatch(/^\p{L}/u)
          expect(new Set(suggestions).size).toBe(suggestions.length)
          for (const word of suggestions.flatMap((suggestion) => suggestion.split(' ')))
            expect(unknownParts(word.replaceAll('’', "'"), vocabulary())).toEqual([])
        }
      }),
      { numRuns: 60 },
    )
  })

  it('a word without end is no word', { tags: ['long'] }, () => {
    expect(said(`${'anti'.repeat(30_000)} ${"l'".repeat(30_000)} ${'-x'.repeat(30_000)}`)).toEqual(
      [],
    )
  })

  it('nor is a number without end', { tags: ['long'], timeout: 5000 }, () =>
    expect(said('1.234.'.repeat(30_000))).toEqual([]),
  )
})
