import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { root } from './house.ts'

/** Where each forge looks for its workflow; the template that collectives copy is the one that is kept. */
const placeOf = {
  'github.yml': '.github/workflows/programme.yml',
  'gitlab.yml': '.gitlab-ci.yml',
  'forgejo.yml': '.forgejo/workflows/programme.yml',
} as const

for (const [template, place] of Object.entries(placeOf)) {
  describe(template, () => {
    const text = readFileSync(`${root}/packages/cli/templates/workflows/${template}`, 'utf8')

    it('is the workflow that this repository uses', () => {
      expect(readFileSync(`${root}/${place}`, 'utf8')).toBe(text)
    })

    it('names no secret, and runs nothing of the contribution: the tool is built before its programme is taken', () => {
      expect(text).not.toMatch(/secrets\.|pull_request_target|persist-credentials: true|: write/)
      const steps = ['git switch --quiet --detach', 'npm ci', 'npm run build', 'git -c core.symlinks=false restore', 'cahier.js check']
      const places = steps.map((step) => text.indexOf(step))
      expect(places).toEqual([...places].sort((a, b) => a - b))
      expect(Math.min(...places)).toBeGreaterThan(0)
      expect(text.slice(text.indexOf('symlinks=false restore'))).not.toMatch(/\bnp[mx] /)
    })
  })
}
