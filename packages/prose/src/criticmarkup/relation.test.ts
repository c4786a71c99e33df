import { describe, expect, it } from 'vitest'
import { applyHunks } from './apply-hunks.ts'
import { baseText } from './base-text.ts'
import { collisions, conflictGroups } from './collisions.ts'
import type { Hunk } from './hunk.ts'
import { readHunks } from './read-hunks.ts'
import { isConflict, relationOf } from './relation.ts'

const P =
  'La mairie ouvre un guichet par commune. Il ouvre deux jours par semaine. Il est gratuit. On y vient sans rendez-vous.'
const BASE = `${P}\n\n- un agent formé ;\n- un bureau fermé ;\n- une entrée.\n\nUn autre paragraphe.\n`
const base = baseText(BASE)

function hunks(marked: string): readonly Hunk[] {
  const placed = readHunks(base, marked, null)
  if ('misplaced' in placed) throw new Error(`${placed.misplaced}: ${placed.quote}`)
  return placed.hunks
}

const on = (old: string, mark: string) => P.replace(old, mark)

describe('each pair of amendments has one relation, whichever comes first', () => {
  it.each([
    ['disjoint', on('La mairie', '{~~La mairie~>La commune~~}'), on('sans', '{~~sans~>avec~~}')],
    [
      'disjoint',
      on('La mairie', '{~~La mairie~>La commune~~}'),
      'Un {~~autre~>second~~} paragraphe.',
    ],
    [
      'adjacent',
      on('par commune', '{~~par commune~>par quartier~~}'),
      on('deux', '{~~deux~>trois~~}'),
    ],
    [
      'adjacent',
      on('gratuit.', 'gratuit.{++ Et ouvert à tous.++}'),
      on('gratuit', '{~~gratuit~>payant~~}'),
    ],
    ['adjacent', `${P}\n\n{++Un ajout.++}`, on('sans', '{~~sans~>avec~~}')],
    ['adjacent', '- un agent {~~formé~>payé~~} ;', '- un bureau {~~fermé~>ouvert~~} ;'],
    [
      'same-sentence',
      on('La mairie', '{~~La mairie~>La commune~~}'),
      on('un guichet', '{~~un guichet~>deux guichets~~}'),
    ],
    [
      'identical',
      on('deux', '{~~deux~>trois~~}'),
      on('deux jours', '{~~deux jours~>trois jours~~}'),
    ],
    ['identical', on('deux', '{--deux--}{++trois++}'), on('ouvre deux', 'ouvre {~~deux~>trois~~}')],
    ['identical', on('gratuit', '{++in++}gratuit'), on('gratuit', '{~~gratuit~>ingratuit~~}')],
    [
      'identical',
      '- un agent formé ;\n{++- une agente ;++}',
      '- un agent formé ;{++\n- une agente ;++}',
    ],
    ['same-point', on('jours', 'jours{++ entiers++}'), on('jours', 'jours{++ ouvrés++}')],
    [
      'same-point',
      '- un agent formé ;\n{++- une agente ;++}',
      '- un agent formé ;\n{++- deux agentes ;++}',
    ],
    ['same-point', on('deux', '{~~deux~>trois~~}'), on('deux', 'deux{++ longs++}')],
    [
      'contained',
      on(
        'Il ouvre deux jours par semaine.',
        '{~~Il ouvre deux jours par semaine~>Ouverture le lundi~~}.',
      ),
      on('deux', '{~~deux~>trois~~}'),
    ],
    [
      'contained',
      on('deux jours par ', '{--deux jours par --}'),
      on('jours par ', '{--jours par --}'),
    ],
    ['overlapping', on('deux', '{~~deux~>trois~~}'), on('deux', '{~~deux~>cinq~~}')],
    ['overlapping', on('deux', '{~~deux~>trois~~}'), on('jours', '{~~jours~>matins~~}')],
    [
      'overlapping',
      on('ouvre deux', '{~~ouvre deux~>ferme un~~}'),
      on('deux jours', '{~~deux jours~>le lundi~~}'),
    ],
    [
      'delete-edit',
      on(' Il est gratuit.', '{-- Il est gratuit.--}'),
      on('gratuit', '{~~gratuit~>payant~~}'),
    ],
    ['delete-edit', '{--- un bureau fermé ;--}', '- un bureau fermé{++ à clé++} ;'],
    ['delete-edit', '{--- un bureau fermé ;--}', '- un bureau fermé ;\n{++- une clé ;++}'],
    [
      'move-edit',
      '{--- un agent formé ;\n--}- un bureau fermé ;\n- une entrée.{++\n- un agent formé ;++}',
      '- un agent {~~formé~>payé~~} ;',
    ],
  ])('%s', (relation, one, other) => {
    expect(relationOf(hunks(one), hunks(other))).toBe(relation)
    expect(relationOf(hunks(other), hunks(one))).toBe(relation)
  })
})

it('two neighbouring items can both be deleted', () => {
  const [one, other] = [hunks('{--- un agent formé ;--}'), hunks('{--- un bureau fermé ;--}')]
  expect(isConflict(relationOf(one, other))).toBe(false)
  expect(applyHunks(BASE, [...one, ...other]).replace(/\n{3,}/g, '\n\n')).toBe(
    `${P}\n\n- une entrée.\n\nUn autre paragraphe.\n`,
  )
})

it('a word that stands twice in a row is deleted once, whichever of the two was marked', () => {
  const text = 'On ouvre ouvre deux jours.\n'
  const marks = [
    'On{~~ ouvre ouvre~> ouvre~~} deux jours.',
    'On {~~ouvre ouvre~>ouvre~~} deux jours.',
    'On ouvre {--ouvre --}deux jours.',
    'On{-- ouvre--} ouvre deux jours.',
  ]
  const read = marks.map((marked) => {
    const placed = readHunks(baseText(text), marked, null)
    return 'misplaced' in placed ? [] : placed.hunks
  })
  for (const one of read) expect(applyHunks(text, one)).toBe('On ouvre deux jours.\n')
})

it('an amendment that another holds is no obstacle to it, and asks for less: the two are not the same wish', () => {
  const both = `${on('deux', '{~~deux~>trois~~}')}\n\nUn {~~autre~>second~~} paragraphe.`
  const one = on('deux', '{~~deux~>trois~~}')
  expect(relationOf(hunks(both), hunks(one))).toBe('same-sentence')
  expect(relationOf(hunks(one), hunks(both))).toBe('same-sentence')
  expect(relationOf(hunks(both), hunks(both))).toBe('identical')
})

it('typography stands against nothing, and wins over no word', () => {
  const text = "L'accueil est ouvert.\n"
  const read = (marked: string) => {
    const placed = readHunks(baseText(text), marked, null)
    return 'misplaced' in placed ? [] : placed.hunks
  }
  const [typed, worded] = [
    read("{~~L'accueil~>L’accueil~~} est ouvert."),
    read("{~~L'accueil~>Le guichet~~} est ouvert."),
  ]
  expect(isConflict(relationOf(typed, worded))).toBe(false)
  expect(applyHunks(text, [...typed, ...worded])).toBe('Le guichet est ouvert.\n')
  expect(applyHunks(text, typed)).toBe('L’accueil est ouvert.\n')
})

it('collisions are those that all pairs would give, and conflicts tie groups', () => {
  const all = [
    on('deux', '{~~deux~>trois~~}'),
    on('deux', '{~~deux~>cinq~~}'),
    on('jours', '{~~jours~>matins~~}'),
    on('sans', '{~~sans~>avec~~}'),
    '- un agent {~~formé~>payé~~} ;',
    '{--- un agent formé ;--}',
    'Un {~~autre~>second~~} paragraphe.',
  ].map(hunks)
  const expected = all.flatMap((one, a) =>
    all.flatMap((other, b) => {
      const relation = b > a ? relationOf(one, other) : 'disjoint'
      return relation === 'disjoint' ? [] : [{ a, b, relation }]
    }),
  )
  expect(collisions(all)).toEqual(expected)
  expect(conflictGroups(all.length, collisions(all))).toEqual([
    [0, 1, 2],
    [4, 5],
  ])
})
