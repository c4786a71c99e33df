import { spawnSync } from 'node:child_process'
import { mkdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { pathOf, testWith } from '../clients/find-client.ts'
import { type Desk, desk } from './desk.ts'
import { plain } from './plain.ts'

const FILE = 'positions/exemple-a.yaml'
const SIG = `${FILE}.sig`
const STANCE = ['stance', 'exemple-a', 'guichet', 'consentement'] as const

describe('a delegate signs with the key at hand', () => {
  testWith(['openssh'], 'the stance counts, and says whose it is', () => {
    const here = deskOf({ required: true })
    const { code, out } = here.cahier(...STANCE, '--sign')
    expect({ code, out: plain(out) }).toEqual({ code: 0, out: `écrit : ${FILE}\nécrit : ${SIG}\n` })
    expect(here.read(FILE)).toContain('    by: d1\n')
    expect(here.cahier('check')).toMatchObject({ code: 0, err: '' })
    expect(whoCounts(here)).toEqual({ counted: true })
    const allowed = `somebody ${readFileSync(join(here.folder, '.ssh/id_ed25519.pub'), 'utf8')}`
    here.write('allowed', allowed)
    const args = [
      '-Y',
      'verify',
      '-f',
      'allowed',
      '-I',
      'somebody',
      '-n',
      'cahier-positions',
      '-s',
      SIG,
    ]
    expect(
      spawnSync(pathOf('openssh'), args, { cwd: here.folder, input: here.bytes(FILE) }).status,
    ).toBe(0)
  })

  testWith(['openssh'], 'and again, with another stance, or to take it back', () => {
    const here = deskOf({ required: true })
    here.cahier(...STANCE, '--sign')
    const first = here.read(SIG)
    expect(here.cahier('stance', 'exemple-a', 'courrier', 'abstention', '--sign').code).toBe(0)
    expect(here.read(SIG)).not.toBe(first)
    expect(here.cahier('stance', 'exemple-a', 'courrier', '--withdraw', '--sign').code).toBe(0)
    expect(here.read(FILE)).toContain('serial: 3\n')
    expect(whoCounts(here)).toEqual({ counted: true })
  })

  testWith(['openssh'], 'with a key somewhere else, named either way', () => {
    const here = deskOf({ required: true, key: 'clés/la mienne' })
    expect(here.cahier('stance', '--sign', 'clés/la mienne', ...STANCE.slice(1))).toMatchObject({
      code: 0,
      err: '',
    })
    for (const named of [
      ['--sign=clés/la mienne'],
      ['--sign', 'clés/la mienne'],
      ['--sign', join(here.folder, 'clés/la mienne')],
    ])
      expect(here.cahier(...STANCE, ...named).code).toBe(0)
    expect(whoCounts(here)).toEqual({ counted: true })
  })

  testWith(['openssh'], 'all the stances of a meeting', () => {
    const here = deskOf({ required: true })
    here.write(
      'soiree.yaml',
      'collective: exemple-a\npositions:\n  guichet: {stance: consent}\n  courrier: {stance: abstention}\n',
    )
    expect(here.cahier('stance', '--file', 'soiree.yaml', '--sign')).toMatchObject({
      code: 0,
      err: '',
    })
    expect(whoCounts(here)).toEqual({ counted: true })
  })

  testWith(['openssh'], 'to see first, and nothing is written', () => {
    const here = deskOf({ required: true })
    const { code, out } = here.cahier(...STANCE, '--sign', '--dry-run')
    expect(code).toBe(0)
    expect(plain(out)).toContain(
      `serait signé avec ${join(here.folder, '.ssh/id_ed25519')} : ${SIG}\n`,
    )
    expect([here.has(FILE), here.has(SIG)]).toEqual([false, false])
    here.cahier(...STANCE, '--sign')
    const text = here.read(FILE)
    expect(here.cahier(...STANCE, '--sign', '--dry-run').code).toBe(0)
    expect(here.cahier(...STANCE, '--by', 'd1').code).toBe(0)
    expect(here.read(FILE)).toBe(text)
  })
})

testWith(
  ['openssh'],
  'a first signature by which earlier stances would count no more is asked about, and writes nothing by itself',
  () => {
    const here = deskOf({})
    here.edit('collectives/exemple-a.yaml', 'from: 2025-01-01', 'from: 2025-03-05')
    here.cahier('open', 'guichet', '--closes', '2025-03-22')
    here.cahier(...STANCE)
    const text = here.read(FILE)
    const next = [
      'stance',
      'exemple-a',
      'courrier',
      'abstention',
      '--date',
      '2025-03-06',
      '--sign',
    ] as const
    const { code, err } = here.cahier(...next)
    expect(code).toBe(1)
    expect(plain(err).replace(/\s+/g, ' ')).toMatch(
      /ce fichier perdrait des positions qui comptent aujourd’hui.* : guichet \(consentement, 1er mars 2025\)\. .* Rien n’est écrit\. Pour signer quand même, ajoutez --yes\. $/,
    )
    expect([here.read(FILE), here.has(SIG)]).toEqual([text, false])
    const table = () => plain(here.cahier('status', '--date', '2025-03-06').out)
    expect(table()).toMatch(/^ {2}guichet .*tour ouvert +✓ · ·$/m)
    expect(here.cahier(...next, '--yes').code).toBe(0)
    // What does not count has a sign of its own, which is not that of silence.
    expect(table()).toMatch(/^ {2}guichet .*tour ouvert +! · ·$/m)
    expect(table()).toContain('! ne compte pas')
  },
)

describe('a facilitator signs a ruling with the key at hand', () => {
  const RULING = [
    'ruling',
    'guichet',
    'exemple-b',
    'en-retrait',
    '--reason',
    'Partie prenante.',
    '--by',
    'animation',
  ] as const
  const members = ({ cahier }: Desk) =>
    JSON.parse(cahier('status', 'guichet', '--format', 'json').out).proposals[0].tally.electorate

  testWith(
    ['openssh'],
    'who need not be a member; unsigned, nothing is written where the programme asks for signatures',
    () => {
      const here = desk()
      newKey(here, '.ssh/id_ed25519')
      const keys = `[{key: "${keyIn(here, '.ssh/id_ed25519')}", from: 2025-01-01}]`
      here.write(
        'collectives/animation.yaml',
        `name: Animation\nkind: association\ndelegates: [{id: f1, role: Animation, keys: ${keys}}]\n`,
      )
      here.edit(
        'programme.yaml',
        '{at-least: 2/3}}',
        '{at-least: 2/3}}, rulings: [recused], facilitators: [animation], signatures: required',
      )
      here.cahier('open', 'guichet', '--closes', '2025-03-22')
      const before = here.read('decisions/guichet.yaml')
      expect(plain(here.cahier(...RULING).err)).toBe(
        'Le programme demande que les arbitrages soient signés : ajoutez --sign.\n',
      )
      expect(plain(here.cahier(...RULING, '--sign', '--dry-run').out)).toContain(
        `serait signé avec ${join(here.folder, '.ssh/id_ed25519')}\n`,
      )
      expect([here.read('decisions/guichet.yaml'), members(here)]).toEqual([before, 3])
      expect(here.cahier(...RULING, '--sign')).toMatchObject({ code: 0, err: '' })
      expect(here.read('decisions/guichet.yaml')).toContain(
        '        signature: |\n          -----BEGIN SSH SIGNATURE-----\n',
      )
      expect(members(here)).toBe(2)
      expect(here.cahier('check')).toMatchObject({ code: 0, err: '' })
      here.edit('decisions/guichet.yaml', 'Partie prenante.', 'Absent.')
      expect(members(here)).toBe(3)
      expect(plain(here.cahier('check').out)).toContain(
        'sur « exemple-b » ne compte pas, et peut être rendu de nouveau (cahier ruling … --sign) : ce n’est pas ce texte qui a été signé',
      )
    },
  )
})

describe('and is told when it would not count', () => {
  testWith(['openssh'], 'with a key that is no delegate’s', () => {
    const here = deskOf({ required: true })
    newKey(here, 'autre')
    const entry = `- {key: "${keyIn(here, 'autre')}", from: 2025-03-01}`
    const { code, err } = here.cahier(...STANCE, '--sign=autre')
    expect({ code, err: plain(err) }).toEqual({
      code: 2,
      err: `cahier : cette clé n’est celle d’aucun délégué de « exemple-a » (collectives/exemple-a.yaml) : ${join(here.folder, 'autre')}. Si elle doit l’être, ajoutez-la sous « keys: » de ce délégué. Écrivez : ${entry}\n`,
    })
    here.remove('autre.pub')
    const again = here.cahier(...STANCE, '--sign=autre')
    expect({ code: again.code, err: plain(again.err) }).toEqual({
      code: 1,
      err: 'Cette position ne compterait pas, et rien n’est écrit : la clé qui a signé n’est celle d’aucun délégué du collectif qui parle.\n',
    })
    expect(here.has(FILE)).toBe(false)
  })

  testWith(
    ['openssh'],
    'with a key that is no delegate’s yet: what to add is told, from the day of what it signed on',
    () => {
      const here = deskOf({ required: true })
      here.cahier(...STANCE, '--by', 'd1')
      newKey(here, 'autre')
      const sign = ['-Y', 'sign', '-n', 'cahier-positions', '-f', 'autre', FILE]
      expect(spawnSync(pathOf('openssh'), sign, { cwd: here.folder, stdio: 'ignore' }).status).toBe(
        0,
      )
      const entry = `- {key: "${keyIn(here, 'autre')}", from: 2025-03-01}`
      expect(plain(here.cahier('check', '--date', '2025-03-10').out)).toContain(
        `Écrivez : ${entry}  decision/stance\n`,
      )
      here.edit('collectives/exemple-a.yaml', 'keys: [', `keys: [${entry.slice(2)}, `)
      expect(here.cahier('check', '--date', '2025-03-10').code).toBe(0)
      expect(whoCounts(here)).toEqual({ counted: true })
    },
  )

  testWith(['openssh'], 'with a key that is revoked', () => {
    const here = deskOf({ required: true, revoked: '2025-02-15' })
    expect(plain(here.cahier(...STANCE, '--sign').err)).toContain('aucune de vos clés')
    const { code, err } = here.cahier(...STANCE, '--sign=.ssh/id_ed25519')
    expect(code).toBe(1)
    expect(plain(err)).toContain('la clé qui a signé est révoquée depuis')
    expect(here.has(FILE)).toBe(false)
  })

  it('with no key at hand, or none in the place named', () => {
    const here = desk()
    for (const sign of ['--sign', '--sign=nulle-part']) {
      const { code, err } = here.cahier(...STANCE, sign)
      expect(code).toBe(2)
      expect(plain(err)).toContain(
        sign === '--sign' ? 'nommez-en une avec --sign=FICHIER' : 'aucune clé à cet endroit : ',
      )
    }
    expect(here.has(FILE)).toBe(false)
  })

  testWith(['openssh'], 'where ssh-keygen is not installed', () => {
    const here = deskOf({}).where({ PATH: '/nowhere' })
    const { code, err } = here.cahier(...STANCE, '--sign')
    expect({ code, err: plain(err) }).toEqual({
      code: 2,
      err: 'cahier : la commande « ssh-keygen » n’est pas installée (paquet openssh-client) : rien n’est écrit\n',
    })
  })
})

describe('a signed file is rewritten by nobody but who signs again', () => {
  testWith(['openssh'], 'not by another stance, which is told what to do', () => {
    const here = deskOf({})
    here.cahier(...STANCE, '--sign')
    const before = [here.read(FILE), here.read(SIG)]
    const { code, err } = here.cahier('stance', 'exemple-a', 'courrier', 'consentement')
    expect({ code, err: plain(err) }).toEqual({
      code: 1,
      err: `« ${FILE} » est signé, et le récrire romprait sa signature : rien n’est écrit. Ajoutez --sign pour signer aussi le nouveau. À la main : effacez « ${SIG} », relancez la commande, puis signez. Écrivez : ssh-keygen -Y sign -n cahier-positions -f ~/.ssh/id_ed25519 ${FILE}\n`,
    })
    expect([here.read(FILE), here.read(SIG)]).toEqual(before)
  })

  testWith(['openssh'], 'nor by a ballot', () => {
    const here = deskOf({})
    here.cahier('stance', 'exemple-a', 'courrier', 'consentement', '--sign')
    here.cahier('open', 'guichet', '--closes', '2025-03-20')
    const { code, err } = here.cahier('new', 'ballot', 'exemple-a')
    expect(code).toBe(2)
    expect(plain(err)).toContain('seul « cahier stance --sign » le récrit')
    expect(here.read(FILE)).toContain('serial: 1\n')
  })

  testWith(['openssh'], 'and when somebody does, it no longer counts and the check fails', () => {
    const here = deskOf({})
    here.cahier(...STANCE, '--sign')
    here.edit(FILE, 'stance: consent', 'stance: objection\n    argument: Non.')
    expect(whoCounts(here)).toEqual({
      counted: false,
      why: 'ce n’est pas ce texte qui a été signé ; il a été modifié depuis, ou la signature est fausse',
    })
    expect(plain(here.where({ COLUMNS: '200' }).cahier('status', 'guichet').out)).toContain(
      'exemple-a — objection (ne compte pas : ce n’est pas ce texte qui a été signé ; il a été modifié depuis, ou la signature est fausse) — « Non. »',
    )
    const { code, out } = here.cahier('check')
    expect(code).toBe(1)
    expect(plain(out)).toContain('ce n’est pas ce texte qui a été signé')
  })
})

describe('by hand', () => {
  testWith(['openssh'], 'the program says the line to type, and what it gives counts', () => {
    const here = deskOf({ required: true })
    const { code, out } = here.cahier(...STANCE, '--by', 'd1')
    const line = /Écrivez : (.*)$/i.exec(plain(out).trim())?.[1] ?? ''
    expect({ code, line }).toEqual({
      code: 0,
      line: `ssh-keygen -Y sign -n cahier-positions -f ~/.ssh/id_ed25519 ${FILE}`,
    })
    expect(whoCounts(here)).toMatchObject({
      counted: false,
      why: 'la signature que le programme demande n’y est pas',
    })
    spawnSync('sh', ['-c', line], {
      cwd: here.folder,
      env: { PATH: process.env.PATH, HOME: here.folder },
    })
    expect(whoCounts(here)).toEqual({ counted: true })
  })
})

describe('since a revision of git', () => {
  testWith(
    ['openssh'],
    'an older signed file does not come back, nor a key come with its vote',
    () => {
      const here = deskOf({ required: true })
      here.cahier(...STANCE, '--sign')
      const first = [here.read(FILE), here.read(SIG)]
      here.cahier('stance', 'exemple-a', 'guichet', 'abstention', '--sign')
      here.git('init', '-q')
      here.commit('avant')
      expect(here.cahier('check', '--since', 'HEAD').code).toBe(0)
      here.write(FILE, first[0] as string)
      here.write(SIG, first[1] as string)
      expect(plain(here.cahier('check', '--since', 'HEAD').out)).toContain(
        'Le numéro de série doit monter à chaque modification : 1 après 2',
      )
      here.git('checkout', '-q', '--', '.')
      newKey(here, 'autre')
      here.edit(
        'collectives/exemple-a.yaml',
        'keys: [',
        `keys: [{key: "${keyIn(here, 'autre')}", from: 2025-01-01}, `,
      )
      here.cahier(...STANCE, '--sign=autre')
      const { code, out } = here.cahier('check', '--since', 'HEAD')
      expect(code).toBe(1)
      expect(plain(out)).toContain('les votes changent dans la même contribution')
      expect(plain(out)).toContain(
        'Selon les règles et les clés d’avant cette contribution, cette position ne compte pas',
      )
    },
  )
})

/** A desk at which a delegate of `exemple-a` sits, with a key. */
function deskOf({ required = false, key = '.ssh/id_ed25519', revoked = '' }): Desk {
  const here = desk()
  newKey(here, key)
  const until = revoked === '' ? '' : `, revoked: ${revoked}`
  here.edit(
    'collectives/exemple-a.yaml',
    'role: Déléguée',
    `role: Déléguée, keys: [{key: "${keyIn(here, key)}", from: 2025-01-01${until}}]`,
  )
  if (required)
    here.edit('programme.yaml', '{at-least: 2/3}}', '{at-least: 2/3}}, signatures: required')
  return here
}

function newKey({ folder }: Desk, path: string): void {
  mkdirSync(join(folder, path, '..'), { recursive: true })
  const { status } = spawnSync(pathOf('openssh'), [
    '-q',
    '-t',
    'ed25519',
    '-N',
    '',
    '-C',
    '',
    '-f',
    join(folder, path),
  ])
  expect(status).toBe(0)
}

function keyIn(here: Desk, path: string): string {
  return here.read(`${path}.pub`).trim()
}

/** What the status says of the stance of `exemple-a` on `guichet`. */
function whoCounts(here: Desk) {
  const { proposals } = JSON.parse(here.cahier('status', 'guichet', '--format', 'json').out)
  const { counted, why } = proposals[0].stances['exemple-a']
  return { counted, ...(why !== undefined && { why }) }
}
