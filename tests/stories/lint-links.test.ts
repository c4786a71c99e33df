import { symlinkSync } from 'node:fs'
import { expect, it } from 'vitest'
import { type Desk, emptyDesk } from './desk.ts'
import { plain } from './plain.ts'

/** Notes that lead to each other, and to what stands beside them. */
function desk(): Desk {
  const here = emptyDesk()
  here.write(
    'notes/samedi.md',
    '# Samedi\n\nVoir [le guide](../guide.md#venir), [dimanche](dimanche.md) et ![le plan](plan.png).\n',
  )
  here.write('notes/dimanche.md', '# Dimanche\n\nVoir [samedi](samedi.md#samedi).\n')
  here.write('notes/plan.png', 'x')
  here.write('guide.md', '# Guide\n\n## Venir\n\nEn train.\n')
  return here
}

/** `path:line url or #anchor` of each link to nowhere. */
function broken(here: Desk, ...args: readonly string[]): readonly string[] {
  const { findings } = JSON.parse(here.cahier('lint', '--format', 'json', ...args).out)
  return findings
    .filter(({ rule }: { rule: string }) => rule === 'reference/file')
    .map(
      ({ path, line, message }: { path: string; line: number; message: string }) =>
        `${path}:${line} ${/« (\S+) »/.exec(plain(message))?.[1]}`,
    )
}

it('links between texts are followed, whatever part of them is named', () => {
  const here = desk()
  for (const paths of [[], ['notes'], ['notes/samedi.md'], ['.', 'guide.md']])
    expect(broken(here, ...paths)).toEqual([])
  here.remove('notes/plan.png')
  here.edit('notes/dimanche.md', '# Dimanche', '# Lundi')
  here.edit('notes/dimanche.md', 'samedi.md#samedi', 'samedis.md#samedi')
  here.edit('guide.md', 'Venir', 'Arriver')
  expect(broken(here)).toEqual([
    'notes/dimanche.md:3 samedis.md#samedi',
    'notes/samedi.md:3 #venir',
    'notes/samedi.md:3 plan.png',
  ])
  expect(broken(here, 'notes/samedi.md')).toEqual(['notes/samedi.md:3 plan.png'])
  expect(broken(here.inside('notes'))).toEqual([
    'dimanche.md:3 samedis.md#samedi',
    'samedi.md:3 plan.png',
  ])
})

it('of a text on standard input, where one says where it stands', () => {
  const here = desk().given(
    'Voir [dimanche](dimanche.md#lundi), [hier](hier.md) et [moi](samedi.md#ici).\n\n# Ici\n',
  )
  expect(broken(here, '--stdin', '--stdin-path', 'notes/samedi.md')).toEqual([
    'notes/samedi.md:1 #lundi',
    'notes/samedi.md:1 hier.md',
  ])
  expect(broken(here, '--stdin')).toEqual([])
})

it('what stands outside, or behind a link, is not told, only whether it is there', () => {
  const here = desk()
  here.write('secret/carnet.md', '# Le mot de passe\n')
  here.write(
    'public/a.md',
    'Voir [b](../secret/carnet.md#le-mot-de-pass), [c](../secret/carne.md) et [d](lien/carnet.md#le-mot-de-pass).\n',
  )
  symlinkSync(`${here.folder}/secret`, `${here.folder}/public/lien`)
  const out = plain(here.inside('public').cahier('lint', '--rule', 'reference/file').out)
  expect(out).toContain('« ../secret/carne.md » n’existe pas : corrigez l’adresse')
  expect(out).toContain('1 avertissement')
  expect(out).not.toContain('le-mot-de-passe')
})

it('what is remembered of a text does not outlive the texts that it leads to', () => {
  const line = 'une ligne où personne ne trouve à redire\n'.repeat(6000)
  const here = desk()
  here.write(
    'long.md',
    `# Un long texte\n\n${line}\n[un plan](notes/plan.png), [le guide](guide.md#venir)\n`,
  )
  const remembering = here.where({ CAHIER_CACHE: emptyDesk().folder })
  const same = () => {
    const found = broken(here, '--no-cache')
    expect(broken(remembering)).toEqual(found)
    expect(broken(remembering)).toEqual(found)
    return found.length
  }
  expect(same()).toBe(0)
  here.remove('notes/plan.png')
  expect(same()).toBe(2)
  here.edit('guide.md', 'Venir', 'Arriver')
  expect(same()).toBe(4)
  here.write('notes/plan.png', 'x')
  expect(same()).toBe(2)
})

it('since a revision, a link is told of when what it led to goes away, and not when it led nowhere before', () => {
  const here = desk()
  const { git } = here
  here.edit('notes/dimanche.md', 'Voir', 'Voir [hier](hier.md),')
  git('init', '-q')
  here.commit('un')
  expect(broken(here)).toHaveLength(1)
  expect(broken(here, '--since', 'HEAD')).toEqual([])
  here.remove('notes/plan.png')
  here.edit('guide.md', 'Venir', 'Arriver')
  expect(broken(here, '--since', 'HEAD')).toEqual([
    'notes/samedi.md:3 #venir',
    'notes/samedi.md:3 plan.png',
  ])
  expect(broken(here.inside('notes'), '--since', 'HEAD')).toEqual(['samedi.md:3 plan.png'])
  here.edit('notes/dimanche.md', 'Voir [hier]', 'Voyez [hier]')
  expect(broken(here, '--since', 'HEAD')).toHaveLength(3)
})

it('from the top of a repository, whatever part of it is linted, and in HTML', () => {
  const here = desk()
  const { git } = here
  here.write(
    'notes/lundi.md',
    'Voir [hier](/notes/hier.md), [dimanche](/notes/dimanche.md) et <img src="plans.png" alt="un plan">.\n',
  )
  expect(broken(here)).toEqual(['notes/lundi.md:1 plans.png'])
  git('init', '-q')
  expect(broken(here)).toEqual(['notes/lundi.md:1 /notes/hier.md', 'notes/lundi.md:1 plans.png'])
  expect(broken(here.inside('notes'))).toEqual([
    'lundi.md:1 /notes/hier.md',
    'lundi.md:1 plans.png',
  ])
  here.commit('un')
  expect(broken(here, '--since', 'HEAD')).toEqual([])
  here.remove('notes/dimanche.md')
  expect(broken(here.inside('notes'), '--since', 'HEAD')).toEqual([
    'lundi.md:1 /notes/dimanche.md',
    'samedi.md:3 dimanche.md',
  ])
  expect(here.cahier('lint', '--fix', '--rule', 'reference/file').code).toBe(0)
  expect(here.read('notes/lundi.md')).toContain('<img src="plan.png" alt="un plan">')
})

it('an address is fixed when its rule is asked for by name', () => {
  const here = desk()
  here.edit('notes/dimanche.md', 'samedi.md#samedi', 'samedis.md#samedi')
  here.edit('notes/samedi.md', '#venir', '#venirr')
  expect(here.cahier('lint', '--fix').code).toBe(0)
  expect(here.read('notes/dimanche.md')).toContain('samedis.md')
  expect(here.cahier('lint', '--fix', '--rule', 'reference/file').code).toBe(0)
  expect(here.read('notes/dimanche.md')).toContain('(samedi.md#samedi)')
  expect(here.read('notes/samedi.md')).toContain('(../guide.md#venir)')
  expect(broken(here)).toEqual([])
})
