import { spawnSync } from 'node:child_process'
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it } from 'vitest'

const root = join(import.meta.dirname, '../..')
const cahier = join(root, 'packages/cli/bin/cahier.js')
const bundle = join(root, 'packages/cli/dist/bundle')
const pieceOf = (name: string) => readdirSync(bundle).find((file) => file.startsWith(`${name}-`) && file.endsWith('.js')) ?? ''

/** Bytes of a piece of the bundle, and of all that it loads with it. */
function weightOf(...pieces: readonly string[]): number {
  const loaded = new Set(pieces)
  let weight = 0
  for (const piece of loaded) {
    const text = readFileSync(join(bundle, piece), 'utf8')
    weight += text.length
    for (const [, other] of text.matchAll(/(?<!\.then\(\(\)=>(?:[\w$]+\()?)require\("\.\/([^"]+)"\)/g)) loaded.add(other as string)
  }
  return weight
}

it('git may call the merge for each file of a branch: neither the core nor a parser is loaded for it', () => {
  expect(weightOf(pieceOf('run-command'), pieceOf('merge-file'))).toBeLessThan(160_000)
})

it('an editor is told what it can ask before the core, a parser or a rule is loaded', () => {
  expect(weightOf(pieceOf('run-command'), pieceOf('lsp'))).toBeLessThan(400_000)
})

it('what has not changed is told again before the core, a parser or a rule is loaded', () => {
  expect(weightOf(pieceOf('run-command'), pieceOf('lint'))).toBeLessThan(120_000)
})

it('what a verb asks of Node is loaded while V8 is as Node knows it', () => {
  const folder = mkdtempSync(join(tmpdir(), 'cahier-node-'))
  const spy = join(folder, 'spy.cjs')
  // Tells the modules that are loaded once a flag has been set.
  writeFileSync(
    spy,
    `const v8 = require('node:v8')
const { builtinModules } = require('node:module')
const loaded = () => process.moduleLoadList.map((one) => one.replace('NativeModule ', '')).filter((one) => builtinModules.includes(one))
const { setFlagsFromString } = v8
let before
v8.setFlagsFromString = (flag) => {
  before ??= loaded()
  setFlagsFromString(flag)
}
process.on('exit', () => require('node:fs').writeFileSync(process.env.TOLD, loaded().filter((one) => !before.includes(one)).join(' ')))
`,
  )
  cpSync(join(root, 'programme'), join(folder, 'programme'), { recursive: true })
  for (const verb of ['lint', 'status', 'check', 'lsp']) {
    const told = join(folder, verb)
    spawnSync(process.execPath, ['--require', spy, cahier, verb], {
      cwd: join(folder, 'programme'),
      env: { ...process.env, TOLD: told },
      stdio: 'pipe',
    })
    expect(
      readFileSync(told, 'utf8')
        .replace(/\bprocess\b/, '')
        .trim(),
      verb,
    ).toBe('')
  }
  rmSync(folder, { recursive: true })
})
