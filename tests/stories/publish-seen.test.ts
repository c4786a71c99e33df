import { expect, it } from 'vitest'
import { desk } from './desk.ts'
import { plain } from './plain.ts'

it('the site says what blocks, by which argument, and what fell; the minutes go with the edition', () => {
  const here = desk()
  here.edit('programme.yaml', 'date: 2025-06-01, ', '')
  here.cahier('open', 'guichet', 'courrier', '--closes', '2025-03-10')
  here.cahier('stance', 'exemple-a', 'guichet', 'objection', '--argument', 'Trop peu de jours.', '--lifts-if', 'Trois jours.')
  here.cahier('stance', 'exemple-b', 'guichet', 'consentement')
  here.cahier('stance', 'exemple-a', 'courrier', 'consentement')
  here.cahier('close', 'guichet', '--date', '2025-03-11')
  here.edit('axes/services/courrier.md', 'en un mois.', 'en quinze jours.')
  expect(here.cahier('publish', '--status', 'all', '--out', 'dist/x', '--date', '2025-03-12').code).toBe(0)
  const page = plain(here.read('dist/x/site/consensus.html'))
  expect(page).toMatch(
    /Ce qui bloque[\s\S]*Garantir un guichet[\s\S]*Exemple A \(exemple\)[\s\S]*Trop peu de jours\.[\s\S]*Trois jours\.[\s\S]*Ce qui est tombé/,
  )
  expect(page).toContain('La consultation ouverte le 1er mars 2025 est annulée : le texte a changé.')
  expect(page).toContain('Un consentement, à redemander : Exemple A.')
  expect(plain(here.read('dist/x/proces-verbaux/guichet.txt'))).toBe(plain(here.cahier('record', 'guichet', '--date', '2025-03-12').out))
  expect(here.has('dist/x/proces-verbaux/sobriete.txt')).toBe(false)
  expect(here.read('dist/x/SHA256SUMS')).toContain('  proces-verbaux/guichet.txt\n')
  expect(here.cahier('verify', 'dist/x').code).toBe(0)
})

it('where nothing blocks and nothing fell, the site does not speak of it', () => {
  const here = desk()
  here.cahier('publish', '--status', 'all', '--out', 'dist/x')
  expect(here.read('dist/x/site/consensus.html')).not.toMatch(/Ce qui (bloque|est tombé)/)
})
