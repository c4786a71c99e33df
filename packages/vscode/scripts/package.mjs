// Puts what bundle.mjs made into one file that an editor installs without a network: dist/vscode-cahier.vsix.
import { cpSync, mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { createVSIX } from '@vscode/vsce'

const dist = join(dirname(dirname(fileURLToPath(import.meta.url))), 'dist')
const packagePath = join(dist, 'vscode-cahier.vsix')
const cwd = mkdtempSync(join(tmpdir(), 'vscode-cahier-'))

try {
  for (const path of JSON.parse(readFileSync(join(dist, 'files.json'), 'utf8'))) cpSync(join(dist, 'extension', path), join(cwd, path))
  await createVSIX({ cwd, packagePath, dependencies: false, allowMissingRepository: true })
} finally {
  rmSync(cwd, { recursive: true, force: true })
}
console.log(`${packagePath}: ${Math.ceil(statSync(packagePath).size / 1000)} kB`)
