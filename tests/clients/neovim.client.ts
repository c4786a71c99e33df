import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect } from 'vitest'
import { copyOfProgramme } from './copy-of-programme.ts'
import { pathOf, testWith } from './find-client.ts'
import { cahier, root, run } from './run.ts'
import { scratchFolder } from './scratch-folder.ts'

describe('Neovim', () => {
  testWith(
    ['neovim'],
    'shows, completes, explains, leads, mends, formats and renames in a copy of the programme',
    () => {
      const scratch = scratchFolder()
      const folder = copyOfProgramme(scratch)
      const out = join(scratch, 'seen.json')
      const command = JSON.stringify([process.execPath, cahier, 'lsp'])
      const environment = {
        XDG_STATE_HOME: scratch,
        XDG_DATA_HOME: scratch,
        XDG_CONFIG_HOME: scratch,
        XDG_CACHE_HOME: scratch,
      }
      const { stderr } = run(
        pathOf('neovim'),
        [
          '--headless',
          '--clean',
          '-l',
          join(root, 'tests/clients/neovim.lua'),
          command,
          folder,
          out,
        ],
        environment,
      )
      const seen = JSON.parse(readOr(out, stderr))
      expect(seen.diagnostics).toContainEqual(
        'reference/vocabulary: «\u00A0Moyen\u00A0» n’est pas un horizon du programme\u00A0: écrivez «\u00A0moyen\u00A0».',
      )
      expect(seen.fixed).toBe('horizon: moyen')
      expect(seen.hover).toMatch(/Niveau [ABC]/)
      expect(seen.definition).toMatch(/^- id: /)
      expect(seen.completion.length).toBeGreaterThan(1)
      expect(seen.completion).toContain('insee-renoncement')
      expect(seen.formatted).toBe(true)
      expect(seen.renamed).toBe(true)
      // What the editor saved is as sound as what it was given.
      expect(
        run(process.execPath, [cahier, 'check', '--programme', folder], {
          CAHIER_DATE: '2026-11-24',
        }).status,
      ).toBe(0)
    },
  )
})

function readOr(path: string, otherwise: string): string {
  try {
    return readFileSync(path, 'utf8')
  } catch {
    throw new Error(`Neovim wrote nothing:\n${otherwise}`)
  }
}
