import { realpathSync } from 'node:fs'
import { EMPTY_PLAN, type Language, pathInside } from '@cahier/core'
import { UsageError } from '../arguments/usage-error.ts'
import { systemCode } from '../disk/files.ts'
import { askGit, tryGit } from '../git/ask-git.ts'
import { gitReach, noGitError, repositoryRefusedError } from '../git/state.ts'
import { applyPlan } from '../writing/apply-plan.ts'
import { ownCommand } from './own-command.ts'
import { fileWithBlock, type SetupTarget, UP_TO_DATE } from './setup-files.ts'

/** `cahier setup git`: writes `.gitattributes` and the settings of git. */
export const gitTarget: SetupTarget = async (invocation) => {
  const { folder, language, values, say, print } = invocation
  const root = git(folder, ['rev-parse', '--show-toplevel']).trim()
  const inside = pathInside(realpathSync.native(root), realpathSync.native(folder))
  const lines = gitAttributes(inside ? `${inside}/` : '')
  const files = fileWithBlock(root, '.gitattributes', 'git', lines)
  const settings = gitSettings(ownCommand(), git(folder, ['--version']), language).filter(
    ({ key, value }) => settingOf(folder, key) !== value,
  )
  const words = WORDS[language]
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

function settingOf(folder: string, key: string) {
  return (
    tryGit(folder, ['config', '--local', '--get', key])?.toString('utf8').replace(/\n$/, '') ?? ''
  )
}

/** @throws {UsageError} when git fails. */
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
    name: 'prose par phrases, YAML par clés',
    sides: ['nous', 'base', 'eux'],
    // Printed before the path when git merges instead of cahier. Quoted for the shell.
    byGit: "'cahier n’a pas pu fusionner, git le fait ligne à ligne :'",
    set: 'réglé dans git :',
    wouldSet: 'serait réglé dans git :',
    next: [
      'Deux phrases changées par deux personnes se fondent désormais d’elles-mêmes ; ce qui a changé côte à côte est signalé, pour être relu.',
      'Les réglages sont ceux de cette copie du dépôt : chaque personne lance « cahier setup git » une fois dans la sienne. Le fichier .gitattributes, lui, se partage.',
      'Pour comparer par mots entiers : git difftool -y -t cahier.',
      'Pour défaire : git config --remove-section merge.cahier, puis diff.cahier et difftool.cahier ; git config --unset merge.renormalize ; et enlevez de .gitattributes le bloc « cahier setup git ».',
    ].join('\n'),
  },
  en: {
    name: 'prose by sentences, YAML by keys',
    sides: ['ours', 'base', 'theirs'],
    byGit: "'cahier could not merge, git does it line by line:'",
    set: 'set in git:',
    wouldSet: 'would be set in git:',
    next: [
      'Two sentences changed by two people now merge by themselves; what changed side by side is reported, to be read again.',
      'The settings are those of this copy of the repository: each person runs “cahier setup git” once in theirs. The file .gitattributes is shared.',
      'To compare by whole words: git difftool -y -t cahier.',
      'To undo: git config --remove-section merge.cahier, then diff.cahier and difftool.cahier; git config --unset merge.renormalize; and remove from .gitattributes the block “cahier setup git”.',
    ].join('\n'),
  },
} as const

/**
 * The settings that make git merge and compare texts with cahier. `command`: a shell command that
 * runs cahier. `version`: the output of `git --version`.
 */
export function gitSettings(command: string, version: string, language: Language) {
  const [, major = 0, minor = 0] = (/(\d+)\.(\d+)/.exec(version) ?? []).map(Number)
  // Git before 2.44 has no placeholders for the names of the sides.
  const words = WORDS[language]
  const [ours, base, theirs] =
    major > 2 || (major === 2 && minor >= 44) ? ['%X', '%S', '%Y'] : words.sides
  // `%` begins a placeholder of git.
  const literal = (written: string) => written.replaceAll('%', '%%')
  const sides = `--marker-size %L -L ${ours} -L ${base} -L ${theirs}`
  const merge = `${literal(command)} merge-file ${sides} --path %P %A %O %B`
  // An error without conflict markers means that cahier did not run. Git must then merge by itself:
  // otherwise it would keep one side only.
  const hasRun = `code=$?; if test $code -eq 0 || grep -q '^<\\{%L\\} ' %A; then exit $code; fi`
  const byGit = `echo ${literal(words.byGit)} %P >&2; git merge-file ${sides} %A %O %B`
  // Git appends the file name. If cahier fails, git compares the file line by line.
  const sentences = `shown() { ${command} diff --sentences "$1" 2>/dev/null || cat "$1"; }; shown`
  return [
    { key: 'merge.cahier.name', value: words.name },
    { key: 'merge.cahier.driver', value: `${merge}; ${hasRun}; ${byGit}` },
    // When there are two common ancestors, git first merges them with its own driver.
    { key: 'merge.cahier.recursive', value: 'text' },
    // Different line ends are no conflict.
    { key: 'merge.renormalize', value: 'true' },
    { key: 'diff.cahier.textconv', value: sentences },
    { key: 'diff.cahier.xfuncname', value: '^#{1,6} .*$' },
    { key: 'difftool.cahier.cmd', value: `${command} diff "$LOCAL" "$REMOTE"` },
  ]
}

/** The lines of `.gitattributes`. `prefix`: the path of the programme, with a final slash. */
export function gitAttributes(prefix: string): readonly string[] {
  const line = (pattern: string, what: string) => `${quotedPattern(`${prefix}${pattern}`)} ${what}`
  const [texts, data] = prefix === '' ? ['*.md', '*.yaml'] : ['**/*.md', '**/*.yaml']
  return [
    line(texts, 'merge=cahier diff=cahier text=auto'),
    line(data, 'merge=cahier text=auto'),
    // Git must not change a byte of signed files, pictures and recorded decisions.
    line('positions/**', '-text'),
    line('assets/**', '-text'),
    line('decisions/*/**', '-text -merge'),
  ]
}

function quotedPattern(pattern: string) {
  return /[\s"\\]/.test(pattern) ? `"${pattern.replace(/["\\]/g, '\\$&')}"` : pattern
}
