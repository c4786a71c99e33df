import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { parse, parseAllDocuments } from 'yaml'
import { forgeWorkflows } from '../../packages/cli/src/setup/forge-workflows.ts'
import { expectOwnCommands } from './own-commands.ts'
import { root } from './packages.ts'

const read = (path: string) => readFileSync(`${root}/${path}`, 'utf8')
const cli = JSON.parse(read('packages/cli/package.json'))

describe('what repositories of others use of this one', () => {
  it.each(['action.yml', '.pre-commit-hooks.yaml', 'Containerfile'])(
    '%s says commands and options that the program has',
    async (path) => {
      await expectOwnCommands(read(path))
    },
  )

  it('the action pins what it uses, and builds the tool from its own commit with what the lock file names', () => {
    const { runs } = parse(read('action.yml'))
    const [node, build] = runs.steps
    expect(node.uses).toMatch(/@[0-9a-f]{40}$/)
    expect(build.run).toMatch(
      /^npm ci --ignore-scripts .*--workspace packages\/cli\nnode packages\/cli\/scripts\/bundle\.mjs\n$/,
    )
    // No input is put into a script: it comes as a variable.
    for (const { run = '' } of runs.steps) expect(run).not.toContain('${{')
  })

  it('the image runs the archive of the package as nobody in particular', () => {
    const recipe = read('Containerfile')
    expect(recipe).toContain(`ADD ${cli.name.replace('@', '').replace('/', '-')}-*.tgz /opt/`)
    expect(recipe).toContain(`/opt/package/${cli.bin.cahier} /usr/local/bin/cahier`)
    expect(recipe).toMatch(/^USER [1-9]\d*:[1-9]\d*$/m)
  })

  it.each([
    ['relecture', 'fr'],
    ['check', 'en'],
  ] as const)(
    'the component %s of GitLab is what `cahier setup gitlab` writes, for a folder that is named',
    async (name, language) => {
      const programme = '$[[ inputs.programme ]]'
      const [workflow] = forgeWorkflows(
        'gitlab',
        { programme, tool: 'archive', branch: '', language },
        false,
      )
      const text = `${SPECS[language]}---\n${workflow?.content}`
      expect(parseAllDocuments(text)).toHaveLength(2)
      await expect(text).toMatchFileSnapshot(`${root}/templates/${name}.yml`)
    },
  )
})

const SPECS = {
  fr: 'spec:\n  inputs:\n    programme:\n      description: Le dossier du programme, depuis la racine du dépôt\n      default: .\n',
  en: 'spec:\n  inputs:\n    programme:\n      description: The folder of the programme, from the root of the repository\n      default: .\n',
} as const
