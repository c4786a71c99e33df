import { expect, it } from 'vitest'
import { desk } from './desk.ts'
import { plain } from './plain.ts'

it('tells every round in words: who said what, who said nothing, what came out', () => {
  const here = desk()
  here.cahier('open', 'guichet', '--closes', '2025-03-22')
  here.cahier('stance', 'exemple-a', 'guichet', 'consent')
  here.cahier(
    'stance',
    'exemple-b',
    'guichet',
    'objection',
    '--argument',
    'Trop peu.',
    '--lifts-if',
    'Trois jours.',
  )
  const during = plain(here.cahier('record', 'guichet').out)
  expect(during).toContain(
    '# Procès-verbal : Garantir un guichet\n\n## Tour du 1er mars 2025 au 22 mars 2025\n',
  )
  expect(during).toMatch(/Ce tour n’est pas clos\.\n$/)
  here.cahier('close', 'guichet', '--date', '2025-03-23')
  const after = plain(here.cahier('record', 'guichet', '--date', '2025-03-23').out)
  expect(after).toContain(
    'Règle : consentement (quorum d’au moins 2/3) ; 3 membres appelés à se prononcer.',
  )
  expect(after).toContain('- Exemple A [exemple] : consentement, 1er mars 2025\n')
  expect(after).toContain(
    '- Exemple B [exemple] : objection, 1er mars 2025 — « Trop peu. » Serait levée si : « Trois jours. »\n',
  )
  expect(after).toContain('N’a rien dit : Exemple C [exemple].\n')
  expect(after).toMatch(
    /Clos le 23 mars 2025 : bloquée\. 1 objection ouverte : la règle du consentement n’en admet aucune\. Quorum : 2 membres se sont exprimés sur 3, il en fallait 2 \(au moins 2\/3\)\./,
  )
})

it('a later change of a member’s file does not rewrite the minutes', () => {
  const here = desk()
  here.cahier('open', 'guichet', '--closes', '2025-03-22')
  here.cahier('stance', 'exemple-a', 'guichet', 'consent')
  here.cahier('close', 'guichet', '--date', '2025-03-23')
  const before = here.cahier('record', 'guichet', '--date', '2025-05-01').out
  here.cahier(
    'stance',
    'exemple-a',
    'guichet',
    'objection',
    '--argument',
    'Tout compte fait, non.',
    '--date',
    '2025-04-01',
  )
  expect(here.cahier('record', 'guichet', '--date', '2025-05-01').out).toBe(before)
})

it('says when no round was opened, and when there is no such proposal', () => {
  const here = desk()
  expect(plain(here.cahier('record', 'guichet').out)).toBe(
    '# Procès-verbal : Garantir un guichet\n\nAucun tour n’a été ouvert sur cette proposition.\n',
  )
  const { code, err } = here.cahier('record', 'guichets')
  expect({ code, err: plain(err) }).toEqual({
    code: 2,
    err: 'cahier : aucune proposition « guichets » : vouliez-vous écrire « guichet » ?\n',
  })
})

it('of a round that waits to be closed, says that a stance came too late, not that its day is to come', () => {
  const here = desk()
  here.cahier('open', 'guichet', '--closes', '2025-03-10')
  here.cahier('stance', 'exemple-a', 'guichet', 'consent', '--date', '2025-03-12')
  const { out } = here.cahier('record', 'guichet', '--date', '2025-03-15')
  expect(plain(out)).toContain(
    '- Exemple A [exemple] : consentement, 12 mars 2025 (la clôture était passée)\n',
  )
})

it('of a round that fell, says that a member spoke on another text, which may be a later one', () => {
  const here = desk()
  here.cahier('open', 'guichet', '--closes', '2025-03-10')
  here.edit('axes/services/guichet.md', 'deux jours', 'trois jours')
  here.cahier('stance', 'exemple-a', 'guichet', 'consent', '--date', '2025-03-02')
  here.cahier('open', 'guichet', '--closes', '2025-03-20', '--date', '2025-03-03')
  const minutes = plain(here.cahier('record', 'guichet', '--date', '2025-03-03').out)
  expect(minutes).toContain(
    '- Exemple A [exemple] : consentement, 2 mars 2025 (sur un autre texte)\n',
  )
  expect(minutes).toContain('- Exemple A [exemple] : consentement, 2 mars 2025\n')
})

it('quotes what was typed with straight apostrophes with those of print, and changes no file for that', () => {
  const here = desk()
  here.cahier('open', 'guichet', '--closes', '2025-03-22')
  here.cahier(
    'stance',
    'exemple-b',
    'guichet',
    'objection',
    '--argument',
    "Rien n'est dit de l'accueil.",
    '--lifts-if',
    "L'horaire est écrit.",
  )
  const positions = here.read('positions/exemple-b.yaml')
  for (const verb of ['record', 'status', 'log']) {
    const { out } = here.cahier(verb, 'guichet')
    expect(out).toContain('«\u00A0Rien n’est dit de l’accueil.\u00A0»')
    expect(out).not.toContain("'")
  }
  expect(here.read('positions/exemple-b.yaml')).toBe(positions)
})
