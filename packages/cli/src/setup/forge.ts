import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { pathInside, wording } from '@cahier/core'
import { UsageError } from '../arguments/usage-error.ts'
import { tryGit } from '../git/ask-git.ts'
import { openProgramme } from '../programme/open.ts'
import { forgeWorkflows, TOOL_FOLDERS } from './forge-workflows.ts'
import { repositoryOf, type SetupTarget, writeMissing } from './target.ts'
import type { Forge } from './targets.ts'
import { archiveFiles, releaseFiles } from './tool-files.ts'

/** The setup of a forge: writes a workflow and the tool, or prints a workflow that exists. */
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

/** The remote's default branch, else the usual names, else the current branch. */
function mainBranch(root: string): string {
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
