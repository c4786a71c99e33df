import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { type Desk, desk } from './desk.ts'
import { plain } from './plain.ts'

const FILES = ['.gitea/CODEOWNERS', '.github/CODEOWNERS', '.gitlab/CODEOWNERS'] as const

describe('each collective owns what it says, on each forge', () => {
  it('and the facilitators own the rest', () => {
    const here = facilitated()
    const { code, out } = here.cahier(
      'setup',
      'owners',
      '--owner',
      'exemple-a=@asso/les-a',
      '--owner',
      'animation=@zoe',
      '--owner',
      'animation=@ada',
    )
    expect(code).toBe(0)
    for (const path of FILES) expect(plain(out)).toContain(`écrit : ${path}\n`)
    expect(plain(out)).toContain('Reste à faire sur la forge')
    expect(plain(out)).toContain('Comptes supposés, à vérifier : @exemple-b, @exemple-c. ')
    expect(ownersOnGitHub(here, 'positions/exemple-a.yaml')).toEqual(['@asso/les-a'])
    expect(ownersOnGitHub(here, 'positions/exemple-a.yaml.sig')).toEqual(['@asso/les-a'])
    expect(ownersOnGitHub(here, 'positions/exemple-b.yaml')).toEqual(['@exemple-b'])
    for (const path of [
      'programme.yaml',
      'collectives/exemple-a.yaml',
      'decisions/guichet/2025-03-01/text.md',
      'positions/nouveau.yaml',
      '.github/CODEOWNERS',
    ])
      expect(ownersOnGitHub(here, path), path).toEqual(['@zoe', '@ada'])
    expect(ownersOnGitHub(here, 'axes/services/guichet.md')).toEqual([])
    expect(ownersOnGitea(here, 'positions/exemple-a.yaml')).toEqual(['@asso/les-a'])
    expect(ownersOnGitea(here, 'positions/exemple-a.yaml.sig')).toEqual(['@asso/les-a'])
    expect(ownersOnGitea(here, 'positions/exemple-aXyaml')).toEqual([])
    expect(ownersOnGitea(here, 'decisions/guichet/2025-03-01/text.md')).toEqual(['@zoe', '@ada'])
    expect(ownersOnGitea(here, '.gitea/CODEOWNERS')).toEqual(['@zoe', '@ada'])
    expect(here.read('.gitlab/CODEOWNERS')).toContain(
      '\n[Qui parle et qui décide]\n/programme.yaml @zoe @ada\n',
    )
  })

  it('from the root of the repository, wherever the programme is in it', () => {
    const around = desk()
    mkdirSync(join(around.folder, '.git'))
    mkdirSync(join(around.folder, 'notre programme'))
    for (const path of around.files())
      if (!path.startsWith('.')) around.write(`notre programme/${path}`, around.bytes(path))
    expect(around.inside('notre programme').cahier('setup', 'owners').code).toBe(0)
    expect(around.read('.github/CODEOWNERS')).toContain(
      '/notre\\ programme/positions/exemple-a.yaml @exemple-a\n',
    )
    expect(around.read('.gitea/CODEOWNERS')).toContain(
      'notre\\ programme/positions/exemple-a\\\\.yaml(\\\\.sig)? @exemple-a\n',
    )
  })

  it('when nobody facilitates, the rest is nobody’s, and the file says so', () => {
    const here = desk()
    here.cahier('setup', 'owners')
    expect(ownersOnGitHub(here, 'decisions/guichet.yaml')).toEqual([])
    expect(here.read('.github/CODEOWNERS')).toContain(
      '# Personne n’est nommé dans decision.facilitators',
    )
  })
})

describe('what is there already', () => {
  it('stays, around a block that is ours', () => {
    const here = facilitated()
    here.write('.github/CODEOWNERS', '* @tout-le-monde')
    here.write('.gitlab/CODEOWNERS', '# à nous\r\n* @nous\r\n')
    here.cahier('setup', 'owners')
    expect(here.read('.github/CODEOWNERS')).toMatch(
      /^\* @tout-le-monde\n\n# >>> cahier setup owners\n/,
    )
    expect(here.read('.gitlab/CODEOWNERS')).toMatch(
      /^# à nous\r\n\* @nous\r\n\r\n# >>> cahier setup owners\r\n/,
    )
    expect(here.read('.gitlab/CODEOWNERS')).not.toMatch(/[^\r]\n/)
    here.edit(
      '.github/CODEOWNERS',
      '# <<< cahier setup owners\n',
      '# <<< cahier setup owners\n/docs/ @docs\n',
    )
    here.write('collectives/exemple-d.yaml', 'name: Exemple D\nkind: association\n')
    here.cahier('setup', 'owners')
    const text = here.read('.github/CODEOWNERS')
    expect(text).toMatch(/\n# <<< cahier setup owners\n\/docs\/ @docs\n$/)
    expect(text.match(/>>> cahier/g)).toHaveLength(1)
    expect(text).toContain('/positions/exemple-d.yaml @exemple-d\n')
  })

  it('is written once: the second time there is nothing to do, and accounts said once are kept', () => {
    const here = facilitated()
    here.cahier('setup', 'owners', '--owner', 'exemple-a=@les-a', '--owner', 'animation=@zoe')
    const before = FILES.map((path) => here.read(path))
    const { code, out } = here.cahier('setup', 'owners')
    expect({ code, out: plain(out).split('\n')[0] }).toEqual({
      code: 0,
      out: 'Tout est déjà en place.',
    })
    expect(FILES.map((path) => here.read(path))).toEqual(before)
    here.cahier('setup', 'owners', '--owner', 'exemple-a=@les-autres-a')
    expect(ownersOnGitHub(here, 'positions/exemple-a.yaml')).toEqual(['@les-autres-a'])
    expect(ownersOnGitHub(here, 'programme.yaml')).toEqual(['@zoe'])
  })

  it('may hide ours, and that is said', () => {
    const here = desk()
    here.write('CODEOWNERS', '* @tout-le-monde\n')
    expect(plain(here.cahier('setup', 'owners').out)).toContain(
      'lisent d’abord CODEOWNERS, et alors lui seul',
    )
  })

  it('with a mark gone is left alone', () => {
    const here = desk()
    here.write('.github/CODEOWNERS', '# >>> cahier setup owners\n* @x\n')
    const { code, err } = here.cahier('setup', 'owners')
    expect(code).toBe(2)
    expect(plain(err)).toContain('il manque l’une des lignes')
    expect(here.has('.gitlab/CODEOWNERS')).toBe(false)
  })
})

it('shows what it would write, and writes nothing', () => {
  const here = desk()
  const before = here.files()
  const { code, out } = here.cahier('setup', 'owners', '--dry-run')
  expect(code).toBe(0)
  expect(plain(out)).toContain('serait écrit : .github/CODEOWNERS\n    # >>> cahier setup owners\n')
  expect(here.files()).toEqual(before)
})

it.each([
  ['exemple-a', '--owner prend identifiant=@compte'],
  ['exemple-a=les-a', '--owner prend identifiant=@compte'],
  ['exemple-a=@x @y', '--owner prend identifiant=@compte'],
  ['exemple-aa=@x', 'vouliez-vous « exemple-a » ?'],
])('--owner %s is a wrong command', (owner, sentence) => {
  const { code, err } = desk().cahier('setup', 'owners', '--owner', owner)
  expect(code).toBe(2)
  expect(plain(err)).toContain(sentence)
})

function facilitated(): Desk {
  const here = desk()
  here.edit('programme.yaml', '{at-least: 2/3}}', '{at-least: 2/3}}, facilitators: [animation]')
  return here
}

/** The owners that GitHub would ask: those of the last pattern that fits. */
function ownersOnGitHub(here: Desk, path: string): readonly string[] {
  const rules = rulesIn(here.read('.github/CODEOWNERS'))
  const fitting = rules.filter(([pattern = '']) =>
    pattern.endsWith('/') ? `/${path}`.startsWith(pattern) : `/${path}` === pattern,
  )
  return fitting.at(-1)?.slice(1) ?? []
}

/** The owners that Gitea would ask: those of all expressions that fit the whole path. */
function ownersOnGitea(here: Desk, path: string): readonly string[] {
  const rules = rulesIn(here.read('.gitea/CODEOWNERS'))
  const fitting = rules.filter(([written = '']) =>
    new RegExp(`^${written.replaceAll('\\\\', '\\')}$`).test(path),
  )
  return fitting.flatMap((rule) => rule.slice(1))
}

function rulesIn(text: string): readonly string[][] {
  return text
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith('#'))
    .map((line) => line.split(' '))
}
