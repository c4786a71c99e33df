// Puts what bundle.mjs made into one file that an editor installs without a network: dist/vscode-cahier.vsix.
import { statSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { createVSIX } from '@vscode/vsce'

const dist = join(dirname(dirname(fileURLToPath(import.meta.url))), 'dist')
const packagePath = join(dist, 'vscode-cahier.vsix')

await createVSIX({ cwd: join(dist, 'extension'), packagePath, dependencies: false, allowMissingRepository: true })
console.log(`${packagePath}: ${Math.ceil(statSync(packagePath).size / 1000)} kB`)
