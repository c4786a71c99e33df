import { spawnSync } from 'node:child_process'
import { mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { fileURLToPath } from 'node:url'
import { unzipSync } from 'fflate'
import { expect, it } from 'vitest'

const root = fileURLToPath(new URL('../..', import.meta.url))
const vsix = `${root}/packages/vscode/dist/vscode-cahier.vsix`
const leftBehind = `${root}/packages/vscode/dist/extension/dist/left-behind.js`

it('is one file, small, with the program inside and nothing that is fetched', () => {
  // As a cache of builds leaves one of another day.
  mkdirSync(dirname(leftBehind), { recursive: true })
  writeFileSync(leftBehind, '')
  const made = spawnSync('npm', ['run', '--silent', 'package', '--workspace', 'vscode-cahier'], { cwd: root, encoding: 'utf8' })
  expect(made.stderr + made.stdout).toContain('vscode-cahier.vsix')
  expect(statSync(vsix).size).toBeLessThan(1_500_000)
  const files = unzipSync(readFileSync(vsix))
  const manifest = JSON.parse(new TextDecoder().decode(files['extension/package.json']))
  expect(manifest).toMatchObject({ name: 'vscode-cahier', main: './dist/extension.cjs' })
  expect(manifest).not.toHaveProperty('scripts')
  expect(Object.keys(files).filter((path) => path.endsWith('left-behind.js'))).toEqual([])
  rmSync(leftBehind)
  expect(Object.keys(files)).toEqual(expect.arrayContaining(['extension/dist/cahier/bin/cahier.js', 'extension/THIRD-PARTY-LICENCES.txt']))
}, 120_000)
