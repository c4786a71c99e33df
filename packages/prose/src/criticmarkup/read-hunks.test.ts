import { describe, expect, it } from 'vitest'
import { applyHunks } from './apply-hunks.ts'
import { baseText } from './base-text.ts'
import type { Placement } from './hunk.ts'
import { markedBlocks } from './marked-blocks.ts'
import { placeHunks } from './place-hunks.ts'
import { readFieldHunks, readHunks } from './read-hunks.ts'
import { writeMarks } from './write-marks.ts'

const BASE = `---
title: Un guichet
---

## Mesure

Un guichet par commune. Il ouvre deux jours par semaine.

- un agent formé ;
- un bureau fermé ;
- une entrée sans marche.

| Jour | Heures |
| --- | --- |
| Lundi | 9 h |

Le coût est connu.
`

const read = (marked: string, at: readonly number[] | null = null) =>
  readHunks(baseText(BASE), marked, at)
const hunksIn = (placement: Placement) => ('misplaced' in placement ? [] : placement.hunks)
const made = (marked: string) => applyHunks(BASE, hunksIn(read(marked)))

describe('marks become typed hunks', () => {
  it.each([
    ['insertion', 'Le coût est {++bien ++}connu.', 'Le coût est bien connu.'],
    [
      'deletion',
      'Un guichet par commune. Il ouvre deux jours{-- par semaine--}.',
      'Il ouvre deux jours.',
    ],
    [
      'replacement',
      'Un guichet par commune. Il ouvre {~~deux~>trois~~} jours par semaine.',
      'Il ouvre trois jours',
    ],
    ['replacement', 'Le coût est connu{++s++}.', 'Le coût est connus.'],
    [
      'split',
      'Un guichet par commune.{~~ ~>\n\n~~}Il ouvre deux jours par semaine.',
      'commune.\n\nIl ouvre',
    ],
    [
      'join',
      '- un agent formé ;{--\n---} un bureau fermé ;',
      '- un agent formé ; un bureau fermé ;\n- une entrée',
    ],
    [
      'insertion',
      '- un agent formé ;\n{++- une agente ;++}',
      '- un agent formé ;\n- une agente ;\n- un bureau',
    ],
    [
      'insertion',
      'Le coût est connu.\n\n{++Il est payé.++}',
      'Le coût est connu.\n\nIl est payé.\n',
    ],
    ['insertion', '{++Un mot.\n\n++}## Mesure', '---\n\nUn mot.\n\n## Mesure'],
    ['deletion', '{--- un bureau fermé ;--}', '- un agent formé ;\n- une entrée'],
    ['deletion', '{--Le coût est connu.--}', '| Lundi | 9 h |\n'],
    [
      'move',
      '{--- un agent formé ;\n--}- un bureau fermé ;\n- une entrée sans marche.{++\n- un agent formé ;++}',
      'marche.\n- un agent formé ;\n\n|',
    ],
    [
      'replacement',
      '| Jour | Heures |\n| --- | --- |\n| Lundi | {~~9 h~>10 h~~} |',
      '| Lundi | 10 h |',
    ],
  ])('%s: %s', (operation, marked, expected) => {
    expect(hunksIn(read(marked)).map((hunk) => hunk.operation)).toEqual([operation])
    expect(made(marked)).toContain(expected)
  })

  it.each([
    [
      'a sentence moved inside its paragraph',
      '{++Il ouvre deux jours par semaine. ++}Un guichet par commune{~~. Il ouvre deux jours par semaine.~>.~~}',
      ['move'],
    ],
    [
      'a paragraph cut in two, and a word of it',
      'Un guichet par commune.{~~ Il~>\n\nChacun~~} ouvre deux jours par semaine.',
      ['split', 'replacement'],
    ],
    [
      'two items made one, and a comma',
      '- un agent formé ;{~~\n- un~>, et un~~} bureau fermé ;',
      ['insertion', 'join'],
    ],
    [
      'a paragraph changed, and one more after it',
      'Le coût est {~~connu.~>payé.\n\nIl baisse.~~}',
      ['replacement', 'insertion'],
    ],
    [
      'an item changed, and the next taken out',
      '- un agent {~~formé ;\n- un bureau fermé ;~>formé ; deux bureaux ;~~}',
      ['insertion', 'deletion'],
    ],
    [
      'a passage written anew',
      'Un guichet par commune. {~~Il ouvre deux jours par semaine~>Personne n’attend plus d’une heure~~}.',
      ['replacement'],
    ],
  ])('%s', (_, marked, operations) => {
    expect(hunksIn(read(marked)).map(({ operation }) => operation)).toEqual(operations)
  })

  it.each([
    [
      'one put in',
      '{~~2~>2. neuf\n3~~}. deux\n{~~3~>4~~}. trois',
      '1. un\n2. neuf\n3. deux\n4. trois\n',
      ['insertion', 'renumbering', 'renumbering'],
    ],
    [
      'one taken out',
      '{~~2. deux\n3~>2~~}. trois',
      '1. un\n2. trois\n',
      ['deletion', 'renumbering'],
    ],
  ])('numbered items: %s', (_, marked, expected, operations) => {
    const base = '1. un\n2. deux\n3. trois\n'
    const hunks = hunksIn(readHunks(baseText(base), marked, null))
    expect(hunks.map(({ operation }) => operation)).toEqual(operations)
    expect(applyHunks(base, hunks)).toBe(expected)
  })

  it('the number of an item is renumbered', () => {
    const base = '1. un\n2. deux\n'
    const placed = readHunks(baseText(base), '{~~2~>3~~}. deux', null)
    expect(hunksIn(placed).map(({ operation }) => operation)).toEqual(['renumbering'])
  })

  it('words are counted in their block, and a block inserted follows the one quoted before', () => {
    const [word, block] = [
      hunksIn(read('Le coût {~~est~>sera~~} connu.'))[0],
      hunksIn(
        read('Un guichet par commune. Il ouvre deux jours par semaine.\n\n{++Il est gratuit.++}'),
      )[0],
    ]
    expect(word).toMatchObject({ block: 7, wordsInBlock: [2, 3], old: 'est', new: 'sera', rank: 1 })
    expect(block).toMatchObject({ block: 2, new: 'Il est gratuit.' })
  })

  it('two new paragraphs keep their order', () => {
    expect(made('Le coût est connu.\n\n{++Un.++}\n\n{++Deux.++}')).toContain(
      'connu.\n\nUn.\n\nDeux.\n',
    )
  })

  it('a heading just above gets a blank line', () => {
    const base = '## Titre\nSuite.\n'
    expect(
      applyHunks(base, hunksIn(readHunks(baseText(base), '## Titre\n\n{++Un mot.++}', null))),
    ).toBe('## Titre\n\nUn mot.\n\nSuite.\n')
  })
})

describe('what has no certain place is said', () => {
  it.each([
    ['faulty', 'Le coût est {++connu.', null],
    ['missing', 'Le prix est {++bien ++}connu.', null],
    ['count', 'Le coût est {++bien ++}connu.', [1, 2]],
    ['rank', 'Le coût est {++bien ++}connu.', [2]],
    ['nowhere', '{++Un mot.++}', null],
    [
      'crosses',
      'Un guichet par commune. Il ouvre deux jours par {--semaine.\n\nLe coût--} est connu.',
      null,
    ],
  ])('%s', (misplaced, marked, at) => expect(read(marked, at)).toMatchObject({ misplaced }))

  it('a block that stands twice needs its ordinal', () => {
    const base = baseText('Oui.\n\nNon.\n\nOui.\n')
    expect(readHunks(base, 'Oui{++ !++}.', null)).toMatchObject({ misplaced: 'ambiguous' })
    expect(applyHunks(base.text, hunksIn(readHunks(base, 'Oui{++ bien sûr++}.', [3])))).toBe(
      'Oui.\n\nNon.\n\nOui bien sûr.\n',
    )
  })
})

describe('when the text went on', () => {
  const marked = 'Un guichet par commune. Il ouvre {~~deux~>trois~~} jours par semaine.'
  const placed = (now: string, before: string | null, wish = marked) => {
    const placement = placeHunks(
      baseText(now),
      before === null ? null : baseText(before),
      wish,
      null,
    )
    return 'misplaced' in placement ? placement.misplaced : applyHunks(now, placement.hunks)
  }

  it.each([
    ['an item', '- un agent formé ;\n', '- un banc ;\n', '- un bureau fermé ;'],
    ['a paragraph', '| Lundi | 9 h |\n\n', 'Le banc.\n\n', 'Le coût est connu.'],
  ])(
    '%s is taken out, and nothing else, where another was put in just before',
    (_, above, put, taken) => {
      const now = BASE.replace(above, `${above}${put}`)
      expect(placed(now, BASE, `{--${taken}--}`).trim()).toBe(now.replace(`${taken}\n`, '').trim())
    },
  )

  it.each([
    ['the two items of a list', '- un agent ;', '- un banc ;'],
    ['two paragraphs', 'Un agent.', 'Un banc.'],
    ['two items with lines of their own', '- un agent\n  formé ;', '- un banc\n  couvert ;'],
  ])('%s are taken out one after the other, in either order', (_, one, other) => {
    const between = one.startsWith('-') ? '\n' : '\n\n'
    const base = `Avant.\n\n${one}${between}${other}\n\nAprès.\n`
    for (const [first, second] of [
      [one, other],
      [other, one],
    ] as const) {
      const now = placed(base, null, `{--${first}--}`)
      expect(now.split(/\n\n+/)).toEqual(['Avant.', second, 'Après.\n'])
      expect(placed(now, base, `{--${second}--}`).split(/\n\n+/)).toEqual(['Avant.', 'Après.\n'])
    }
  })

  it('what would come to be written over something else has no certain place', () => {
    const [one, two] = [
      '{++1. un ;\n\n++}Avant.\n\n{++- neuf ;\n++}- un agent ;\n{--1. un ;--}\n',
      '{--- un agent ;--}',
    ]
    const base = 'Avant.\n\n- un agent ;\n1. un ;\n'
    expect(placed(placed(base, null, two), base, one)).toBe('around')
  })

  it('elsewhere, the quotation is enough', () => {
    const now = BASE.replace('## Mesure', '## Mesure\n\nUn mot.')
    expect(placed(now, null)).toBe(now.replace('deux', 'trois'))
  })

  it('a part of a paragraph is no passage, and differs from one that is missing', () => {
    expect(placed(BASE, null, 'Un guichet {~~par~>dans chaque~~} commune')).toBe('part')
    expect(placed(BASE, null, 'Un guichet {~~par~>dans chaque~~} village')).toBe('missing')
  })

  it('in the same paragraph, the text it starts from is needed', () => {
    const now = BASE.replace('par commune', 'par quartier et par bourg')
    expect(placed(now, null)).toBe('missing')
    expect(placed(now, BASE)).toBe(now.replace('deux', 'trois'))
  })

  it('at that very place, nobody can tell', () => {
    expect(placed(BASE.replace('deux', 'quatre'), BASE)).toBe('changed')
  })

  it('what was made since is not made twice', () => {
    const now = BASE.replace('deux', 'trois')
    expect(placed(now, BASE)).toBe(now)
    const item = '- un agent formé ;\n{++- une agente ;++}'
    const added = BASE.replace('formé ;\n', 'formé ;\n- une agente ;\n')
    expect([placed(added, BASE, item), placed(added, null, item)]).toEqual([added, added])
  })

  it('a paragraph moved as it was is found where it stands', () => {
    const now = BASE.replace(/Un guichet par.*\n\n/, '').replace(
      'Le coût est connu.\n',
      'Le coût est connu.\n\nUn guichet par commune. Il ouvre deux jours par semaine.\n',
    )
    expect(placed(now, BASE)).toBe(now.replace('deux', 'trois'))
  })
})

it('fields are read the same way, typography aside', () => {
  const placed = readFieldHunks(
    'title',
    'Garantir l’accueil',
    "Garantir {~~l'accueil~>un guichet~~}",
  )
  expect(applyHunks('Garantir l’accueil', hunksIn(placed))).toBe('Garantir un guichet')
  expect(readFieldHunks('title', 'Ouvrir', 'Garantir {++bien++}')).toMatchObject({
    misplaced: 'around',
    quote: 'bien',
  })
  expect(readFieldHunks('title', 'Ouvrir', 'Garantir {--bien--}')).toMatchObject({
    misplaced: 'changed',
    quote: 'bien',
  })
})

it('gives each block before and after, for a page to show', () => {
  const marked =
    'Un guichet par commune.{~~ ~>\n\n~~}Il ouvre {~~deux~>trois~~} jours par semaine.\n\n{--- un bureau fermé ;--}\n\nLe coût est connu.\n\n{++Il est payé.++}'
  expect(markedBlocks(BASE, marked, null)).toEqual([
    {
      ordinal: 2,
      added: false,
      old: 'Un guichet par commune. Il ouvre deux jours par semaine.',
      new: 'Un guichet par commune.\n\nIl ouvre trois jours par semaine.',
    },
    { ordinal: 4, added: false, old: 'un bureau fermé ;', new: null },
    { ordinal: 7, added: true, old: null, new: 'Il est payé.' },
  ])
})

describe('a quotation whose spaces or apostrophes were corrected in the base since', () => {
  const mended = BASE.replace('un agent formé ;', 'l’agent formé\u202F;').replace('9 h', '9\u00A0h')

  it('has its place, and takes only what it asks for', () => {
    const placed = readHunks(baseText(mended), "- l'agent formé{++ et payé++} ;", null)
    expect(applyHunks(mended, hunksIn(placed))).toBe(
      mended.replace('formé\u202F;', 'formé et payé\u202F;'),
    )
  })

  it('in a field too', () => {
    const placed = readFieldHunks('/title', 'Un guichet\u202F?', 'Un {~~guichet~>accueil~~} ?')
    expect(hunksIn(placed)).toMatchObject([{ old: 'guichet', new: 'accueil' }])
  })
})

it('an edit around a definition, which is no block, is written and read', () => {
  const base = 'Voir [le texte][r] ici.\n\n[r]: https://exemple.org/x\n\nSemaine sans.\n'
  const edited = 'Voir [le texte][r] \n\n[r]: https://exemple.org/x\n'
  const written = writeMarks(base, edited)
  if (typeof written === 'string') throw new Error(written)
  const placed = readHunks(baseText(base), written.marked, written.at)
  expect('hunks' in placed && applyHunks(base, placed.hunks).trimEnd()).toBe(
    'Voir [le texte][r] \n\n[r]: https://exemple.org/x',
  )
})

it('a definition that stands beside a block deleted stays', () => {
  const base = 'Voir [le texte][r].\n\n[r]: https://exemple.org/x\n\nSemaine.\n\nFin [là][r].\n'
  const without = (marked: string, at: number) => {
    const placed = readHunks(baseText(base), marked, [at])
    return 'hunks' in placed && applyHunks(base, placed.hunks)
  }
  expect(without('{--Voir [le texte][r].--}\n', 1)).toBe(
    '[r]: https://exemple.org/x\n\nSemaine.\n\nFin [là][r].\n',
  )
  expect(without('{--Semaine.--}\n', 2)).toBe(
    'Voir [le texte][r].\n\n[r]: https://exemple.org/x\n\nFin [là][r].\n',
  )
})

it('two marks over the same words are to be made one for each paragraph, and add nothing that wants a place', () => {
  const base = 'Voir [le texte][r].\n\n[r]: https://exemple.org/x\n\nSemaine sans.\n'
  const marked =
    '{~~Voir [le texte][r].~>Autre.~~}\n\n{--Voir [le texte][r].\n\n[r]: https://exemple.org/x\n\nSemaine--} sans.\n'
  expect(readHunks(baseText(base), marked, null)).toMatchObject({ misplaced: 'crosses' })
})

it.each([
  ['first', '> Deux guichets.\n>\n> Trois.\n\nFin.\n'],
  ['second', '> Un guichet.\n>\n> Trois.\n\nFin.\n'],
  ['last', '> Un guichet.\n>\n> Deux guichets.\n\nFin.\n'],
])('the %s paragraph taken out of a quotation leaves none of its signs behind', (_, edited) => {
  const base = '> Un guichet.\n>\n> Deux guichets.\n>\n> Trois.\n\nFin.\n'
  const written = writeMarks(base, edited)
  if (typeof written === 'string') throw new Error(written)
  const placed = readHunks(baseText(base), written.marked, written.at)
  expect('hunks' in placed && applyHunks(base, placed.hunks)).toBe(edited)
})
