import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'

const bundle = join(import.meta.dirname, '../../packages/cli/dist/bundle')
const pieceOf = (name: string) =>
  readdirSync(bundle).find((file) => file.startsWith(`${name}-`) && file.endsWith('.js')) ?? ''

/** Bytes of a piece of the bundle, and of all that it loads with it. */
function weightOf(...pieces: readonly string[]): number {
  const loaded = new Set(pieces)
  let weight = 0
  for (const piece of loaded) {
    const text = readFileSync(join(bundle, piece), 'utf8')
    weight += text.length
    for (const [, other] of text.matchAll(/(?:\bimport|\}from)"\.\/([^"]+)"/g))
      loaded.add(other as string)
  }
  expect(loaded.size).toBeGreaterThan(pieces.length)
  return weight
}

it('git may call the merge for each file of a branch: neither the core nor a parser is loaded for it', () => {
  expect(weightOf(pieceOf('run-command'), pieceOf('merge-file'))).toBeLessThan(160_000)
})

it('an editor is told what it can ask before the core, a parser or a rule is loaded', () => {
  expect(weightOf(pieceOf('run-command'), pieceOf('lsp'))).toBeLessThan(400_000)
})

it('stances are recorded and counted without the rules of lint and their dictionary', () => {
  for (const name of ['stance', 'status'])
    expect(weightOf(pieceOf('run-command'), pieceOf(name))).toBeLessThan(1_300_000)
})
