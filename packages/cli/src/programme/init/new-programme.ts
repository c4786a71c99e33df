import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { planStance } from '@cahier/consensus'
import {
  buildProgramme,
  collectiveTemplate,
  type Language,
  type NewFile,
  slugOf,
  typesetSentence,
} from '@cahier/core'
import { stringify } from 'yaml'
import { tryGit } from '../../git/ask-git.ts'
import { gitAttributes, gitSettings } from '../../setup/git.ts'
import { ownCommand } from '../../setup/own-command.ts'
import { repositoryOf, withBlock } from '../../setup/setup-files.ts'
import { idOfTitle } from '../new.ts'
import englishAxis from './en/axis.md'
import englishContributing from './en/CONTRIBUTING.md'
import englishCollective from './en/collective.yml'
import englishFirst from './en/first-proposal.md'
import englishLicence from './en/licence.md'
import englishManifest from './en/programme.yml'
import englishReadme from './en/README.md'
import englishSecond from './en/second-proposal.md'
import englishSources from './en/sources.yml'
import frenchAxis from './fr/axis.md'
import frenchContributing from './fr/CONTRIBUER.md'
import frenchCollective from './fr/collective.yml'
import frenchSecond from './fr/deuxieme-proposition.md'
import frenchLicence from './fr/licence.md'
import frenchFirst from './fr/premiere-proposition.md'
import frenchManifest from './fr/programme.yml'
import frenchReadme from './fr/README.md'
import frenchSources from './fr/sources.yml'

export interface Wishes {
  /** `''` for the title of the example. */
  readonly title: string
  readonly language: Language
  /** Names of the members; when empty, an example member with one stance is written. */
  readonly members: readonly string[]
  /** The decision rule in YAML. */
  readonly rule: string
}

/**
 * The files of a new programme, which lints without a finding.
 * @throws {UsageError} when no file can be named after a member.
 */
export function newProgramme(identifier: string, day: string, wishes: Wishes): readonly NewFile[] {
  const texts = FIRST_TEXTS[wishes.language]
  const title = typesetSentence(wishes.title || texts.title, wishes.language)
  const filled = (text: string) =>
    text
      .replaceAll('RULE', wishes.rule)
      .replaceAll('IDENTIFIER', identifier)
      .replaceAll('DAY', day)
      .replace('title: TITLE', () => stringify({ title }, { lineWidth: 0 }).trimEnd())
      .replace('# TITLE', () => `# ${title}`)
  const files = Object.entries(texts.files).map(([path, text]) => ({ path, content: filled(text) }))
  const attributes = withBlock('.gitattributes', '', 'git', gitAttributes(''))
  return [
    ...files,
    ...(wishes.members.length > 0
      ? membersNamed(wishes, day)
      : exampleMember(files, texts, filled, day)),
    { path: '.gitattributes', content: attributes },
    { path: '.gitignore', content: 'dist/\n.cahier-*\n' },
  ]
}

function membersNamed({ members, language }: Wishes, day: string): readonly NewFile[] {
  const named = [...new Map(members.map((name) => [slugOf(name), name])).values()]
  const ids = named.map(idOfTitle)
  return named.map((name, rank) => {
    // Ids are short: two long names may have the same one.
    const earlier = ids.slice(0, rank).filter((id) => id === ids[rank]).length
    return {
      path: `collectives/${ids[rank]}${earlier === 0 ? '' : `-${earlier + 1}`}.yaml`,
      content: collectiveTemplate(name, day, language),
    }
  })
}

function exampleMember(
  files: readonly { readonly path: string; readonly content: string }[],
  { collective, proposal, collectiveText }: (typeof FIRST_TEXTS)[Language],
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
 * Makes a folder a git repository with the merge driver of cahier. Returns false when git fails, or
 * inside another repository.
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

// The files contain the placeholders `TITLE`, `RULE`, `IDENTIFIER` and `DAY`. The example member
// (`collective`) has a stance on `proposal`.
const FIRST_TEXTS = {
  fr: {
    title: 'Notre programme',
    files: {
      'programme.yaml': frenchManifest,
      'README.md': frenchReadme,
      'CONTRIBUER.md': frenchContributing,
      'LICENCE.txt': frenchLicence,
      'axes/premier-axe/axis.md': frenchAxis,
      'axes/premier-axe/premiere-proposition.md': frenchFirst,
      'axes/premier-axe/deuxieme-proposition.md': frenchSecond,
      'sources.yaml': frenchSources,
    },
    collective: 'exemple-a',
    collectiveText: frenchCollective,
    proposal: 'premiere-proposition',
  },
  en: {
    title: 'Our programme',
    files: {
      'programme.yaml': englishManifest,
      'README.md': englishReadme,
      'CONTRIBUTING.md': englishContributing,
      'LICENCE.txt': englishLicence,
      'axes/first-axis/axis.md': englishAxis,
      'axes/first-axis/first-proposal.md': englishFirst,
      'axes/first-axis/second-proposal.md': englishSecond,
      'sources.yaml': englishSources,
    },
    collective: 'example-a',
    collectiveText: englishCollective,
    proposal: 'first-proposal',
  },
}
