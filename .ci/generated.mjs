// npm run generated: makes the generated files again. They are committed, so they must come out as
// they were.
import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { npmCall, root } from './install.mjs'

const before = hashes()
const { status } = spawnSync(...npmCall(['run', '--silent', 'generate']), {
  cwd: root,
  stdio: 'inherit',
})
if (status !== 0) process.exit(1)
const changed = [...hashes()].filter(([path, hash]) => before.get(path) !== hash)
for (const [path] of changed)
  console.log(`  ${path} was not up to date: commit what npm run generate makes`)
process.exit(changed.length === 0 ? 0 : 1)

/** The hash of each file in a `src/generated` folder, by its path. */
function hashes() {
  const folders = readdirSync(`${root}/packages`)
    .map((name) => `packages/${name}/src/generated`)
    .filter((folder) => existsSync(`${root}/${folder}`))
  const paths = folders.flatMap((folder) =>
    readdirSync(`${root}/${folder}`).map((file) => `${folder}/${file}`),
  )
  const hashOf = (path) =>
    createHash('sha256')
      .update(readFileSync(`${root}/${path}`))
      .digest('hex')
  return new Map(paths.map((path) => [path, hashOf(path)]))
}
