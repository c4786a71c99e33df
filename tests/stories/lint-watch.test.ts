import { mkdirSync, renameSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { desk, emptyDesk } from './desk.ts'
import { plain } from './plain.ts'
import { until } from './until.ts'

it('reads again at each save, until it is stopped', async () => {
  const here = desk()
  const { child, said, ended } = here.start('lint', '--watch', '--rule', 'typography/ellipsis')
  await until(() => said.err.includes('En attente') && said.out.includes('rien à signaler'))
  here.edit('axes/services/guichet.md', 'par semaine.', 'par semaine...')
  await until(() => plain(said.out).includes('axes/services/guichet.md  remarque'))
  expect(said.out).not.toContain('\x1B[2J')
  child.kill('SIGTERM')
  await ended
})

it('does so for texts of no programme, new ones and those that come back', async () => {
  const here = emptyDesk()
  here.write('un.md', 'Une fois par semaine.\n')
  const { child, said, ended } = here.start('lint', '--watch', 'un.md', '.')
  await until(() => said.err.includes('En attente') && plain(said.out).includes('1 fichier lu'))
  here.write('deux.md', 'Deux fois par semaine...\n')
  await until(() => plain(said.out).includes('deux.md  remarque'))
  renameSync(join(here.folder, 'un.md'), join(here.folder, 'hors'))
  await until(() => plain(said.err).includes('« un.md » n’existe pas'))
  said.out = ''
  renameSync(join(here.folder, 'hors'), join(here.folder, 'un.md'))
  await until(() => plain(said.out).includes('2 fichiers lus'))
  child.kill('SIGTERM')
  await ended
})

it('sees what links lead to come and go, beside the texts and outside, and no other file', async () => {
  const here = emptyDesk()
  here.write(
    'notes/un.md',
    'Voir ![le plan](plan.png), ![la carte](../carte.png) et [le guide](../guide.md#venir).\n',
  )
  here.write('carte.png', 'x')
  const { child, said, ended } = here.inside('notes').start('lint', '--watch', '.')
  await until(() => said.err.includes('En attente') && plain(said.out).includes('2 avertissements'))
  said.out = ''
  here.write('notes/autre.png', 'x')
  here.write('carte.png', 'xx')
  await new Promise((resolve) => setTimeout(resolve, 600))
  expect(said.out).toBe('')
  here.write('notes/plan.png', 'x')
  await until(() => plain(said.out).includes('1 avertissement,'))
  here.write('guide.md', '# Guide\n\n## Venir\n')
  await until(() => plain(said.out).includes('rien à signaler'))
  for (const gone of ['carte.png', 'notes/plan.png']) {
    said.out = ''
    here.remove(gone)
    await until(() => plain(said.out).includes('n’existe pas'))
    said.out = ''
    here.write(gone, 'x')
    await until(() => plain(said.out).includes('rien à signaler'))
  }
  child.kill('SIGTERM')
  await ended
})

it('looks at a hidden folder that is named, and at no other', async () => {
  const here = emptyDesk()
  for (const name of ['.notes', '.autres']) mkdirSync(join(here.folder, name))
  const { child, said, ended } = here.start('lint', '--watch', '.', '.notes')
  await until(() => said.err.includes('En attente'))
  here.write('.autres/un.md', 'Une fois par semaine.\n')
  here.write('.notes/deux.md', 'Deux fois par semaine.\n')
  await until(() => plain(said.out).includes('1 fichier lu'))
  child.kill('SIGTERM')
  await ended
})

it('stops at once when there is nothing to watch', async () => {
  const { said, ended } = emptyDesk().start('lint', '--watch', 'absent.md')
  expect(await ended).toBe(2)
  expect(plain(said.err)).toContain('« absent.md » n’existe pas')
})

it.each([
  ['lint', '--watch'],
  ['serve', '--port', '0'],
])('says in a line that the system lets nothing more be watched: %s', async (...command) => {
  const here = desk()
  here.write(
    '.full.cjs',
    "require('node:fs').watch = () => { throw Object.assign(new Error('full'), { code: 'ENOSPC' }) }",
  )
  const { said, ended } = here
    .where({ NODE_OPTIONS: `--require ${here.folder}/.full.cjs` })
    .start(...command)
  expect(await ended).toBe(2)
  expect(plain(said.err)).toContain('le système ne laisse pas surveiller plus de fichiers (ENOSPC)')
  expect(said.err.trim().split('\n')).toHaveLength(1)
})
