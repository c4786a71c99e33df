// Packs each edition that bundle.mjs made as a file that an editor installs offline:
// dist/vscode-cahier.vsix, and dist/vscode-cahier-web.vsix for editors in a browser.
import { cpSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { createVSIX } from '@vscode/vsce'

const dist = join(dirname(dirname(fileURLToPath(import.meta.url))), 'dist')
// The address of the repository, from the forge that makes the release; elsewhere it is unknown.
const { GITHUB_SERVER_URL: forge = 'https://github.com', GITHUB_REPOSITORY: path } = process.env
const repository = path === undefined ? undefined : `${forge}/${path}`
// Pictures are too large for the package: they stay in the repository.
const PICTURE = /!\[(.*)\]\(\.\.\/\.\.\/(.+)\)\n/g

await packageEdition('extension', 'files.json', 'vscode-cahier.vsix')
await packageEdition('web', 'web-files.json', 'vscode-cahier-web.vsix', { target: 'web' })

async function packageEdition(folder, list, name, options = {}) {
  const packagePath = join(dist, name)
  const cwd = mkdtempSync(join(tmpdir(), 'vscode-cahier-'))
  const rewrite = (file, change) =>
    writeFileSync(join(cwd, file), change(readFileSync(join(cwd, file), 'utf8')))
  try {
    for (const path of JSON.parse(readFileSync(join(dist, list), 'utf8')))
      cpSync(join(dist, folder, path), join(cwd, path))
    rewrite('package.json', (text) =>
      JSON.stringify({ ...JSON.parse(text), ...(repository && { repository }) }, null, 2),
    )
    rewrite('README.md', (text) =>
      text.replaceAll(PICTURE, (_, alt, at) =>
        repository ? `![${alt}](${repository}/raw/HEAD/${at})\n` : '',
      ),
    )
    await createVSIX({
      cwd,
      packagePath,
      dependencies: false,
      allowMissingRepository: true,
      ...options,
    })
  } finally {
    rmSync(cwd, { recursive: true, force: true })
  }
  console.log(`${packagePath}: ${Math.ceil(statSync(packagePath).size / 1000)} kB`)
}
