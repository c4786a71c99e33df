import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { PASSAGE_CHECKS, TEXT_CHECKS } from './checks.ts'

it('each check names a test of this folder, and has one name', () => {
  const folder = import.meta.dirname
  const tests = readdirSync(folder)
    .filter((name) => name.endsWith('.test.ts'))
    .map((name) => readFileSync(join(folder, name), 'utf8'))
  const checks = [...PASSAGE_CHECKS, ...TEXT_CHECKS]
  const untested = checks.filter(({ test }) => !tests.some((text) => text.includes(`it('${test}'`)))
  expect(untested.map(({ name }) => name)).toEqual([])
  expect(new Set(checks.map(({ name }) => name)).size).toBe(checks.length)
})
