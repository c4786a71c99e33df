import { spawnSync } from 'node:child_process'
import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
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
  const made = spawnSync('npm', ['run', '--silent', 'package', '--workspace', 'vscode-cahier'], {
    cwd: root,
    encoding: 'utf8',
  })
  expect(made.stderr + made.stdout).toContain('vscode-cahier.vsix')
  expect(statSync(vsix).size).toBeLessThan(1_500_000)
  const files = unzipSync(readFileSync(vsix))
  const manifest = JSON.parse(new TextDecoder().decode(files['extension/package.json']))
  expect(manifest).toMatchObject({ name: 'vscode-cahier', main: './dist/extension.cjs' })
  expect(manifest).not.toHaveProperty('scripts')
  expect(Object.keys(files).filter((path) => path.endsWith('left-behind.js'))).toEqual([])
  rmSync(leftBehind)
  expect(Object.keys(files)).toEqual(
    expect.arrayContaining([
      'extension/dist/cahier/bin/cahier.js',
      'extension/THIRD-PARTY-LICENCES.txt',
    ]),
  )
  // What a gallery shows: a picture of the repository, whose address is not known here, would be
  // one that nobody sees.
  expect(Object.keys(files)).toEqual(
    expect.arrayContaining([`extension/${manifest.icon}`, 'extension/changelog.md']),
  )
  expect(new TextDecoder().decode(files['extension/readme.md'])).not.toContain('](../')
  // Of no use without the engine, which is not carried: texts would wait for it in vain.
  expect(Object.keys(files).filter((path) => path.includes('engine'))).toEqual([])
}, 120_000)

it('is smaller on the web, where it imports nothing but the editor', () => {
  const web = vsix.replace('.vsix', '-web.vsix')
  expect(statSync(web).size).toBeLessThan(1_000_000)
  const files = unzipSync(readFileSync(web))
  const text = (path: string) => new TextDecoder().decode(files[`extension/${path}`])
  expect(new TextDecoder().decode(files['extension.vsixmanifest'])).toContain(
    'TargetPlatform="web"',
  )
  const manifest = JSON.parse(text('package.json'))
  expect(manifest).toMatchObject({ browser: './dist/extension.js' })
  expect(manifest).not.toHaveProperty('main')
  const scripts = Object.keys(files).filter((path) => path.endsWith('.js'))
  expect(scripts.sort()).toEqual(['extension/dist/extension.js', 'extension/dist/server.js'])
  const imported = (path: string) =>
    [...text(path).matchAll(/\b(?:require|import)\(["'`]([^"'`]+)/g)].map((match) => match[1])
  expect(new Set(imported('dist/extension.js'))).toEqual(new Set(['vscode']))
  // Texts of ajv, which nothing here runs.
  expect(imported('dist/server.js').filter((name) => !name?.startsWith('ajv/'))).toEqual([])
  expect(/["'`]node:/.exec(text('dist/extension.js') + text('dist/server.js'))).toBe(null)
})

it('carries a program whose every piece loads', () => {
  const files = unzipSync(readFileSync(vsix))
  const folder = mkdtempSync(join(tmpdir(), 'vsix-'))
  for (const [path, bytes] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true })
    writeFileSync(join(folder, path), bytes)
  }
  const program = join(folder, 'extension/dist/cahier')
  const run = (...args: string[]) =>
    spawnSync(process.execPath, args, { cwd: folder, encoding: 'utf8' })
  const pieces = readdirSync(join(program, 'dist/bundle')).filter(
    (name) => name.endsWith('.js') && !/^cahier|worker/.test(name),
  )
  expect(
    run(
      '-e',
      pieces.map((name) => `require('./extension/dist/cahier/dist/bundle/${name}')`).join('\n'),
    ),
  ).toMatchObject({
    status: 0,
    stderr: '',
  })
  writeFileSync(join(folder, 'texte.md'), '# Titre\n\nUn  mot.\n')
  expect(run(join(program, 'bin/cahier.js'), 'lint', '--format=json', 'texte.md').stdout).toContain(
    'typography/spaces',
  )
  rmSync(folder, { recursive: true })
})
