import { expect, it } from 'vitest'
import { type Desk, desk } from './desk.ts'
import { plain } from './plain.ts'

function openRound(): Desk {
  const here = desk()
  here.cahier('open', 'guichet', '--closes', '2025-03-22')
  return here
}

function speak(here: Desk, member: string, ...words: readonly string[]): void {
  expect(here.cahier('stance', member, 'guichet', ...words).code).toBe(0)
}

it('waits for the evening of the last day', () => {
  const here = openRound()
  const { code, err } = here.cahier('close', 'guichet', '--date', '2025-03-22')
  expect({ code, err: plain(err) }).toEqual({
    code: 1,
    err: 'Le tour sur « guichet » dure jusqu’au soir du 22 mars 2025 : rien n’est écrit.\n',
  })
  expect(here.read('decisions/guichet.yaml')).not.toContain('outcome')
})

it('adopts, explains, and keeps copies of what was counted', () => {
  const here = openRound()
  speak(here, 'exemple-a', 'consentement')
  speak(here, 'exemple-b', 'réserve', '--argument', 'Le coût : à suivre.')
  const { code, out } = here.cahier('close', 'guichet', '--date', '2025-03-23')
  expect(code).toBe(0)
  expect(plain(out)).toContain('écrit : decisions/guichet/2025-03-01/positions/exemple-b.yaml\n')
  expect(plain(out)).toMatch(
    /Clos le 23 mars 2025 : adoptée avec réserves\. Aucune objection ouverte, et 2 consentements sur 3 membres, dont 1 avec réserve\.\n$/,
  )
  expect(here.bytes('decisions/guichet/2025-03-01/positions/exemple-a.yaml')).toEqual(here.bytes('positions/exemple-a.yaml'))
  expect(plain(here.cahier('check').out)).toMatch(/Recalculés : 1 texte figé, 1 résultat de tour\.\n$/)
})

it('one objection blocks, and too few voices decide nothing', () => {
  const blocked = openRound()
  speak(blocked, 'exemple-a', 'consent')
  speak(blocked, 'exemple-b', 'objection', '--argument', 'Deux jours ne suffisent pas.', '--lifts-if', 'Trois jours.')
  expect(plain(blocked.cahier('close', 'guichet', '--date', '2025-03-23').out)).toContain(
    'Clos le 23 mars 2025 : bloquée. 1 objection ouverte : la règle du consentement n’en admet aucune.',
  )
  const alone = openRound()
  speak(alone, 'exemple-a', 'consent')
  expect(alone.cahier('close', 'guichet', '--date', '2025-03-23', '--lang', 'en').out).toContain(
    'Closed on 23 March 2025: quorum not met. 1 of 3 members spoke: 2 were needed.',
  )
})

it('a voice that comes after the last day is kept, and not counted', () => {
  const here = openRound()
  speak(here, 'exemple-a', 'consent')
  speak(here, 'exemple-b', 'consent', '--date', '2025-03-24')
  const { out } = here.cahier('close', 'guichet', '--date', '2025-03-25')
  expect(plain(out)).toContain('- Exemple B [exemple] : consentement, 24 mars 2025 (est arrivée après la clôture)')
  expect(plain(out)).toContain('quorum non atteint')
  expect(here.cahier('check').code).toBe(0)
})

it('decides nothing over a positions file that cannot be read', () => {
  const here = openRound()
  here.write(
    'positions/exemple-c.yaml',
    'programme: petit-programme\ncollective: exemple-c\nserial: 1\npositions: {guichet: {stance: objection',
  )
  const { code, err } = here.cahier('close', 'guichet', '--date', '2025-03-23')
  expect({ code, err: plain(err) }).toEqual({
    code: 1,
    err: '« positions/exemple-c.yaml » contient des erreurs : lancez « cahier lint » et corrigez-les d’abord.\n',
  })
  here.write('positions/exemple-c.yaml', Buffer.from('collective: exemple-c # rédigé hier\n', 'latin1'))
  expect(here.cahier('close', 'guichet', '--date', '2025-03-23').code).toBe(1)
  expect(here.read('decisions/guichet.yaml')).not.toContain('outcome')
})

it('a proposal withdrawn during its round makes it void', () => {
  const here = openRound()
  for (const member of ['exemple-a', 'exemple-b', 'exemple-c']) speak(here, member, 'consent')
  here.edit('axes/services/guichet.md', 'authors:', 'withdrawn: {date: 2025-03-10, reason: Reprise dans une loi.}\nauthors:')
  expect(here.cahier('close', 'guichet', '--date', '2025-03-23').code).toBe(0)
  expect(here.read('decisions/guichet.yaml')).toContain('result: void')
})

it('there is nothing to close where nothing is open', () => {
  const here = desk()
  const { code, err } = here.cahier('close', 'guichet')
  expect({ code, err: plain(err) }).toEqual({ code: 1, err: 'Aucun tour n’est ouvert sur « guichet ».\n' })
  expect(here.cahier('close').code).toBe(2)
})
