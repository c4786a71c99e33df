import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import {
  forgeWorkflows,
  WORKFLOW_PATHS,
  type WorkflowTarget,
} from '../../packages/cli/src/setup/forge-workflows.ts'
import { FORGES } from '../../packages/cli/src/setup/targets.ts'
import { expectOwnCommands } from './own-commands.ts'
import { root } from './packages.ts'

for (const forge of FORGES) {
  describe(forge, () => {
    const text = readFileSync(`${root}/${WORKFLOW_PATHS[forge]}`, 'utf8')

    const written = (checked: Partial<WorkflowTarget>, pages = false) =>
      forgeWorkflows(
        forge,
        { programme: 'programme', tool: 'archive', branch: 'main', language: 'fr', ...checked },
        pages,
      )

    it('checks contributions to this repository as `cahier setup` would have it', () => {
      expect(text).toBe(written({ tool: 'built' })[0]?.content)
    })

    it('looks again when the branch a contribution is meant for changes, and at the main branch', () => {
      const { on, relecture } = parse(text)
      if (forge === 'gitlab')
        return expect(JSON.stringify(relecture.rules)).toContain(
          '$CI_COMMIT_BRANCH == $CI_DEFAULT_BRANCH',
        )
      expect(on).toEqual({
        push: { branches: ['main'] },
        pull_request: { types: ['opened', 'synchronize', 'reopened', 'edited'] },
      })
    })

    it('is in the language of the programme, whole', () => {
      const [english, publication] = written({ language: 'en' }, true).map(({ content }) => content)
      expect(english).toContain("echo 'This contribution conflicts")
      expect(english).toContain('--lang en')
      expect(english).toContain('tools/cahier.tgz')
      expect(`${english}${publication}`).not.toMatch(/[éèàùç«»’]|relecture|outil/i)
    })

    it.each(['built', 'archive', 'release'] as const)(
      'leaves nothing to fill in, and pins what it uses by its hash (%s)',
      (tool) => {
        for (const { content } of written({ tool }, true)) {
          expect(content).not.toMatch(/__\w+__/)
          expect(Object.keys(parse(content))).not.toEqual([])
          for (const [, used = ''] of content.matchAll(/uses: (.*)/g))
            expect(used).toMatch(/^actions\/[a-z-]+@[0-9a-f]{40} # v\d/)
        }
      },
    )

    it('says commands and options that the program has', { tags: ['long'] }, async () => {
      for (const { content } of written({}, true)) await expectOwnCommands(content)
    })

    it.each([
      ['built', ['npm ci', 'npm run build'], 'cahier.js check'],
      ['archive', ['sha256sum --check', 'tar -xzf outils/cahier.tgz'], 'cahier.js check'],
      ['release', ['npm ci --ignore-scripts'], '.bin/cahier check'],
    ] as const)(
      'names no secret, and runs nothing of the contribution: the tool is there before its programme is taken (%s)',
      (tool, install, check) => {
        const workflow = written({ tool })[0]?.content ?? ''
        expect(workflow).not.toMatch(
          /secrets\.|pull_request_target|persist-credentials: true|: write/,
        )
        // The branch it is meant for, and never the contribution, is what is checked out.
        const base = forge === 'gitlab' ? 'git reset --quiet --hard' : 'ref: refs/heads/$'
        expect(workflow).not.toMatch(/ref: refs\/pull|git (?:switch|checkout)/)
        const places = [base, ...install, 'git -c core.symlinks=false restore', check].map((step) =>
          workflow.indexOf(step),
        )
        expect(places).toEqual([...places].sort((a, b) => a - b))
        expect(Math.min(...places)).toBeGreaterThan(0)
        expect(workflow.slice(workflow.indexOf('symlinks=false restore'))).not.toMatch(/\bnp[mx] /)
      },
    )
  })
}
