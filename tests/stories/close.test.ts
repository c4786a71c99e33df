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
  const { code, out, err } = here.cahier('close', 'guichet', '--date', '2025-03-23')
  expect(code).toBe(0)
  expect(plain(out)).toContain('écrit : decisions/guichet/2025-03-01/positions/exemple-b.yaml\n')
  expect(plain(out)).toMatch(
    /Clos le 23 mars 2025 : adoptée avec réserves\. Aucune objection ouverte, et 2 consentements sur 3 membres, dont 1 avec réserve\. Quorum : 2 membres se sont exprimés sur 3, il en fallait 2 \(au moins 2\/3\)\. Ont fait la différence, chacun à lui seul : Exemple A \[exemple\] \(consentement\), Exemple B \[exemple\] \(réserve\) ; sans l’une de ces positions, le quorum n’aurait pas été atteint\.\n$/,
  )
  expect(plain(err)).toMatch(
    /^Quand cette mesure sera-t-elle relue \? Ajoutez « review: AAAA-MM-JJ » en tête du fichier axes\/services\/guichet\.md/,
  )
  expect(here.bytes('decisions/guichet/2025-03-01/positions/exemple-a.yaml')).toEqual(
    here.bytes('positions/exemple-a.yaml'),
  )
  expect(plain(here.cahier('check').out)).toMatch(
    /Recalculés : 1 texte figé, 1 résultat de tour\.\n$/,
  )
})

it('tells the many copies of a large round by their folder', () => {
  const here = desk()
  const members = ['d', 'e', 'f', 'g', 'h'].map((letter) => `exemple-${letter}`)
  for (const id of members)
    here.write(
      `collectives/${id}.yaml`,
      `name: ${id}\nkind: association\nexample: true\njoined: 2025-01-01\n`,
    )
  here.cahier('open', 'guichet', '--closes', '2025-03-22')
  for (const id of ['exemple-a', 'exemple-b', ...members]) speak(here, id, 'consentement')
  const { out } = here.cahier('close', 'guichet', '--date', '2025-03-23')
  expect(plain(out).split('\n').slice(0, 3)).toEqual([
    'écrit : decisions/guichet.yaml',
    'écrit : decisions/guichet/2025-03-01/positions/ (7 fichiers)',
    '',
  ])
})

it('explains beforehand what it would decide, and writes nothing', () => {
  const here = openRound()
  speak(here, 'exemple-a', 'consentement')
  speak(here, 'exemple-b', 'réserve', '--argument', 'Le coût : à suivre.')
  const files = here.files()
  const dry = here.cahier('close', 'guichet', '--date', '2025-03-23', '--dry-run')
  expect([dry.code, dry.err, here.files()]).toEqual([0, '', files])
  const minutes = /\n# .*/s.exec(here.cahier('close', 'guichet', '--date', '2025-03-23').out)?.[0]
  expect(minutes).toContain('Clos le 23 mars 2025')
  expect(dry.out.endsWith(minutes ?? '')).toBe(true)
})

it('one objection blocks, and too few voices decide nothing', () => {
  const blocked = openRound()
  speak(blocked, 'exemple-a', 'consent')
  speak(
    blocked,
    'exemple-b',
    'objection',
    '--argument',
    'Deux jours ne suffisent pas.',
    '--lifts-if',
    'Trois jours.',
  )
  expect(plain(blocked.cahier('close', 'guichet', '--date', '2025-03-23').out)).toContain(
    'Clos le 23 mars 2025 : bloquée. 1 objection ouverte : la règle du consentement n’en admet aucune. Quorum : 2 membres se sont exprimés sur 3, il en fallait 2 (au moins 2/3).\n',
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
  expect(plain(out)).toContain(
    '- Exemple B [exemple] : consentement, 24 mars 2025 (la clôture était passée)',
  )
  expect(plain(out)).toContain('quorum non atteint')
  expect(here.cahier('check').code).toBe(0)
})

it.each(['positions/exemple-a', 'decisions/guichet'])(
  'decides nothing while a shared folder left a copy of %s',
  (file) => {
    const here = openRound()
    speak(here, 'exemple-a', 'objection', '--argument', 'Trop cher.')
    const copy = `${file} (conflicted copy 2025-03-20).yaml`
    here.write(copy, here.read(`${file}.yaml`))
    for (const member of ['exemple-a', 'exemple-b', 'exemple-c']) speak(here, member, 'consent')
    expect(here.cahier('close', 'guichet', '--date', '2025-03-23')).toMatchObject({ code: 1 })
    expect(plain(here.cahier('close', 'guichet', '--date', '2025-03-23').err)).toContain(
      `« ${copy} »`,
    )
    here.remove(copy)
    expect(here.cahier('close', 'guichet', '--date', '2025-03-23').code).toBe(0)
  },
)

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
  here.write(
    'positions/exemple-c.yaml',
    Buffer.from('collective: exemple-c # rédigé hier\n', 'latin1'),
  )
  expect(here.cahier('close', 'guichet', '--date', '2025-03-23').code).toBe(1)
  expect(here.read('decisions/guichet.yaml')).not.toContain('outcome')
})

it('a proposal withdrawn during its round makes it void', () => {
  const here = openRound()
  for (const member of ['exemple-a', 'exemple-b', 'exemple-c']) speak(here, member, 'consent')
  here.edit(
    'axes/services/guichet.md',
    'authors:',
    'withdrawn: {date: 2025-03-10, reason: Reprise dans une loi.}\nauthors:',
  )
  expect(here.cahier('close', 'guichet', '--date', '2025-03-23').code).toBe(0)
  expect(here.read('decisions/guichet.yaml')).toContain('result: void')
  expect(plain(here.cahier('record', 'guichet', '--date', '2025-03-23').out)).toContain(
    'tour nul : la proposition a été retirée le 10 mars 2025 (« Reprise dans une loi. »).',
  )
})

it('a text that changed during its round makes it void, and what changed is named', () => {
  const here = openRound()
  for (const member of ['exemple-a', 'exemple-b', 'exemple-c']) speak(here, member, 'consent')
  here.edit('axes/services/guichet.md', 'deux jours', 'trois jours')
  here.edit(
    'axes/services/guichet.md',
    'title: Garantir un guichet',
    'title: Garantir un vrai guichet',
  )
  const { code, out } = here.cahier('close', 'guichet', '--date', '2025-03-10')
  expect(code).toBe(0)
  expect(plain(out)).toMatch(
    /Clos le 10 mars 2025 : tour nul : le texte n’est plus celui qui avait été figé ; a changé : le titre, « Ce que nous proposons »\.\n$/,
  )
  expect(here.cahier('check').code).toBe(0)
})

it('consents to an earlier text are no quorum: nothing is rejected, members are to be asked again', () => {
  const here = desk()
  for (const member of ['exemple-a', 'exemple-b', 'exemple-c']) speak(here, member, 'consent')
  here.edit('axes/services/guichet.md', 'deux jours', 'trois jours')
  here.cahier('open', 'guichet', '--closes', '2025-03-22')
  const { out } = here.cahier('close', 'guichet', '--date', '2025-03-23')
  expect(plain(out)).toContain(
    '- Exemple A [exemple] : consentement, 1er mars 2025 (le texte a changé depuis)\n',
  )
  expect(plain(out)).toMatch(
    /Clos le 23 mars 2025 : quorum non atteint\. 0 membre s’est exprimé sur 3 : il en fallait 2\.\n$/,
  )
})

it('a member that left before the end is absent, and stays on the list', () => {
  const here = openRound()
  for (const member of ['exemple-a', 'exemple-b', 'exemple-c']) speak(here, member, 'consent')
  here.edit(
    'collectives/exemple-c.yaml',
    'joined: 2025-01-15',
    'joined: 2025-01-15\nleft: 2025-03-10',
  )
  const { out } = here.cahier('close', 'guichet', '--date', '2025-03-23')
  expect(plain(out)).toContain(
    '- Exemple C [exemple] : consentement, 1er mars 2025 (ce collectif a quitté le programme avant la fin du tour)\n',
  )
  expect(plain(out)).toContain('2 consentements sur 3 membres')
  expect(here.cahier('check').code).toBe(0)
  here.edit(
    'collectives/exemple-b.yaml',
    'joined: 2025-01-01',
    'joined: 2025-01-01\nleft: 2025-03-20',
  )
  expect(here.cahier('check').code).toBe(0)
})

it('a late objection undoes nothing, and is to be looked at', () => {
  const here = openRound()
  for (const member of ['exemple-a', 'exemple-b']) speak(here, member, 'consent')
  here.cahier('close', 'guichet', '--date', '2025-03-23')
  speak(
    here,
    'exemple-c',
    'objection',
    '--argument',
    'Trop tard, mais non.',
    '--date',
    '2025-03-24',
  )
  expect(plain(here.cahier('status', 'guichet', '--date', '2025-03-25').out)).toContain(
    'Adoptée le 23 mars 2025 ; 1 objection est arrivée depuis : rien n’en est défait,\n    mais il faut y revenir.\n',
  )
  expect(here.cahier('check', '--date', '2025-03-25').code).toBe(0)
})

it('closes early where the rule allows it and nothing left can change the result, and only then', () => {
  const here = desk()
  here.edit(
    'programme.yaml',
    'quorum: {at-least: 2/3}',
    'quorum: {at-least: 2/3}, early-close: true',
  )
  here.cahier('open', 'guichet', '--closes', '2025-03-22')
  for (const member of ['exemple-a', 'exemple-b']) speak(here, member, 'consent')
  const early = here.cahier('close', 'guichet', '--date', '2025-03-05')
  expect({ code: early.code, err: plain(early.err) }).toEqual({
    code: 1,
    err: 'Le tour sur « guichet » dure jusqu’au soir du 22 mars 2025, et ce qui reste à dire peut encore en changer le résultat : rien n’est écrit.\n',
  })
  expect(here.read('decisions/guichet.yaml')).not.toContain('outcome')
  speak(here, 'exemple-c', 'abstention', '--date', '2025-03-04')
  const { code, out } = here.cahier('close', 'guichet', '--date', '2025-03-05')
  expect(code).toBe(0)
  expect(plain(out)).toContain(
    'Clos le 5 mars 2025 : adoptée. Aucune objection ouverte, et 2 consentements sur 3 membres.',
  )
  expect(plain(out)).toContain(
    'Ce tour a été clos avant son dernier jour, comme la règle le permet',
  )
  expect(here.cahier('check', '--date', '2025-03-06').code).toBe(0)
})

it('there is nothing to close where nothing is open', () => {
  const here = desk()
  const { code, err } = here.cahier('close', 'guichet')
  expect({ code, err: plain(err) }).toEqual({
    code: 1,
    err: 'Aucun tour n’est ouvert sur « guichet ».\n',
  })
  expect(here.cahier('close').code).toBe(2)
})

it('does not take a member for silent whose file bears another name, or a conflict that nobody settled', () => {
  const here = desk()
  here.cahier('open', 'guichet', '--closes', '2025-03-22')
  for (const member of ['exemple-a', 'exemple-b'])
    here.cahier('stance', member, 'guichet', 'consent')
  here.cahier('stance', 'exemple-c', 'guichet', 'objection', '--argument', 'Non.')
  const file = here.read('positions/exemple-c.yaml')
  here.remove('positions/exemple-c.yaml')
  here.write('positions/exemple-c.yml', file)
  const close = () => here.cahier('close', 'guichet', '--date', '2025-03-23')
  expect(close().code).toBe(1)
  expect(plain(close().err)).toBe(
    '« positions/exemple-c.yml » contient des erreurs : lancez « cahier lint » et corrigez-les d’abord.\n',
  )
  here.remove('positions/exemple-c.yml')
  here.write('positions/exemple-c.yaml', file.replace('serial: 1\n', 'serial: 1\n>>>>>>> samedi\n'))
  expect(plain(close().err)).toContain('« positions/exemple-c.yaml » contient des erreurs')
  here.write('positions/exemple-c.yaml', file)
  expect(plain(close().out)).toContain(': bloquée.')
})

it('says once what stands in the way of several proposals', () => {
  const here = desk()
  here.cahier('open', 'guichet', 'courrier', '--closes', '2025-03-22')
  here.write('positions/exemple-c.yaml', 'programme: [')
  const { code, err } = here.cahier('close', 'guichet', 'courrier', '--date', '2025-03-23')
  expect(code).toBe(1)
  expect(plain(err)).toBe(
    '« positions/exemple-c.yaml » contient des erreurs : lancez « cahier lint » et corrigez-les d’abord.\n',
  )
})

// A copy of a repository lacks pictures that Git LFS keeps, until they are asked for.
const POINTER = `version https://git-lfs.github.com/spec/v1\noid sha256:${'4d7a2146'.repeat(8)}\nsize 12345\n`

it.each([
  ['that is not there', null],
  ['of which Git LFS left but the address', POINTER],
])(
  'a text that shows a picture %s is not taken for another: no round is void, none opens, and nobody speaks on it',
  (_, left) => {
    const [here, picture] = [desk(), 'assets/plan.png']
    here.write(picture, '<svg xmlns="http://www.w3.org/2000/svg"/>')
    for (const name of ['guichet', 'courrier'])
      here.edit(
        `axes/services/${name}.md`,
        'proposons\n',
        'proposons\n\n![Un plan][plan]\n\n[plan]: ../../assets/plan.png\n',
      )
    here.cahier('open', 'guichet', '--closes', '2025-03-22')
    if (left === null) here.remove(picture)
    else here.write(picture, left)
    const before = here.files()
    for (const words of [
      ['close', 'guichet', '--date', '2025-03-23'],
      ['stance', 'exemple-a', 'guichet', 'consent'],
      ['open', 'courrier', '--closes', '2025-03-22'],
    ]) {
      const { code, err } = here.cahier(...words)
      // What lint calls an error, open refuses in its own words.
      expect([code, plain(err)]).toEqual([
        1,
        expect.stringMatching(
          /montre « assets\/plan\.png », et l’image n’est pas ici|« courrier » contient une erreur/,
        ),
      ])
    }
    expect(here.files()).toEqual(before)
    expect(here.read('decisions/guichet.yaml')).not.toContain('outcome')
    expect(plain(here.cahier('lint').out)).toContain(
      left === null ? 'n’existe pas' : 'lancez « git lfs pull »',
    )
    here.write(picture, '<svg xmlns="http://www.w3.org/2000/svg"/>')
    expect(here.cahier('stance', 'exemple-a', 'guichet', 'consent').code).toBe(0)
  },
)

it('a picture that is there, beside its text, is not said to be missing: lint says why it is not read', () => {
  const here = desk()
  here.write('axes/services/plan.png', 'une image')
  here.edit('axes/services/courrier.md', 'proposons\n', 'proposons\n\n![Un plan](plan.png)\n')
  const { code, err } = here.cahier('open', 'courrier', '--closes', '2025-03-22')
  expect([code, plain(err)]).toEqual([
    1,
    expect.stringContaining('montre « axes/services/plan.png », et cette image n’est pas lue'),
  ])
  expect(plain(here.cahier('lint').out)).toContain('assets/')
})
