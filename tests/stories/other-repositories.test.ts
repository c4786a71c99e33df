import { spawnSync } from 'node:child_process'
import { mkdirSync, readFileSync, symlinkSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { type Desk, desk, emptyDesk } from './desk.ts'

const root = fileURLToPath(new URL('../..', import.meta.url))
const program = join(root, 'packages/cli/bin/cahier.js')
const yaml = (path: string) => parse(readFileSync(join(root, path), 'utf8'))

describe('the action, in a repository of others', () => {
  const act = (here: Desk, command: string, paths: string, options = '') => {
    const { runs } = yaml('action.yml')
    const env = {
      PATH: process.env.PATH,
      HOME: here.folder,
      CAHIER: program,
      COMMAND: command,
      PATHS: paths,
      OPTIONS: options,
    }
    return spawnSync('bash', ['-e', '-o', 'pipefail', '-c', runs.steps.at(-1).run], {
      cwd: here.folder,
      encoding: 'utf8',
      env,
    })
  }

  it('annotates any Markdown, in folders of any name', () => {
    const here = emptyDesk()
    here.write('un dossier/page.md', '# Bonjour\n\nCes deux deux pages sont lues.\n')
    here.write('autre.md', '# Ailleurs\n\nUne une autre.\n')
    const { status, stdout } = act(here, 'lint', 'un dossier\n', '--lang=fr\n--max-warnings=0\n')
    expect(status).toBe(1)
    expect(stdout).toContain('::warning file=un dossier/page.md,line=3')
    expect(stdout).not.toContain('autre.md')
  })

  it('checks a programme, and nothing else that is asked of it', () => {
    const here = desk()
    expect(act(here, 'check', '.', '--date=2025-03-01').status).toBe(0)
    here.edit('axes/services/guichet.md', '@insee-2022', '@insee-2202')
    expect(act(here, 'check', '.', '--date=2025-03-01')).toMatchObject({
      status: 1,
      stdout: expect.stringContaining('::error file=axes/services/guichet.md'),
    })
    expect(act(here, 'init', 'ailleurs').status).toBe(2)
    expect(here.has('ailleurs')).toBe(false)
  })
})

it('the hooks of pre-commit take the files that are committed, and the fix writes there', () => {
  const here = desk()
  mkdirSync(join(here.folder, '.bin'))
  symlinkSync(program, join(here.folder, '.bin/cahier'))
  const env = {
    ...process.env,
    PATH: `${join(here.folder, '.bin')}:${process.env.PATH}`,
    CAHIER_DATE: '2025-03-01',
    CAHIER_LANG: 'fr',
  }
  here.edit('axes/services/guichet.md', 'ouvert deux jours', 'ouvert deux deux jours...')
  const hook = (id: string) => {
    const found = yaml('.pre-commit-hooks.yaml').find(
      (one: { readonly id: string }) => one.id === id,
    )
    const [verb = '', ...words] = found.entry.split(' ')
    const files = found.pass_filenames === false ? [] : ['axes/services/guichet.md']
    return spawnSync(verb, [...words, ...files], { cwd: here.folder, encoding: 'utf8', env })
  }
  expect(hook('cahier-lint').stdout).toContain('style/repeated-word')
  hook('cahier-lint-fix')
  expect(here.read('axes/services/guichet.md')).toContain('deux jours…')
  expect(hook('cahier-check').stdout).toContain('Recalculés')
})
