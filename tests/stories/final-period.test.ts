import { expect, it } from 'vitest'
import { type Desk, desk } from './desk.ts'
import { plain } from './plain.ts'

const FILE = 'decisions/guichet.yaml'
const ROUGH =
  'method: rough, final-period: 10, answered: {more-than: 1/2}, missing-at-most: 1, new-concern: restart'

function roughRound(rule = ROUGH, closes = '2025-03-22'): Desk {
  const here = desk()
  here.edit('programme.yaml', 'method: consent, quorum: {at-least: 2/3}', rule)
  here.cahier('open', 'guichet', '--closes', closes)
  return here
}

function speak(here: Desk, member: string, day: string, ...words: readonly string[]): void {
  expect(here.cahier('stance', member, 'guichet', ...words, '--date', day).code).toBe(0)
}

function begin(here: Desk, day: string) {
  const { code, out, err } = here.cahier('final-period', 'guichet', '--date', day)
  return { code, said: plain(out + err) }
}

it('says what is missing until enough have answered and no objection is open', () => {
  const here = roughRound()
  expect(begin(here, '2025-03-02')).toEqual({
    code: 1,
    said: 'La période finale ne peut pas commencer : 0 membre a répondu sur 3, il en faut 2.\n',
  })
  speak(here, 'exemple-a', '2025-03-02', 'consent')
  speak(here, 'exemple-b', '2025-03-03', 'objection', '--argument', 'Non.')
  expect(begin(here, '2025-03-04')).toEqual({
    code: 1,
    said: 'La période finale ne peut pas commencer tant qu’une objection est ouverte ; objectent : exemple-b.\n',
  })
  expect(here.read(FILE)).not.toContain('final-period: [')
})

it('writes down the day it began; what members change afterwards does not shorten it', () => {
  const here = roughRound()
  speak(here, 'exemple-a', '2025-03-02', 'consent')
  speak(here, 'exemple-b', '2025-03-04', 'consent')
  expect(begin(here, '2025-03-05')).toEqual({
    code: 0,
    said: `écrit : ${FILE}\nLa période finale a commencé le 4 mars 2025 et dure jusqu’au soir du 14 mars 2025 : prévenez les membres. Une objection nouvelle la fera reprendre au début.\n`,
  })
  expect(here.read(FILE)).toContain('    final-period: [2025-03-04]\n')
  expect(begin(here, '2025-03-06').said).toBe(
    'La période finale court déjà, depuis le 4 mars 2025 et jusqu’au soir du 14 mars 2025.\n',
  )
  speak(here, 'exemple-b', '2025-03-18', 'réserve', '--argument', 'Le coût.')
  expect(plain(here.cahier('close', 'guichet', '--date', '2025-03-23').out)).toContain(
    'adoptée avec réserves. Aucune objection ouverte après 18 jours de période finale',
  )
  expect(here.cahier('check', '--date', '2025-03-23').code).toBe(0)
  here.edit(FILE, 'final-period: [2025-03-04]', 'final-period: [2025-03-03]')
  expect(here.cahier('check', '--date', '2025-03-23').code).toBe(1)
})

it('a new concern sends it back to its beginning, or only holds the conclusion', () => {
  const results = [ROUGH, ROUGH.replace('restart', 'hold')].map((rule) => {
    const here = roughRound(`${rule}}, rulings: [overruled], facilitators: [animation], rules: {`)
    speak(here, 'exemple-a', '2025-03-02', 'consent')
    speak(here, 'exemple-b', '2025-03-02', 'consent')
    begin(here, '2025-03-02')
    speak(here, 'exemple-c', '2025-03-10', 'objection', '--argument', 'Non.')
    expect(begin(here, '2025-03-11').code).toBe(1)
    here.cahier(
      'ruling',
      'guichet',
      'exemple-c',
      'écartée',
      '--reason',
      'Entendu.',
      '--by',
      'animation',
      '--date',
      '2025-03-16',
    )
    return plain(here.cahier('close', 'guichet', '--date', '2025-03-23').out)
  })
  expect(results[0]).toContain('non adoptée. 6 jours de période finale : il en fallait 10.')
  expect(results[1]).toContain(
    'adoptée avec réserves. Aucune objection ouverte après 20 jours de période finale',
  )
})

it('warns when the round cannot hold a final period, at its opening and later', () => {
  const here = roughRound(ROUGH, '2025-03-08')
  const open = here.cahier('open', 'sobriete', '--closes', '2025-03-08')
  expect({ code: open.code, err: plain(open.err) }).toEqual({
    code: 0,
    err: 'Le tour sur « sobriete » ne dure que 7 jours, et la règle en demande 10 : il ne pourra pas conclure ainsi.\n',
  })
  speak(here, 'exemple-a', '2025-03-02', 'consent')
  speak(here, 'exemple-b', '2025-03-02', 'consent')
  expect(begin(here, '2025-03-03').said).toContain(
    'La période finale ne durerait que 6 jours, du 2 mars 2025 à la fin du tour, le 8 mars 2025, et la règle en demande 10 : il faudra ouvrir un autre tour.',
  )
})

it('belongs to rough consensus, and to an open round', () => {
  const consent = desk()
  consent.cahier('open', 'guichet', '--closes', '2025-03-22')
  expect(begin(consent, '2025-03-02').said).toBe(
    'La règle du tour sur « guichet » n’a pas de période finale : seul un consensus approximatif (method: rough) en a une.\n',
  )
  expect(begin(desk(), '2025-03-02')).toEqual({
    code: 1,
    said: 'Aucun tour n’est ouvert sur « guichet ».\n',
  })
  expect(plain(desk().cahier('final-period').err)).toBe(
    'cahier : cahier final-period prend PROPOSITION (cahier final-period --help)\n',
  )
})
