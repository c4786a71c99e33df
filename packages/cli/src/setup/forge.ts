import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { gunzipSync } from 'node:zlib'
import { type Language, type NewFile, pathInside, wording } from '@cahier/core'
import manifest from '../../package.json' with { type: 'json' }
import { UsageError, wrongValue } from '../arguments/usage-error.ts'
import { buildId } from '../disk/cache-folder.ts'
import { inTemporaryFolder } from '../disk/files.ts'
import { tryGit } from '../git/ask-git.ts'
import { openProgramme } from '../programme/open.ts'
import { ARCHIVE, CHECKSUM, forgeWorkflows, TOOL_FOLDERS } from './forge-workflows.ts'
import { repositoryOf, type SetupTarget, writeMissing } from './setup-files.ts'
import type { Forge } from './targets.ts'

/**
 * The setup of a forge, such as GitHub: writes a workflow and the tool that it runs. If another
 * workflow exists, prints the new one instead.
 */
export function forgeTarget(forge: Forge): SetupTarget {
  return async (invocation) => {
    const { folder, values, language: spoken, say } = invocation
    const root = repositoryOf(folder)
    const programme = pathInside(root, folder) || '.'
    if (/[\r\n]/.test(programme))
      throw new UsageError(
        'le nom du dossier ne peut pas tenir sur plusieurs lignes',
        'the name of the folder cannot stand on several lines',
      )
    const language = /^en\b/i.test(openProgramme(invocation).manifest.language) ? 'en' : 'fr'
    const [tool, files] =
      values.release !== undefined
        ? (['release', releaseFiles(root, language, String(values.release))] as const)
        : existsSync(join(root, 'packages/cli/bin/cahier.js'))
          ? (['built', []] as const)
          : (['archive', archiveFiles(root, language)] as const)
    const checked = { programme, tool, branch: mainBranch(root), language } as const
    const workflows = forgeWorkflows(forge, checked, values.pages === true)
    const code = await writeMissing(workflows, files, { ...invocation, folder: root })
    if (code !== 0) return code
    if (tool !== 'built') say(`${WORDS.tool[spoken]({ folder: TOOL_FOLDERS[language] })}\n`)
    say(`${WORDS.next[spoken]({})}\n`)
    return 0
  }
}

function mainBranch(root: string) {
  const requests = [
    ['symbolic-ref', '--quiet', '--short', 'refs/remotes/origin/HEAD'],
    ['for-each-ref', '--format=%(refname:short)', 'refs/heads/main', 'refs/heads/master'],
    ['symbolic-ref', '--quiet', '--short', 'HEAD'],
  ]
  for (const request of requests) {
    const [name = ''] = tryGit(root, request)?.toString('utf8').split('\n') ?? []
    if (name !== '') return name.replace(/^origin\//, '')
  }
  return 'main'
}

const WORDS = {
  tool: wording(
    'L’outil qui relira est dans {folder}/ : mettez-le dans le dépôt avec le reste, et relancez cette commande quand vous en changez.',
    'The tool that will check is in {folder}/: put it in the repository with the rest, and run this command again when you change it.',
  ),
  next: wording(
    'Reste à faire sur la forge : protéger la branche principale, et y exiger que cette relecture passe.',
    'Left to do on the forge: protect the main branch, and require there that this check passes.',
  ),
}

function archiveFiles(root: string, language: Language): readonly NewFile[] {
  const folder = TOOL_FOLDERS[language]
  const before = bytesIfAny(join(root, folder, ARCHIVE))
  const archive = before !== null && isOfThisBuild(before) ? before : ownArchive()
  const sum = `${createHash('sha256').update(archive).digest('hex')}  ${ARCHIVE}\n`
  return changed(root, { [`${folder}/${ARCHIVE}`]: archive, [`${folder}/${CHECKSUM}`]: sum })
}

/** The `package.json` and lock file for a release. @throws {UsageError} if npm finds none. */
function releaseFiles(root: string, language: Language, version: string): readonly NewFile[] {
  if (!/^\d+\.\d+\.\d+(?:-[\w.]+)?$/.test(version))
    throw wrongValue('release', version, {
      fr: 'un numéro de version, par exemple 1.2.0',
      en: 'a version number, such as 1.2.0',
    })
  const folder = TOOL_FOLDERS[language]
  const wanted = `${JSON.stringify({ name: folder, private: true, dependencies: { [manifest.name]: version } }, null, 2)}\n`
  const lock = inTemporaryFolder((at) => {
    writeFileSync(join(at, 'package.json'), wanted)
    const trouble = runNpm(['install', '--package-lock-only'], at)
    const text = bytesIfAny(join(at, 'package-lock.json'))?.toString('utf8') ?? ''
    if (trouble === null && text.includes('"integrity"')) return text
    throw failed(
      `le registre de npm n’a pas donné ${manifest.name} ${version} : sans « --release », l’outil installé ici est mis dans le dépôt`,
      `the npm registry did not give ${manifest.name} ${version}: without “--release”, the tool installed here is put in the repository`,
      trouble,
    )
  })
  return changed(root, {
    [`${folder}/package.json`]: wanted,
    [`${folder}/package-lock.json`]: lock,
  })
}

function changed(
  root: string,
  contents: Readonly<Record<string, NewFile['content']>>,
): readonly NewFile[] {
  return Object.entries(contents)
    .filter(([path, content]) => !bytesIfAny(join(root, path))?.equals(Buffer.from(content)))
    .map(([path, content]) => ({ path, content, replaces: true }))
}

function bytesIfAny(path: string): Buffer | null {
  try {
    return readFileSync(path)
  } catch {
    return null
  }
}

// Looks for the build id: two versions of npm pack the same build with different bytes.
function isOfThisBuild(archive: Buffer) {
  try {
    return buildId() !== '' && gunzipSync(archive).includes(buildId())
  } catch {
    return false
  }
}

function ownArchive(): Buffer {
  // The package folder, both from `dist/bundle` and from the sources.
  const own = fileURLToPath(new URL('../..', import.meta.url))
  return inTemporaryFolder((at) => {
    const trouble = runNpm(['pack', '--silent'], own, { npm_config_pack_destination: at })
    const [archive] = readdirSync(at).filter((name) => name.endsWith('.tgz'))
    if (trouble === null && archive !== undefined) return readFileSync(join(at, archive))
    throw failed(
      'npm n’a pas pu faire une archive de l’outil',
      'npm could not make an archive of the tool',
      trouble,
    )
  })
}

function failed(fr: string, en: string, trouble: string | null) {
  const why = trouble === null ? '' : ` ${trouble}`
  return new UsageError(fr + why, en + why)
}

/** Runs npm without install scripts. Returns its error output, or `null` on success. */
function runNpm(
  words: readonly string[],
  cwd: string,
  settings: Readonly<Record<string, string>> = {},
): string | null {
  const quiet = {
    npm_config_audit: 'false',
    npm_config_fund: 'false',
    npm_config_update_notifier: 'false',
    npm_config_ignore_scripts: 'true',
    npm_config_fetch_retries: '0',
  }
  // On Windows `npm` is a shell script: paths go through the environment, which no shell parses.
  const { error, status, stderr } = spawnSync('npm', [...words], {
    cwd,
    encoding: 'utf8',
    env: { ...process.env, ...quiet, ...settings },
    shell: process.platform === 'win32',
  })
  if (error !== undefined)
    throw new UsageError(
      'il faut npm, qui vient avec Node, et il n’a pas été trouvé',
      'npm is needed, which comes with Node, and was not found',
    )
  return status === 0 ? null : stderr.trim()
}
