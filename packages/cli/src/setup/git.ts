import { realpathSync } from 'node:fs'
import { EMPTY_PLAN, pathInside } from '@cahier/core'
import { UsageError } from '../arguments/usage-error.ts'
import { systemCode } from '../disk/files.ts'
import { askGit, tryGit } from '../git/ask-git.ts'
import { gitReach, noGitError, repositoryRefusedError } from '../git/state.ts'
import { applyPlan } from '../writing/apply-plan.ts'
import { gitAttributes, gitSettings } from './git-settings.ts'
import { blockMarks, withBlock } from './managed-block.ts'
import { ownCommand } from './own-command.ts'
import { type SetupTarget, textBefore, UP_TO_DATE } from './target.ts'

/** `cahier setup git`: writes `.gitattributes` and the settings of git. */
export const gitTarget: SetupTarget = async (invocation) => {
  const { folder, language, values, say, print } = invocation
  const root = git(folder, ['rev-parse', '--show-toplevel']).trim()
  const inside = pathInside(realpathSync.native(root), realpathSync.native(folder))
  const before = textBefore(root, ATTRIBUTES)
  const content = withBlock(
    ATTRIBUTES,
    before,
    blockMarks('git'),
    gitAttributes(inside ? `${inside}/` : ''),
  )
  const settings = gitSettings(ownCommand(), git(folder, ['--version']), language).filter(
    ({ key, value }) => settingOf(folder, key) !== value,
  )
  const words = WORDS[language]
  const files = content === before ? [] : [{ path: ATTRIBUTES, content, replaces: true }]
  const code = await applyPlan({ ...EMPTY_PLAN, files }, { ...invocation, folder: root })
  if (code !== 0) return code
  const isDry = values['dry-run'] === true
  for (const { key, value } of settings) {
    if (!isDry) git(folder, ['config', '--local', '--replace-all', key, value])
    say(`${isDry ? words.wouldSet : words.set} ${key}\n`)
    if (isDry) print(`    ${value}\n`)
  }
  if (files.length === 0 && settings.length === 0) say(`${UP_TO_DATE[language]}\n`)
  say(`${words.next}\n`)
  return 0
}

const ATTRIBUTES = '.gitattributes'

function settingOf(folder: string, key: string): string {
  return (
    tryGit(folder, ['config', '--local', '--get', key])?.toString('utf8').replace(/\n$/, '') ?? ''
  )
}

/** The output of a git command. @throws {UsageError} when git fails. */
function git(folder: string, args: readonly string[]): string {
  try {
    return askGit(folder, args).toString('utf8')
  } catch (error) {
    if (systemCode(error) === 'ENOENT') throw noGitError()
    if (args[0] === 'config')
      throw new UsageError(
        'les réglages de git ne peuvent pas être écrits',
        'the settings of git cannot be written',
      )
    if (gitReach(folder) === 'refused') throw repositoryRefusedError()
    throw new UsageError(
      `${folder} n’est pas dans un dépôt git : « git init » en crée un`,
      `${folder} is not in a git repository: “git init” makes one`,
    )
  }
}

const WORDS = {
  fr: {
    set: 'réglé dans git :',
    wouldSet: 'serait réglé dans git :',
    next: [
      'Deux phrases changées par deux personnes se fondent désormais d’elles-mêmes ; ce que deux mains ont changé côte à côte est signalé, pour être relu.',
      'Les réglages sont ceux de cette copie du dépôt : chaque personne lance « cahier setup git » une fois dans la sienne. Le fichier .gitattributes, lui, se partage.',
      'Pour comparer par mots entiers : git difftool -y -t cahier.',
      'Pour défaire : git config --remove-section merge.cahier, puis diff.cahier et difftool.cahier ; git config --unset merge.renormalize ; et enlevez de .gitattributes les lignes entre « # >>> cahier setup git » et « # <<< cahier setup git ».',
    ].join('\n'),
  },
  en: {
    set: 'set in git:',
    wouldSet: 'would be set in git:',
    next: [
      'Two sentences changed by two people now merge by themselves; what two people changed side by side is reported, to be read again.',
      'The settings are those of this copy of the repository: each person runs “cahier setup git” once in theirs. The file .gitattributes is shared.',
      'To compare by whole words: git difftool -y -t cahier.',
      'To undo: git config --remove-section merge.cahier, then diff.cahier and difftool.cahier; git config --unset merge.renormalize; and remove from .gitattributes the lines between “# >>> cahier setup git” and “# <<< cahier setup git”.',
    ].join('\n'),
  },
} as const
