import type { Language } from '@cahier/core'
import type { Forge } from './forge-names.ts'
import forgejo from './forges/forgejo.yml'
import github from './forges/github.yml'
import gitlab from './forges/gitlab.yml'

/** Where each forge looks for what it has to run, from the root of the repository. */
export const PLACES: Readonly<Record<Forge, string>> = {
  github: '.github/workflows/programme.yml',
  gitlab: '.gitlab-ci.yml',
  forgejo: '.forgejo/workflows/programme.yml',
}

/** Where a repository holds the tool, as `npm pack` makes it. */
export const ARCHIVE = 'outils/cahier.tgz'

/** What a workflow has to know of a repository. */
export interface Checked {
  /** The folder of the programme from the root, with slashes; `.` when it is the root. */
  readonly programme: string
  /** Whether the repository is that of the tool, which builds it; elsewhere it holds the tool as an archive. */
  readonly isOfTool: boolean
  /** Of what is said to who contributes. */
  readonly language: Language
}

/** The workflow by which a forge checks each contribution and runs nothing of it: the tool is there before its programme is taken. */
export function forgeWorkflow(forge: Forge, { programme, isOfTool, language }: Checked): string {
  const { install, cahier } = isOfTool ? BUILT : INSTALLED
  return WORKFLOWS[forge]
    .replace(/^( *)\{\{install\}\}$/m, (_, indent: string) => install.map((line) => `${indent}${line}`).join('\n'))
    .replaceAll('{{cahier}}', () => cahier)
    .replaceAll('{{programme}}', () => shellWord(programme))
    .replaceAll('{{language}}', language)
    .replaceAll('{{conflict}}', () => CONFLICT[language])
    .replaceAll('{{unmerged}}', () => UNMERGED[language])
}

/** What a contribution is told that cannot be merged as it is. */
const CONFLICT: Readonly<Record<Language, string>> = {
  fr: 'Cette contribution entre en conflit avec la branche visée : mettez-la à jour, puis renvoyez-la.',
  en: 'This contribution conflicts with the branch it is meant for: bring it up to date, then send it again.',
}

/** What it is told when git cannot merge at all, which is no fault of its own; the version of git follows. */
const UNMERGED: Readonly<Record<Language, string>> = {
  fr: 'On ne sait pas si cette contribution entre en conflit avec la branche visée : git a échoué, comme il le dit plus haut. Il faut git 2.38 ou plus récent ; ici :',
  en: 'Whether this contribution conflicts with the branch it is meant for is not known: git failed, as it says above. Git 2.38 or later is needed; here:',
}

const WORKFLOWS: Readonly<Record<Forge, string>> = { github, gitlab, forgejo }

/** Where the tool comes from: the lines that bring it, and what calls it then. */
interface Tool {
  readonly install: readonly string[]
  readonly cahier: string
}

const BUILT: Tool = { install: ['npm ci --no-audit --no-fund', 'npm run build'], cahier: 'node packages/cli/bin/cahier.js' }

// No registry is asked: the name of the package is nobody's there, and whoever took it would decide what is right here.
const INSTALLED: Tool = {
  install: [`npm install --offline --no-audit --no-fund --ignore-scripts --prefix /tmp/outil "$PWD/${ARCHIVE}"`],
  cahier: '/tmp/outil/node_modules/.bin/cahier',
}

function shellWord(path: string): string {
  return /^[\w./-]+$/.test(path) ? path : `'${path.replaceAll("'", "'\\''")}'`
}
