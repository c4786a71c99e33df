// Other linters of Markdown, installed outside the repository, without their install scripts.
import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

/**
 * Each with its packages, its command, and what it is given in the folder to lint; `modules` is
 * where the packages are.
 */
export const PEERS = {
  'markdownlint-cli2': {
    packages: ['markdownlint-cli2'],
    bin: 'markdownlint-cli2/markdownlint-cli2-bin.mjs',
    args: (path) => [path.endsWith('.md') ? path : '**/*.md'],
  },
  'remark-cli': {
    // With what reads tables, footnotes and front matter, as the others do: the 248 packages that
    // the measures of the design count.
    packages: ['remark-cli', 'remark-frontmatter', 'remark-gfm', 'remark-preset-lint-recommended'],
    bin: 'remark-cli/cli.js',
    args: (path, modules) => [path, '--quiet', '--no-stdout', ...remarkUses(modules)],
  },
  textlint: {
    packages: ['textlint', 'textlint-rule-no-todo', 'textlint-rule-common-misspellings'],
    bin: 'textlint/bin/textlint.js',
    args: (path) => [
      '--rule',
      'no-todo',
      '--rule',
      'common-misspellings',
      path.endsWith('.md') ? path : '**/*.md',
    ],
  },
  rumdl: {
    packages: ['rumdl'],
    bin: 'rumdl/bin/rumdl',
    args: (path) => ['check', '--no-cache', path],
  },
  'rumdl-cached': {
    packages: ['rumdl'],
    bin: 'rumdl/bin/rumdl',
    args: (path) => ['check', '--cache-dir', '.cache-rumdl', path],
  },
}

// By their paths: remark looks for what it uses from the folder it works in, and says nothing of a
// text when it finds none.
function remarkUses(modules) {
  return ['remark-frontmatter', 'remark-gfm', 'remark-preset-lint-recommended'].flatMap((name) => [
    '--use',
    join(modules, name, 'index.js'),
  ])
}

/** Installs the packages of the peers named; gives the folder of their modules. */
export function installPeers(folder, names) {
  mkdirSync(folder, { recursive: true })
  if (!existsSync(join(folder, 'package.json')))
    writeFileSync(join(folder, 'package.json'), '{"private":true}')
  const packages = [...new Set(names.flatMap((name) => PEERS[name].packages))].filter(
    (name) => !existsSync(join(folder, 'node_modules', name)),
  )
  if (packages.length > 0) {
    const { status } = spawnSync(
      'npm',
      ['install', '--ignore-scripts', '--no-audit', '--no-fund', ...packages],
      {
        cwd: folder,
        stdio: 'inherit',
      },
    )
    if (status !== 0) throw new Error('the peers could not be installed')
  }
  return join(folder, 'node_modules')
}
