import {
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { UsageError } from '../arguments/usage-error.ts'
import { renamePatiently } from './rename-patiently.ts'

/** A rename that fails the given number of times. */
function inUse(times: number, code = 'EPERM') {
  const seen = { calls: 0 }
  const rename = () => {
    if (++seen.calls <= times) throw Object.assign(new Error(code), { code })
  }
  return { seen, rename }
}

it.each(['EPERM', 'EACCES', 'EBUSY'])(
  'on Windows, waits for what is in use for an instant (%s)',
  async (code) => {
    const { seen, rename } = inUse(2, code)
    await renamePatiently('a', 'b', { rename, platform: 'win32' })
    expect(seen.calls).toBe(3)
  },
)

it('on Windows, says of what stays in use that it is to be closed', {
  tags: ['long'],
}, async () => {
  const { rename } = inUse(100)
  await expect(renamePatiently('a', 'b', { rename, platform: 'win32' })).rejects.toThrow(UsageError)
})

it('elsewhere, and for any other reason, waits for nothing', async () => {
  for (const [platform, code] of [
    ['linux', 'EPERM'],
    ['win32', 'ENOSPC'],
  ] as const) {
    const { seen, rename } = inUse(1, code)
    await expect(renamePatiently('a', 'b', { rename, platform })).rejects.toThrow(code)
    expect(seen.calls).toBe(1)
  }
})

it('where a disk replaces no file by a rename, the new one takes the place of the old one all the same, or nothing changes', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'cahier-rename-'))
  const [from, to] = [join(folder, 'new'), join(folder, 'old')]
  const written = () => {
    writeFileSync(from, 'new')
    writeFileSync(to, 'old')
  }
  const refusing = (code: string, fails: (a: string) => boolean) => (a: string, b: string) => {
    if (existsSync(b) || fails(a)) throw Object.assign(new Error(code), { code })
    renameSync(a, b)
  }
  for (const code of ['EEXIST', 'EPERM']) {
    written()
    await renamePatiently(from, to, {
      rename: refusing(code, () => false) as typeof renameSync,
      platform: 'linux',
    })
    expect([readdirSync(folder), readFileSync(to, 'utf8')]).toEqual([['old'], 'new'])
    written()
    const half = refusing(code, (a) => a === from) as typeof renameSync
    await expect(renamePatiently(from, to, { rename: half, platform: 'linux' })).rejects.toThrow(
      code,
    )
    expect([readdirSync(folder).sort(), readFileSync(to, 'utf8')]).toEqual([['new', 'old'], 'old'])
  }
  rmSync(folder, { recursive: true })
})
