import { expect, it } from 'vitest'
import { desk } from './desk.ts'
import { plain } from './plain.ts'

it('the site says what blocks, by which argument, and what fell; the minutes go with the edition', () => {
  const here = desk()
  here.edit('programme.yaml', 'date: 2025-06-01, ', '')
  here.cahier('open', 'guichet', 'courrier', '--closes', '2025-03-10')
  here.cahier(
    'stance',
    'exemple-a',
    'guichet',
    'objection',
    '--argument',
    'Trop peu de jours.',
    '--lifts-if',
    'Trois jours.',
  )
  here.cahier('stance', 'exemple-b', 'guichet', 'consentement')
  here.cahier('stance', 'exemple-a', 'courrier', 'consentement')
  here.cahier('close', 'guichet', '--date', '2025-03-11')
  here.edit('axes/services/courrier.md', 'en un mois.', 'en quinze jours.')
  expect(
    here.cahier('publish', '--status', 'all', '--out', 'dist/x', '--date', '2025-03-12').code,
  ).toBe(0)
  const page = plain(here.read('dist/x/site/consensus.html'))
  expect(page).toMatch(
    /Ce qui bloque[\s\S]*Garantir un guichet[\s\S]*Exemple A \(exemple\)[\s\S]*Trop peu de jours\.[\s\S]*Trois jours\.[\s\S]*Ce qui est tombé/,
  )
  expect(page).toContain(
    'La consultation ouverte le 1er mars 2025 est annulée : le texte a changé.',
  )
  expect(page).toContain('Un consentement, à redemander : Exemple A.')
  expect(plain(here.read('dist/x/proces-verbaux/guichet.txt'))).toBe(
    plain(here.cahier('record', 'guichet', '--date', '2025-03-12').out),
  )
  expect(here.has('dist/x/proces-verbaux/sobriete.txt')).toBe(false)
  expect(here.read('dist/x/SHA256SUMS')).toContain('  proces-verbaux/guichet.txt\n')
  expect(here.cahier('verify', 'dist/x').code).toBe(0)
})

it('where nothing blocks and nothing fell, the site does not speak of it', () => {
  const here = desk()
  here.cahier('publish', '--status', 'all', '--out', 'dist/x')
  expect(here.read('dist/x/site/consensus.html')).not.toMatch(/Ce qui (bloque|est tombé)/)
})

it('an edition of what is adopted shows where the others stand all the same, and prints none of them', () => {
  const here = desk()
  here.edit('programme.yaml', 'date: 2025-06-01, ', '')
  here.cahier('open', 'guichet', 'sobriete', '--closes', '2025-03-10')
  for (const member of ['exemple-a', 'exemple-b'])
    here.cahier('stance', member, 'guichet', 'consent')
  here.cahier(
    'stance',
    'exemple-a',
    'sobriete',
    'objection',
    '--argument',
    'Un plafond affiché ne freine rien.',
  )
  here.cahier('stance', 'exemple-b', 'sobriete', 'consent')
  for (const id of ['guichet', 'sobriete']) here.cahier('close', id, '--date', '2025-03-11')
  expect(
    here.cahier('publish', '--format', 'html', '--out', 'dist/x', '--date', '2025-03-12').code,
  ).toBe(0)
  const page = plain(here.read('dist/x/site/consensus.html'))
  expect(page).toContain('Les propositions que cette édition n’imprime pas sont ici aussi')
  expect(page).toMatch(
    /Ce qui bloque[\s\S]*<h3>4\. Freiner les forfaits illimités[\s\S]*Un plafond affiché ne freine rien\./,
  )
  expect(page).toMatch(
    /<a href="services\/guichet\.html">1\. Garantir un guichet[\s\S]*<th scope="row">2\. Répondre au courrier/,
  )
  expect(page.match(/<svg class="bar"/g)).toHaveLength(4)
  expect(here.files().filter((path) => path.endsWith('/sobriete.html'))).toEqual([])
  expect(page).toMatch(
    /adoptée : 1[\s\S]*à l’état de projet : 2[\s\S]*bloquée par une objection : 1/,
  )
})
