import { expect, it } from 'vitest'
import { desk } from './desk.ts'
import { plain } from './plain.ts'

const first = [
  ...['transmit', 'union', '--name', 'Union', '--kind', 'syndicats', '--edition', '1'],
  ...['--proposals', 'guichet,courrier', '--date', '2025-06-10'],
] as const

it('takes the words people say, keeps earlier answers and every other line of the file', () => {
  const here = desk()
  here.cahier(...first)
  here.edit('transmissions/union.yaml', 'kind: syndicats', 'kind: syndicats # au congrès')
  for (const [word, day, answer] of [
    ['refusée', '2025-06-11', 'refused'],
    ['en partie', '2025-06-12', 'partly'],
    ['Repris', '2025-06-13', 'taken-up'],
    ['partly', '2025-06-14', 'partly'],
  ] as const) {
    expect(here.cahier('uptake', 'union', 'guichet', ...word.split(' '), '--date', day).code).toBe(
      0,
    )
    expect(here.read('transmissions/union.yaml')).toMatch(
      new RegExp(`answer: ${answer}\n +date: ${day}\n$`),
    )
  }
  expect(here.read('transmissions/union.yaml')).toContain('kind: syndicats # au congrès\n')
  expect(
    JSON.parse(here.cahier('transmit', '--format', 'json').out).transmissions[0].handed[0].answers,
  ).toHaveLength(4)
  const seen = here.cahier(
    'uptake',
    'union',
    'courrier',
    'reprise',
    '--date',
    '2025-07-01',
    '--dry-run',
  )
  expect(seen.code).toBe(0)
  expect(here.read('transmissions/union.yaml')).not.toContain('courrier\n        answer')
})

it('goes to the last edition that held the proposal, or to the one named', () => {
  const here = desk()
  here.cahier(...first)
  here.cahier(
    'transmit',
    'union',
    '--edition',
    '2',
    '--proposals',
    'guichet',
    '--date',
    '2025-07-01',
  )
  // Noted late: it was handed over before the other.
  here.cahier(
    'transmit',
    'union',
    '--edition',
    '0',
    '--proposals',
    'guichet',
    '--date',
    '2025-05-01',
  )
  here.cahier('uptake', 'union', 'guichet', 'reprise', '--date', '2025-08-01')
  here.cahier('uptake', 'union', 'guichet', 'refusée', '--edition', '1', '--date', '2025-08-02')
  const [union] = JSON.parse(here.cahier('transmit', '--format', 'json').out).transmissions
  expect(
    union.handed.map(({ edition, answers }: { edition: string; answers: { answer: string }[] }) => [
      edition,
      answers[0]?.answer,
    ]),
  ).toEqual([
    ['1', 'refused'],
    ['2', 'taken-up'],
    ['0', undefined],
  ])
})

it('refuses what would not be true, one sentence each, and writes nothing', () => {
  const here = desk()
  const refused = (...args: readonly string[]) => {
    const { code, err } = here.cahier('uptake', ...args)
    return `${code} ${plain(err)}`
  }
  expect(refused('union', 'guichet', 'reprise')).toContain('1 Rien n’a été remis à « union »')
  here.cahier(...first)
  const before = here.read('transmissions/union.yaml')
  expect(refused('unio', 'guichet', 'reprise')).toContain('vouliez-vous écrire « union » ?')
  expect(refused('union', 'sobriete', 'reprise')).toContain(
    '1 « sobriete » n’a pas été remise à « union »',
  )
  expect(refused('union', 'guichet', 'reprise', '--edition', '9')).toContain('dans l’édition « 9 »')
  expect(
    refused('union', 'guichet', 'reprise', '--date', '2025-07-01', '--link', 'example.org'),
  ).toContain('n’est pas une adresse')
  expect(refused('union', 'guichet', 'reprise', '--date', '2025-02-01')).toContain(
    'viendrait avant la remise',
  )
  expect(refused('union', 'guichet', 'peut-être')).toBe(
    '2 cahier : « peut-être » n’est pas une réponse : reprise, en-partie ou refusée\n',
  )
  expect(refused('union', 'guichet')).toContain(
    '2 cahier : cahier uptake prend DESTINATAIRE PROPOSITION reprise|en-partie|refusée',
  )
  expect(here.read('transmissions/union.yaml')).toBe(before)
})
