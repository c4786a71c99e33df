import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { FORGES } from '../../packages/cli/src/setup/forge-names.ts'
import { forgeWorkflow, PLACES } from '../../packages/cli/src/setup/forge-workflows.ts'
import { root } from './house.ts'

for (const forge of FORGES) {
  describe(forge, () => {
    const text = readFileSync(`${root}/${PLACES[forge]}`, 'utf8')

    it('checks contributions to this repository as `cahier setup` would have it', () => {
      expect(text).toBe(forgeWorkflow(forge, { programme: 'programme', isOfTool: true, language: 'fr' }))
    })

    it('speaks to who contributes in the language of the programme', () => {
      const workflow = forgeWorkflow(forge, { programme: 'programme', isOfTool: true, language: 'en' })
      expect(workflow).toContain("echo 'This contribution conflicts")
      expect(workflow).toContain('--lang en')
    })

    it.each([
      ['built', true, ['npm ci', 'npm run build'], 'cahier.js check'],
      ['installed', false, ['npm install --offline'], '.bin/cahier check'],
    ] as const)(
      'names no secret, and runs nothing of the contribution: the tool is %s before its programme is taken',
      (_, isOfTool, install, check) => {
        const workflow = forgeWorkflow(forge, { programme: 'programme', isOfTool, language: 'fr' })
        expect(workflow).not.toMatch(/secrets\.|pull_request_target|persist-credentials: true|: write|\{\{\w+\}\}/)
        // The branch it is meant for, and never the contribution, is what is checked out.
        const base = forge === 'gitlab' ? 'git reset --quiet --hard' : 'ref: refs/heads/$'
        expect(workflow).not.toMatch(/ref: refs\/pull|git (?:switch|checkout)/)
        const places = [base, ...install, 'git -c core.symlinks=false restore', check].map((step) => workflow.indexOf(step))
        expect(places).toEqual([...places].sort((a, b) => a - b))
        expect(Math.min(...places)).toBeGreaterThan(0)
        expect(workflow.slice(workflow.indexOf('symlinks=false restore'))).not.toMatch(/\bnp[mx] /)
      },
    )
  })
}
