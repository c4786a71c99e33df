import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { EMPTY_PLAN, pathInside } from '@cahier/core'
import { UsageError } from '../arguments/usage-error.ts'
import { tryGit } from '../git/ask-git.ts'
import { openProgramme } from '../programme/open.ts'
import { applyPlan } from '../writing/apply-plan.ts'
import { forgeWorkflows, TOOL_FOLDERS, type ToolSource } from './forge-workflows.ts'
import { repositoryOf, type SetupTarget, textBefore } from './target.ts'
import type { Forge } from './targets.ts'
import { archiveFiles, releaseFiles } from './tool-files.ts'

/**
 * Writes the workflow of a forge, in the language of the programme, and the tool. Existing
 * workflows are shown, not replaced.
 */
export function forgeTarget(forge: Forge): SetupTarget {
  return async (invocation) => {
    const { folder, values, say, print } = invocation
    const root = repositoryOf(folder)
    const programme = pathInside(root, folder) || '.'
    if (/[\r\n]/.test(programme))
      throw new UsageError(
        'le nom du dossier ne peut pas tenir sur plusieurs lignes',
        'the name of the folder cannot stand on several lines',
      )
    const language = /^en\b/i.test(openProgramme(invocation).manifest.language) ? 'en' : 'fr'
    const tool = toolFor(root, values.release)
    const workflows = forgeWorkflows(
      forge,
      { programme, tool, branch: mainBranch(root), language },
      values.pages === true,
    ).map((one) => ({
      ...one,
      before: existsSync(join(root, one.path)) ? textBefore(root, one.path) : null,
    }))
    const missing = workflows
      .filter(({ before }) => before === null)
      .map(({ path, content }) => ({ path, content }))
    const ofTool =
      tool === 'built'
        ? []
        : tool === 'archive'
          ? archiveFiles(root, language)
          : releaseFiles(root, language, String(values.release))
    const words = WORDS[invocation.language]
    const code = await applyPlan(
      { ...EMPTY_PLAN, files: [...missing, ...ofTool] },
      { ...invocation, folder: root },
    )
    if (code !== 0) return code
    for (const { path, content, before } of workflows) {
      if (before === content) say(`${words.upToDate(path)}\n`)
      else if (before !== null) {
        say(`${words.there(path)}\n\n`)
        print(content)
        say('\n')
      }
    }
    if (tool !== 'built') say(`${words.tool(TOOL_FOLDERS[language])}\n`)
    say(`${words.next}\n`)
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
  fr: {
    upToDate: (path: string) => `${path} est déjà en place.`,
    there: (path: string) =>
      `${path} existe déjà, et reste comme il est. À y ajouter si cela vous convient :`,
    tool: (folder: string) =>
      `L’outil qui relira est dans ${folder}/ : mettez-le dans le dépôt avec le reste, et relancez cette commande quand vous en changez.`,
    next: 'Reste à faire sur la forge : protéger la branche principale, et y exiger que cette relecture passe.',
  },
  en: {
    upToDate: (path: string) => `${path} is already in place.`,
    there: (path: string) =>
      `${path} is there already, and stays as it is. To add to it if it suits you:`,
    tool: (folder: string) =>
      `The tool that will check is in ${folder}/: put it in the repository with the rest, and run this command again when you change it.`,
    next: 'Left to do on the forge: protect the main branch, and require there that this check passes.',
  },
} as const
