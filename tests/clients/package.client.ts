import { execFileSync, spawnSync } from 'node:child_process'
import { mkdirSync, readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { expect } from 'vitest'
import { commands } from '../../packages/cli/src/commands.ts'
import { type Client, pathOf, testWith } from './find-client.ts'
import { scratchFolder } from './scratch-folder.ts'

const root = join(import.meta.dirname, '../..')

/**
 * The package as npm would send it, installed in an empty folder without a network: what `cahier`
 * is there.
 */
function installed(): string {
  const folder = scratchFolder()
  const npm = (cwd: string, ...words: readonly string[]) =>
    execFileSync('npm', words, { cwd, encoding: 'utf8', stdio: 'pipe' })
  npm(
    root,
    'pack',
    '--ignore-scripts',
    '--silent',
    '--pack-destination',
    folder,
    '--workspace',
    '@cahier-tools/cli',
  )
  const [archive = ''] = readdirSync(folder)
  npm(
    folder,
    'install',
    '--offline',
    '--ignore-scripts',
    '--no-audit',
    '--no-fund',
    join(folder, archive),
  )
  return folder
}

const NODES: readonly (readonly [name: string, clients: readonly Client[], path: () => string])[] =
  [
    ['the Node that runs the tests', [], () => process.execPath],
    ['Node 22', ['node22'], () => pathOf('node22')],
    ['Node 24', ['node24'], () => pathOf('node24')],
  ]

for (const [name, clients, nodeAt] of NODES)
  testWith(
    clients,
    `the package, installed in an empty folder, does its work under ${name}`,
    () => {
      const folder = installed()
      const cahier = (...words: readonly string[]) => {
        const program = join(folder, 'node_modules/.bin/cahier')
        const cwd = join(folder, 'work')
        mkdirSync(cwd, { recursive: true })
        const { status, stdout, stderr } = spawnSync(nodeAt(), [program, ...words], {
          cwd,
          encoding: 'utf8',
        })
        return { words, status, stdout, stderr }
      }
      for (const { name: command } of commands)
        for (const language of ['fr', 'en'])
          expect(cahier(command, '--help', '--lang', language)).toMatchObject({
            status: 0,
            stderr: '',
            stdout: expect.stringContaining(command),
          })
      expect(cahier('init', 'essai', '--lang', 'fr')).toMatchObject({ status: 0 })
      const inside = ['--programme', 'essai']
      for (const words of [
        ['lint'],
        ['format', '--check'],
        ['check'],
        ['status'],
        ['publish'],
        ['rules'],
      ])
        expect(cahier(...words, ...(words[0] === 'rules' ? [] : inside))).toMatchObject({
          status: 0,
          stderr: '',
        })
      const [edition = ''] = readdirSync(join(folder, 'work/essai/dist'))
      expect(cahier('verify', join('essai/dist', edition))).toMatchObject({ status: 0 })
      // Packing the installed tool again, for a forge, needs no sources.
      const there = join(folder, 'node_modules/@cahier-tools/cli')
      const files = readdirSync(there, { recursive: true, encoding: 'utf8' })
      const sizes = files.map((path) => statSync(join(there, path))).filter((one) => one.isFile())
      expect(sizes.reduce((sum, { size }) => sum + size, 0)).toBeLessThan(4_500_000)
      expect(
        spawnSync('npm', ['pack', '--silent', '--pack-destination', folder], { cwd: there }).status,
      ).toBe(0)
    },
  )
