import { chmodSync, lstatSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { desk } from './desk.ts'

it.skipIf(process.platform === 'win32')(
  'a file that a group shares is still theirs once somebody has written in it',
  () => {
    const here = desk()
    here.cahier('stance', 'exemple-a', 'guichet', 'consent')
    const file = join(here.folder, 'positions/exemple-a.yaml')
    for (const [mode, stance] of [
      [0o664, 'abstention'],
      [0o600, 'consentement'],
    ] as const) {
      chmodSync(file, mode)
      expect(here.cahier('stance', 'exemple-a', 'guichet', stance)).toMatchObject({
        code: 0,
        out: expect.stringContaining('exemple-a.yaml'),
      })
      expect(lstatSync(file).mode & 0o777).toBe(mode)
    }
  },
)
