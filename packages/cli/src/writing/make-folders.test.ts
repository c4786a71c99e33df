import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, it } from 'vitest'
import { UsageError } from '../arguments/usage-error.ts'
import { makeFolders } from './make-folders.ts'

const root = mkdtempSync(join(tmpdir(), 'cahier-folders-'))
afterAll(() => rmSync(root, { recursive: true }))

it('makes what is missing, and says which is the highest it made', () => {
  expect(makeFolders(join(root, 'a', 'b', 'c'))).toBe(join(root, 'a'))
  expect(makeFolders(join(root, 'a', 'b', 'd'))).toBe(join(root, 'a', 'b', 'd'))
  expect(makeFolders(join(root, 'a', 'b'))).toBeUndefined()
})

it('stops at a file in the way', () => {
  writeFileSync(join(root, 'file'), '')
  expect(() => makeFolders(join(root, 'file'))).toThrow('EEXIST')
  expect(() => makeFolders(join(root, 'file', 'b'))).toThrow(/ENOTDIR|EEXIST/)
})

it.runIf(existsSync('/proc/self'))(
  'refuses where the system lets nobody make a folder, and ends',
  () => {
    expect(() => makeFolders('/proc/none/a')).toThrow(UsageError)
  },
)
