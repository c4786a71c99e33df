import { expect, it } from 'vitest'
import { type Desk, desk, realDesk } from './desk.ts'
import { plain } from './plain.ts'

function twoRounds(): Desk {
  const here = desk()
  here.cahier('open', 'guichet', 'sobriete', '--closes', '2025-03-22')
  here.cahier('stance', 'exemple-a', 'guichet', 'consent')
  here.cahier('stance', 'exemple-b', 'guichet', 'réserve', '--argument', 'Le coût.')
  here.cahier('stance', 'exemple-c', 'guichet', 'objection', '--argument', 'Deux jours ne suffisent pas.')
  here.cahier('stance', 'exemple-a', 'sobriete', 'abstention')
  return here
}

it('shows members by proposals, with a legend', () => {
  const { code, out } = twoRounds().cahier('status')
  expect(code).toBe(0)
  expect(plain(out)).toBe(`Petit programme, au 1er mars 2025

                        A B C
Des services pour tout le monde
  guichet   tour ouvert ✓ ~ ✗
  courrier  brouillon   · · ·
Des réseaux sobres
  brouillon brouillon   · · ·
  sobriete  tour ouvert – · ·

Membres
 A  Exemple A (exemple)
 B  Exemple B (exemple)
 C  Exemple C (exemple)

Signes : ✓ consentement, ~ réserve, ✗ objection, – abstention, · rien encore,
         ? à redemander car le texte a changé

4 propositions : 2 brouillons · 2 tours ouverts.
`)
})

it('the same in English', () => {
  const { out } = twoRounds().cahier('status', '--lang', 'en')
  expect(plain(out)).toContain('Petit programme, on 1 March 2025\n')
  expect(plain(out)).toContain('  sobriete  round open – · ·\n')
  expect(plain(out)).toContain('4 proposals: 2 drafts · 2 rounds open.\n')
})

it('tells one proposal in words, arguments included', () => {
  const { out } = twoRounds().cahier('status', 'guichet')
  expect(plain(out)).toMatch(/^Garantir un guichet\nTour ouvert jusqu’au 22 mars 2025 : tous les membres ont répondu, 1 objection\.\n/)
  expect(plain(out)).toContain('  ✗ exemple-c — objection — « Deux jours ne suffisent pas. »\n')
})

it('who consented to an earlier text is to be asked again; an objection stands', () => {
  const here = twoRounds()
  here.edit('axes/services/guichet.md', 'deux jours', 'trois jours')
  expect(plain(here.cahier('status').out)).toMatch(/ {2}guichet {3}tour nul {4}\? \? ✗\n/)
})

it('looks at another day: before the round, and after its close', () => {
  const here = twoRounds()
  const statusOn = (day: string) => JSON.parse(here.cahier('status', 'guichet', '--format', 'json', '--date', day).out).proposals[0].status
  expect(statusOn('2025-02-28')).toBe('draft')
  expect(statusOn('2025-03-22')).toBe('open')
  expect(statusOn('2025-03-23')).toBe('overdue')
  here.cahier('close', 'guichet', '--date', '2025-03-24')
  expect(statusOn('2025-03-23')).toBe('overdue')
  expect(statusOn('2025-03-24')).toBe('blocked')
})

it('gives programs the whole of it', () => {
  const here = twoRounds()
  const { proposals } = JSON.parse(here.cahier('status', '--format', 'json').out)
  expect(proposals.map(({ id }: { id: string }) => id)).toEqual(['guichet', 'courrier', 'brouillon', 'sobriete'])
  const digest = here.cahier('digest', 'axes/services/guichet.md').out.trim()
  expect(proposals[0]).toEqual({
    id: 'guichet',
    axis: 'services',
    status: 'open',
    digest,
    round: { opened: '2025-03-01', closes: '2025-03-22' },
    stances: {
      'exemple-a': { stance: 'consent', state: 'fresh', counted: true },
      'exemple-b': { stance: 'reservation', state: 'fresh', counted: true },
      'exemple-c': { stance: 'objection', state: 'fresh', counted: true },
    },
    missing: [],
    tally: { electorate: 3, consent: 1, reservation: 1, objection: 1, abstention: 0, silent: 0 },
    handedOver: [],
    why: expect.stringMatching(/^tour ouvert jusqu’au 22 mars 2025/),
  })
})

it.each([
  ['80', 80],
  ['50', 50],
])('the real programme fits in %s columns, with every member in sight', (columns, width) => {
  const { out } = realDesk().where({ CAHIER_DATE: '2026-11-24', COLUMNS: columns }).cahier('status')
  const lines = out.split('\n')
  expect(lines.filter((line) => [...line].length > width && !line.startsWith('Le programme') && !/^\p{Lu}/u.test(line))).toEqual([])
  expect(lines).toContainEqual(expect.stringMatching(/^ +A B C D E F$/))
  expect(plain(out)).toContain('Signes : ✓ consentement')
})

it('every status that a proposal can have is somewhere in the real programme', () => {
  const { out } = realDesk().where({ CAHIER_DATE: '2026-11-24' }).cahier('status', '--format', 'json')
  const statuses = new Set(JSON.parse(out).proposals.map(({ status }: { status: string }) => status))
  expect([...statuses].sort()).toEqual(
    [
      'adopted',
      'adopted-with-reservations',
      'blocked',
      'changed',
      'draft',
      'merged',
      'no-quorum',
      'open',
      'overdue',
      'rejected',
      'void',
      'withdrawn',
    ].sort(),
  )
})
