import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { EMPTY_PLAN, type NewFile, pathInside, wording } from '@cahier/core'
import { UsageError } from '../arguments/usage-error.ts'
import { tryGit } from '../git/ask-git.ts'
import { openProgramme } from '../programme/open.ts'
import { applyPlan } from '../writing/apply-plan.ts'
import { forgeWorkflows, TOOL_FOLDERS, type ToolSource } from './forge-workflows.ts'
import { ALREADY_THERE, repositoryOf, type SetupTarget, textBefore } from './target.ts'
import type { Forge } from './targets.ts'
import { archiveFiles, releaseFiles } from './tool-files.ts'

/**
 * The setup of a forge. It writes a workflow and the tool. If the workflow file exists, it prints
 * the workflow instead.
 */
export function forgeTarget(forge: Forge): SetupTarget {
  return async (invocation) => {
    const { folder, values, language: spoken, say, print } = invocation
    const root = repositoryOf(folder)
    const programme = pathInside(root, folder) || '.'
    if (/[\r\n]/.test(programme))
      throw new UsageError(
        'le nom du dossier ne peut pas tenir sur plusieurs lignes',
        'the name of the folder cannot stand on several lines',
      )
    const language = /^en\b/i.test(openProgramme(invocation).manifest.language) ? 'en' : 'fr'
    const tool = toolFor(root, values.release)
    const checked = { programme, tool, branch: mainBranch(root), language } as const
    const workflows = forgeWorkflows(forge, checked, values.pages === true).map((one) => ({
      ...one,
      before: existsSync(join(root, one.path)) ? textBefore(root, one.path) : null,
    }))
    const missing: NewFile[] = workflows
      .filter(({ before }) => before === null)
      .map(({ path, content }) => ({ path, content }))
    const toolFiles = {
      built: () => [],
      archive: () => archiveFiles(root, language),
      release: () => releaseFiles(root, language, String(values.release)),
    }
    const files = [...missing, ...toolFiles[tool]()]
    const code = await applyPlan({ ...EMPTY_PLAN, files }, { ...invocation, folder: root })
    if (code !== 0) return code
    for (const { path, content, before } of workflows) {
      if (before === content) say(`${WORDS.upToDate[spoken]({ path })}\n`)
      else if (before !== null) {
        say(`${ALREADY_THERE[spoken]({ path })}\n\n`)
        print(content)
        say('\n')
      }
    }
    if (tool !== 'built') say(`${WORDS.tool[spoken]({ folder: TOOL_FOLDERS[language] })}\n`)
    say(`${WORDS.next[spoken]({})}\n`)
    return 0
  }
}

function toolFor(root: string, release: unknown): ToolSource {
  if (release !== undefined) return 'release'
  return existsSync(join(root, 'packages/cli/bin/cahier.js')) ? 'built' : 'archive'
}

/** The remote's default branch, else the usual names, else the current branch. */
function mainBranch(root: string): string {
  const ask = (...args: readonly string[]) =>
    tryGit(root, args)?.toString('utf8').split('\n')[0] || null
  return (
    ask('symbolic-ref', '--quiet', '--short', 'refs/remotes/origin/HEAD')?.replace(
      /^origin\//,
      '',
    ) ??
    ask('for-each-ref', '--format=%(refname:short)', 'refs/heads/main', 'refs/heads/master') ??
    ask('symbolic-ref', '--quiet', '--short', 'HEAD') ??
    'main'
  )
}

const WORDS = {
  upToDate: wording('{path} est déjà en place.', '{path} is already in place.'),
  tool: wording(
    'L’outil qui relira est dans {folder}/ : mettez-le dans le dépôt avec le reste, et relancez cette commande quand vous en changez.',
    'The tool that will check is in {folder}/: put it in the repository with the rest, and run this command again when you change it.',
  ),
  next: wording(
    'Reste à faire sur la forge : protéger la branche principale, et y exiger que cette relecture passe.',
    'Left to do on the forge: protect the main branch, and require there that this check passes.',
  ),
}
