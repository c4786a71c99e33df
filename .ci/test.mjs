// npm test: everything that must hold before a change lands. The last line adds it all up.
import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { installIfNeeded, npmCall, root } from './install.mjs'
import { check, count, runVitest, sayTally } from './tally.mjs'

if (!count('install', installIfNeeded() === 0)) process.exit(sayTally())
if (mayInstallClients())
  check('real clients (Debian packages)', 'bash', ['tests/clients/install.sh'])

const changesBefore = changedFiles()
check('style (biome)', ...npmCall(['run', '--silent', 'style']))
check('types (tsc)', ...npmCall(['run', '--silent', 'types']))
checkGenerated()
runVitest('unit tests and the architecture', ['unit'])
if (check('build (turbo)', ...npmCall(['run', '--silent', 'build'])))
  runVitest('stories, and what real clients say', ['stories', 'clients'])
if (changesBefore !== undefined) checkTree(changesBefore)

process.exit(sayTally())

/**
 * System packages are installed where that is expected: in continuous integration, or by root where
 * apt is.
 */
function mayInstallClients() {
  return process.env.CI === 'true' || (process.getuid?.() === 0 && existsSync('/usr/bin/apt-get'))
}

/** Makes the generated files again: they are committed, so they must come out as they were. */
function checkGenerated() {
  const before = sumsOfGenerated()
  if (!check('generate', ...npmCall(['run', '--silent', 'generate']))) return
  const after = sumsOfGenerated()
  const changed = [...new Set([...before.keys(), ...after.keys()])].filter(
    (path) => before.get(path) !== after.get(path),
  )
  for (const path of changed)
    console.log(`  ${path} was not up to date: commit what npm run generate makes`)
  count('generated files are up to date', changed.length === 0)
}

function sumsOfGenerated() {
  const sums = new Map()
  for (const name of readdirSync(`${root}/packages`)) {
    const folder = `${root}/packages/${name}/src/generated`
    if (!existsSync(folder)) continue
    for (const file of readdirSync(folder)) {
      const sum = createHash('sha256')
        .update(readFileSync(`${folder}/${file}`))
        .digest('hex')
      sums.set(`packages/${name}/src/generated/${file}`, sum)
    }
  }
  return sums
}

/** The tests and the build leave the tree as they found it, whether or not it was clean. */
function checkTree(before) {
  const after = changedFiles()
  if (after !== before) console.log(`\nBefore the tests:\n${before}\nAfter:\n${after}`)
  count('nothing in the tree was changed', after === before)
}

/** What git says has changed, with the sum of what changed; nothing outside a git checkout. */
function changedFiles() {
  const git = (...words) =>
    spawnSync('git', words, { cwd: root, encoding: 'utf8', maxBuffer: 1 << 28 })
  const status = git('status', '--porcelain', '--untracked-files=all')
  if (status.status !== 0) return undefined
  return status.stdout + createHash('sha256').update(git('diff').stdout).digest('hex')
}
