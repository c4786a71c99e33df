// npm run release:files: everything that a release carries, in release/. Nothing is sent: a person,
// or the workflow of a tag, does that.
import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import {
  copyFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import { npmCall, root } from './install.mjs'

const cli = join(root, 'packages/cli')
const { name, version } = JSON.parse(readFileSync(join(cli, 'package.json'), 'utf8'))
const out = join(root, 'release')

rmSync(out, { recursive: true, force: true })
mkdirSync(out)
run('build')
run('package')
call(['pack', '--ignore-scripts', '--pack-destination', out, '--workspace', name])
for (const edition of ['', '-web'])
  copyFileSync(
    join(root, `packages/vscode/dist/vscode-cahier${edition}.vsix`),
    join(out, `vscode-cahier${edition}-${version}.vsix`),
  )
if (existsSync(join(root, 'Containerfile')))
  copyFileSync(join(root, 'Containerfile'), join(out, 'Containerfile'))
write(`cahier-${version}.cdx.json`, `${JSON.stringify(billOfMaterials(), null, 2)}\n`)
for (const language of ['', '.en'])
  write(
    `NOTES${language}.md`,
    releaseNotes(readFileSync(join(cli, `CHANGELOG${language}.md`), 'utf8')),
  )
write('SHA256SUMS', sums())
for (const file of readdirSync(out).sort()) console.log(`release/${file}`)

function run(script) {
  call(['run', '--silent', script])
}

function call(words) {
  const [program, args] = npmCall(words)
  const { status } = spawnSync(program, args, { cwd: root, stdio: ['ignore', 'ignore', 'inherit'] })
  if (status !== 0) throw new Error(`npm ${words.join(' ')} failed`)
}

function write(file, text) {
  writeFileSync(join(out, file), text)
}

/**
 * The libraries that the program carries, in CycloneDX 1.5. @see
 * https://cyclonedx.org/docs/1.5/json/
 */
function billOfMaterials() {
  const licences = readFileSync(join(cli, 'dist/THIRD-PARTY-LICENCES.txt'), 'utf8')
  const titles = [...licences.matchAll(/^(\S+) (\d\S*) \((.+)\)$/gm)]
  if (titles.length === 0) throw new Error('THIRD-PARTY-LICENCES.txt names no library')
  return {
    bomFormat: 'CycloneDX',
    specVersion: '1.5',
    version: 1,
    metadata: { component: component(name, version, 'EUPL-1.2', 'application') },
    components: titles.map(([, library, release, licence]) =>
      component(library, release, licence, 'library'),
    ),
  }
}

function component(its, release, licence, type) {
  const purl = `pkg:npm/${its.replace('@', '%40')}@${release}`
  return {
    type,
    'bom-ref': purl,
    name: its,
    version: release,
    purl,
    licenses: [{ expression: licence }],
  }
}

/** The part of a change log that is about this version. */
function releaseNotes(changelog) {
  const [, part] = changelog.split(`\n## ${version}\n`)
  if (part === undefined)
    throw new Error(`the change log says nothing of ${version}: npm run version`)
  return `${part.split(/\n## /)[0].trim()}\n`
}

function sums() {
  return readdirSync(out)
    .sort()
    .map(
      (file) =>
        `${createHash('sha256')
          .update(readFileSync(join(out, file)))
          .digest('hex')}  ${file}\n`,
    )
    .join('')
}
