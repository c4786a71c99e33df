import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { planStance } from '@cahier/consensus'
import {
  buildProgramme,
  collectiveTemplate,
  isTakenName,
  type Language,
  type NewFile,
  setSentence,
  shortSlug,
} from '@cahier/core'
import { stringify } from 'yaml'
import { UsageError } from '../../arguments/usage-error.ts'
import { tryGit } from '../../git/ask-git.ts'
import { gitAttributes, gitSettings } from '../../setup/git-settings.ts'
import { marksOf, withBlock } from '../../setup/managed-block.ts'
import { ownCommand } from '../../setup/own-command.ts'
import { repositoryOf } from '../../setup/target.ts'
import { FIRST_TEXTS, type FirstTexts } from './first-texts.ts'

/** The choices for a new programme. */
export interface Wishes {
  /** `''` for the title of the example. */
  readonly title: string
  readonly language: Language
  /** Names of the members; without any, one example collective with one stance. */
  readonly members: readonly string[]
  /** The decision rule, as written in the manifest. */
  readonly rule: string
}

/**
 * The files of a new programme, which lints without a finding.
 * @throws {UsageError} when no file can be named after a member.
 */
export function newProgramme(identifier: string, day: string, wishes: Wishes): readonly NewFile[] {
  const texts = FIRST_TEXTS[wishes.language]
  const title = setSentence(wishes.title || texts.title, wishes.language)
  const filled = (text: string) =>
    text
      .replaceAll('RULE', wishes.rule)
      .replaceAll('IDENTIFIER', identifier)
      .replaceAll('DAY', day)
      .replace('title: TITLE', () => stringify({ title }, { lineWidth: 0 }).trimEnd())
      .replace('# TITLE', () => `# ${title}`)
  const files = Object.entries(texts.files).map(([path, text]) => ({ path, content: filled(text) }))
  const attributes = withBlock('.gitattributes', '', marksOf('git'), gitAttributes(''))
  return [
    ...files,
    ...(wishes.members.length > 0
      ? membersNamed(wishes, day)
      : exampleMember(files, texts, filled, day)),
    { path: '.gitattributes', content: attributes },
    { path: '.gitignore', content: 'dist/\n.cahier-*\n' },
  ]
}

// They get no stance.
function membersNamed({ members, language }: Wishes, day: string): readonly NewFile[] {
  const files = new Map(
    members.map((name) => {
      const id = shortSlug(name, 48)
      if (id === '' || isTakenName(id))
        throw new UsageError(
          `« ${name} » ne donne pas de nom de fichier : ajoutez-y quelques mots, en lettres latines`,
          `no file name can be made of “${name}”: add a few words, in Latin letters`,
        )
      return [`collectives/${id}.yaml`, collectiveTemplate(name, day, language)]
    }),
  )
  return [...files].map(([path, content]) => ({ path, content }))
}

type TextFile = NewFile & { readonly content: string }

function exampleMember(
  files: readonly TextFile[],
  { collective, proposal, collectiveText }: FirstTexts,
  filled: (text: string) => string,
  day: string,
): readonly NewFile[] {
  const member = { path: `collectives/${collective}.yaml`, content: filled(collectiveText) }
  const sources = [...files, member]
    .filter(({ path }) => /\.(?:md|yaml)$/.test(path))
    .map(({ path, content }) => ({ path, text: content }))
  const programme = buildProgramme({ sources, assets: [], findings: [] })
  return [
    member,
    ...planStance(programme, collective, proposal, { stance: 'consent', day, by: 'd1' }).files,
  ]
}

/**
 * Makes a folder a git repository with our merge driver. Returns false, and does nothing, without
 * git or inside another repository.
 */
export function beginGit(folder: string, language: Language): boolean {
  if (repositoryOf(folder) !== folder) return false
  const version = tryGit(folder, ['--version'])
  if (version === null) return false
  if (
    !existsSync(join(folder, '.git')) &&
    tryGit(folder, ['-c', 'init.defaultBranch=main', 'init', '-q']) === null
  )
    return false
  return gitSettings(ownCommand(), version.toString('utf8'), language).every(
    ({ key, value }) => tryGit(folder, ['config', '--local', '--replace-all', key, value]) !== null,
  )
}
