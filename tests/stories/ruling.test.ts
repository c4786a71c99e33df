import { expect, it } from 'vitest'
import { type Desk, desk } from './desk.ts'
import { plain } from './plain.ts'

const RULING = ['--reason', 'Porte sur un autre texte : le courrier.', '--by', 'exemple-b'] as const

function blocked(
  rule = '{method: consent, quorum: {at-least: 2/3}}',
  policy = ', rulings: [inadmissible, recused], facilitators: [exemple-b]',
): Desk {
  const here = desk()
  here.edit('programme.yaml', '{method: consent, quorum: {at-least: 2/3}}', `${rule}${policy}`)
  here.cahier('open', 'guichet', '--closes', '2025-03-22')
  here.cahier('stance', 'exemple-a', 'guichet', 'consent')
  here.cahier('stance', 'exemple-b', 'guichet', 'consent')
  here.cahier('stance', 'exemple-c', 'guichet', 'objection', '--argument', 'Le courrier suffit.')
  return here
}

const close = (here: Desk) => plain(here.cahier('close', 'guichet', '--date', '2025-03-23').out)

it('an objection ruled inadmissible no longer blocks, and stands in the minutes with the reasons', () => {
  const here = blocked()
  expect(
    here.cahier('ruling', 'guichet', 'exemple-c', 'irrecevable', ...RULING, '--date', '2025-03-05')
      .code,
  ).toBe(0)
  const digest = here.cahier('digest', 'axes/services/guichet.md').out.trim()
  expect(here.read('decisions/guichet.yaml')).toContain(`    rulings:
      - on: exemple-c
        ruling: inadmissible
        by: exemple-b
        date: 2025-03-05
        reason: >-
          Porte sur un autre texte : le courrier.
        objection: {date: 2025-03-01, text: ${digest}}
`)
  const minutes = close(here)
  expect(minutes).toContain(
    '- Arbitrage du 5 mars 2025, par Exemple B [exemple] : Exemple C [exemple], objection jugée irrecevable — « Porte sur un autre texte : le courrier. »\n',
  )
  expect(minutes).toMatch(
    /: adoptée avec réserves\. Aucune objection ouverte, et 2 consentements sur 3 membres, 1 objection ayant été écartée\. /,
  )
  expect(here.cahier('check').code).toBe(0)
})

it('dies when the member objects anew', () => {
  const here = blocked()
  here.cahier('ruling', 'guichet', 'exemple-c', 'inadmissible', ...RULING)
  here.cahier(
    'stance',
    'exemple-c',
    'guichet',
    'objection',
    '--argument',
    'Deux jours ne suffisent pas.',
    '--date',
    '2025-03-10',
  )
  const minutes = close(here)
  expect(minutes).toContain('(tombé depuis : une autre position a été donnée)')
  expect(minutes).toContain(': bloquée. 1 objection ouverte')
})

it('a member recused leaves the count', () => {
  const here = blocked()
  expect(here.cahier('ruling', 'guichet', 'exemple-c', 'recused', ...RULING).code).toBe(0)
  expect(close(here)).toContain(
    ': adoptée. Aucune objection ouverte, et 2 consentements sur 2 membres.',
  )
  expect(here.cahier('check').code).toBe(0)
})

it('the stance of a member recused is told to be in no count, and an objection that was set aside to be so', () => {
  const here = blocked()
  here.cahier('ruling', 'guichet', 'exemple-c', 'irrecevable', ...RULING)
  here.cahier('ruling', 'guichet', 'exemple-a', 'en-retrait', ...RULING)
  const { stances, tally } = JSON.parse(here.cahier('status', 'guichet', '--format', 'json').out)
    .proposals[0]
  expect(tally).toMatchObject({ electorate: 2, consent: 1, reservation: 1, objection: 0 })
  expect(stances['exemple-a']).toMatchObject({
    stance: 'consent',
    counted: false,
    why: 'ce collectif est en retrait de ce tour',
  })
  expect(stances['exemple-c']).toMatchObject({
    stance: 'objection',
    counted: true,
    why: 'jugée irrecevable',
  })
  expect(plain(here.cahier('status', 'guichet').out)).toContain(
    '  ! exemple-a — consentement (ne compte pas : ce collectif est en retrait de ce\n    tour)\n',
  )
  expect(plain(here.cahier('status').out)).toMatch(/^ {2}guichet +tour ouvert +! \S ✗$/m)
  for (const told of [plain(here.cahier('record', 'guichet').out), close(here)])
    expect(told).toMatch(
      /: consentement, \S+ mars 2025 \(ce collectif est en retrait de ce tour\)\n/,
    )
})

it('one that is dated in the future is waited for: a round does not close on it', () => {
  const here = blocked('{method: majority, at-least: 2/3, of: expressed, early-close: true}')
  here.cahier('ruling', 'guichet', 'exemple-a', 'en-retrait', ...RULING, '--date', '2025-03-20')
  const { code, err } = here.cahier('close', 'guichet', '--date', '2025-03-10')
  expect(`${code} ${plain(err)}`).toBe(
    '1 L’arbitrage qui vise « exemple-a » est daté du 20 mars 2025, qui est à venir : corrigez sa date, ou attendez ce jour pour clore.\n',
  )
  expect(here.read('decisions/guichet.yaml')).not.toContain('outcome')
})

it('one that the programme does not allow changes nothing in an open round', () => {
  const here = blocked()
  here.cahier('ruling', 'guichet', 'exemple-c', 'irrecevable', ...RULING)
  here.edit('programme.yaml', 'rulings: [inadmissible, recused]', 'rulings: [recused]')
  const { tally } = JSON.parse(here.cahier('status', 'guichet', '--format', 'json').out)
    .proposals[0]
  expect(tally).toMatchObject({ reservation: 0, objection: 1 })
})

it('only what the programme allows, by whom it names, and with reasons', () => {
  const said = (here: Desk, ...words: string[]) => {
    const before = here.read('decisions/guichet.yaml')
    const { code, err } = here.cahier('ruling', 'guichet', ...words)
    expect(here.read('decisions/guichet.yaml')).toBe(before)
    return `${code} ${plain(err)}`
  }
  const here = blocked()
  expect(said(here, 'exemple-c', 'écartée', ...RULING)).toBe(
    '1 Le programme ne permet pas cet arbitrage (objection écartée) ; permis : inadmissible (objection irrecevable), recused (membre en retrait).\n',
  )
  expect(said(here, 'exemple-c', 'irrecevable', '--reason', 'Non.', '--by', 'exemple-a')).toBe(
    '1 « exemple-a » ne peut pas rendre d’arbitrage ; peuvent le faire : exemple-b.\n',
  )
  expect(said(here, 'exemple-c', 'irrecevable', '--by', 'exemple-b')).toBe(
    '1 Un arbitrage se donne avec ses raisons : ajoutez --reason "…".\n',
  )
  expect(said(here, 'exemple-a', 'irrecevable', ...RULING)).toBe(
    '1 « exemple-a » n’a pas d’objection ouverte sur « guichet ».\n',
  )
  expect(said(here, 'exemple-d', 'irrecevable', ...RULING)).toMatch(
    /^2 cahier : aucun collectif « exemple-d »/,
  )
  here.write(
    'collectives/exemple-d.yaml',
    'name: Exemple D\nkind: association\nexample: true\njoined: 2025-03-02\n',
  )
  expect(said(here, 'exemple-d', 'irrecevable', ...RULING)).toBe(
    '1 « exemple-d » n’est pas membre de ce tour.\n',
  )
  expect(said(here, 'exemple-c', 'nulle', ...RULING)).toBe(
    '2 cahier : « nulle » n’est pas un arbitrage : irrecevable, écartée ou en-retrait\n',
  )
  expect(said(here, 'exemple-c', 'irrecevable', '--reason', 'Non.')).toBe(
    '2 cahier : il manque --by ANIMATION, qui rend l’arbitrage : un identifiant de decision.facilitators (cahier ruling --help)\n',
  )
  here.cahier('ruling', 'guichet', 'exemple-c', 'irrecevable', ...RULING)
  expect(said(here, 'exemple-c', 'irrecevable', ...RULING)).toBe(
    '1 Un arbitrage a déjà été rendu sur « exemple-c » dans ce tour.\n',
  )
  const silent = blocked(undefined, '')
  expect(said(silent, 'exemple-c', 'irrecevable', ...RULING)).toBe(
    '1 Le programme ne permet pas cet arbitrage (objection irrecevable) : il n’en permet aucun (decision.rulings).\n',
  )
  expect(said(silent, 'exemple-c', 'irrecevable', ...RULING, '--lang', 'en')).toBe(
    '1 The programme does not allow this ruling (inadmissible): it allows none (decision.rulings).\n',
  )
})

it('turns no vote', () => {
  const here = blocked('{method: majority, at-least: 3/4, of: expressed}')
  expect(plain(here.cahier('ruling', 'guichet', 'exemple-c', 'irrecevable', ...RULING).err)).toBe(
    'Sous cette règle, l’objection de « exemple-c » est un vote contre : il n’y a rien à arbitrer.\n',
  )
})

it('there is nothing to rule on where nothing is open', () => {
  const here = blocked()
  close(here)
  expect(
    plain(
      here.cahier(
        'ruling',
        'guichet',
        'exemple-c',
        'irrecevable',
        ...RULING,
        '--date',
        '2025-03-24',
      ).err,
    ),
  ).toBe('Aucun tour n’est ouvert sur « guichet ».\n')
})

it('a facilitator is a role, who need not be a member', () => {
  const here = blocked(undefined, ', rulings: [inadmissible], facilitators: [animation]')
  here.cahier(
    'ruling',
    'guichet',
    'exemple-c',
    'irrecevable',
    '--reason',
    'Hors sujet.',
    '--by',
    'animation',
  )
  expect(close(here)).toContain('par animation : Exemple C [exemple], objection jugée irrecevable')
  expect(here.cahier('check').code).toBe(0)
})

it('a ruling written by hand, by whom nobody named, is found by check and refused at the close', () => {
  const here = blocked()
  here.cahier('ruling', 'guichet', 'exemple-c', 'irrecevable', ...RULING)
  here.edit('decisions/guichet.yaml', 'by: exemple-b', 'by: exemple-a')
  expect(plain(here.cahier('check').out)).toContain('« exemple-a » ne peut pas rendre d’arbitrage')
  expect(plain(here.cahier('close', 'guichet', '--date', '2025-03-23').err)).toBe(
    '« exemple-a » ne peut pas rendre d’arbitrage ; peuvent le faire : exemple-b.\n',
  )
  expect(here.read('decisions/guichet.yaml')).not.toContain('outcome')
})
