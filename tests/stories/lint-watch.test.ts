import { spawn } from 'node:child_process'
import { mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, it } from 'vitest'
import { desk } from './desk.ts'
import { plain } from './plain.ts'

const program = fileURLToPath(new URL('../../packages/cli/bin/cahier.js', import.meta.url))

it('reads again at each save, until it is stopped', async () => {
  const here = desk()
  const { watching, said, ended } = watch(here.folder, '--rule', 'typography/ellipsis')
  await until(() => said.err.includes('En attente') && said.out.includes('rien à signaler'))
  here.edit('axes/services/guichet.md', 'par semaine.', 'par semaine...')
  await until(() => plain(said.out).includes('axes/services/guichet.md\n'))
  expect(said.out).not.toContain('\x1B[2J')
  watching.kill('SIGTERM')
  await ended
})

it('does so for texts of no programme, new ones and those that come back', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'cahier-watch-'))
  writeFileSync(join(folder, 'un.md'), 'Une fois par semaine.\n')
  const { watching, said, ended } = watch(folder, 'un.md', '.')
  await until(() => said.err.includes('En attente') && plain(said.out).includes('1 fichier lu'))
  writeFileSync(join(folder, 'deux.md'), 'Deux fois par semaine...\n')
  await until(() => plain(said.out).includes('deux.md\n'))
  renameSync(join(folder, 'un.md'), join(folder, 'hors'))
  await until(() => plain(said.err).includes('« un.md » n’existe pas'))
  said.out = ''
  renameSync(join(folder, 'hors'), join(folder, 'un.md'))
  await until(() => plain(said.out).includes('2 fichiers lus'))
  watching.kill('SIGTERM')
  await ended
  rmSync(folder, { recursive: true })
})

it('sees what links lead to come and go, beside the texts and outside, and no other file', { timeout: 120_000 }, async () => {
  const folder = mkdtempSync(join(tmpdir(), 'cahier-watch-'))
  const notes = join(folder, 'notes')
  mkdirSync(notes)
  writeFileSync(join(notes, 'un.md'), 'Voir ![le plan](plan.png), ![la carte](../carte.png) et [le guide](../guide.md#venir).\n')
  writeFileSync(join(folder, 'carte.png'), 'x')
  const { watching, said, ended } = watch(notes, '.')
  await until(() => said.err.includes('En attente') && plain(said.out).includes('2 avertissements'))
  said.out = ''
  writeFileSync(join(notes, 'autre.png'), 'x')
  writeFileSync(join(folder, 'carte.png'), 'xx')
  await new Promise((resolve) => setTimeout(resolve, 600))
  expect(said.out).toBe('')
  writeFileSync(join(notes, 'plan.png'), 'x')
  await until(() => plain(said.out).includes('1 avertissement,'))
  writeFileSync(join(folder, 'guide.md'), '# Guide\n\n## Venir\n')
  await until(() => plain(said.out).includes('rien à signaler'))
  for (const gone of [join(folder, 'carte.png'), join(notes, 'plan.png')]) {
    said.out = ''
    rmSync(gone)
    await until(() => plain(said.out).includes('n’existe pas'))
    said.out = ''
    writeFileSync(gone, 'x')
    await until(() => plain(said.out).includes('rien à signaler'))
  }
  watching.kill('SIGTERM')
  await ended
  rmSync(folder, { recursive: true })
})

it('looks at a hidden folder that is named, and at no other', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'cahier-watch-'))
  for (const name of ['.notes', '.autres']) mkdirSync(join(folder, name))
  const { watching, said, ended } = watch(folder, '.', '.notes')
  await until(() => said.err.includes('En attente'))
  writeFileSync(join(folder, '.autres', 'un.md'), 'Une fois par semaine.\n')
  writeFileSync(join(folder, '.notes', 'deux.md'), 'Deux fois par semaine.\n')
  await until(() => plain(said.out).includes('1 fichier lu'))
  watching.kill('SIGTERM')
  await ended
  rmSync(folder, { recursive: true })
})

it('stops at once when there is nothing to watch', async () => {
  const { said, ended } = watch(tmpdir(), 'absent.md')
  expect(await ended).toBe(2)
  expect(plain(said.err)).toContain('« absent.md » n’existe pas')
})

it.each([
  ['lint', '--watch'],
  ['serve', '--port', '0'],
])('says in a line that the system lets nothing more be watched: %s', async (...command) => {
  const here = desk()
  here.write('.full.cjs', "require('node:fs').watch = () => { throw Object.assign(new Error('full'), { code: 'ENOSPC' }) }")
  const { said, ended } = start(here.folder, command, { NODE_OPTIONS: `--require ${here.folder}/.full.cjs` })
  expect(await ended).toBe(2)
  expect(plain(said.err)).toContain('le système ne laisse pas surveiller plus de fichiers (ENOSPC)')
  expect(said.err.trim().split('\n')).toHaveLength(1)
})

function watch(cwd: string, ...args: readonly string[]) {
  return start(cwd, ['lint', '--watch', ...args])
}

function start(cwd: string, command: readonly string[], more: Readonly<Record<string, string>> = {}) {
  const env = { PATH: process.env.PATH, HOME: cwd, LANG: 'fr_FR.UTF-8', CAHIER_DATE: '2025-03-01', ...more }
  const watching = spawn(process.execPath, [program, ...command], { cwd, env })
  const said = { out: '', err: '' }
  watching.stdout.on('data', (some) => {
    said.out += some
  })
  watching.stderr.on('data', (some) => {
    said.err += some
  })
  const ended = new Promise<number | null>((resolve) => watching.once('exit', (code) => resolve(code)))
  return { watching, said, ended }
}

async function until(isSo: () => boolean): Promise<void> {
  for (let tries = 0; tries < 250 && !isSo(); tries++) await new Promise((resolve) => setTimeout(resolve, 100))
  expect(isSo()).toBe(true)
}
