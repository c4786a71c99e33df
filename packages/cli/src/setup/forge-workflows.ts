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

/** What a workflow has to know of a repository. */
export interface Checked {
  /** The folder of the programme from the root, with slashes; `.` when it is the root. */
  readonly programme: string
  /** The version of the tool to take from a registry; `null` in the repository of the tool, which builds it. */
  readonly version: string | null
  /** Of what is said to who contributes. */
  readonly language: Language
}

/** The workflow by which a forge checks each contribution and runs nothing of it: the tool is there before its programme is taken. */
export function forgeWorkflow(forge: Forge, { programme, version, language }: Checked): string {
  const { install, cahier } = version === null ? BUILT : installed(version)
  return WORKFLOWS[forge]
    .replace(/^( *)\{\{install\}\}$/m, (_, indent: string) => install.map((line) => `${indent}${line}`).join('\n'))
    .replaceAll('{{cahier}}', () => cahier)
    .replaceAll('{{programme}}', () => shellWord(programme))
    .replaceAll('{{language}}', language)
    .replaceAll('{{conflict}}', () => CONFLICT[language])
}

/** What a contribution is told that cannot be merged as it is. */
const CONFLICT: Readonly<Record<Language, string>> = {
  fr: 'Cette contribution entre en conflit avec la branche visée : mettez-la à jour, puis renvoyez-la.',
  en: 'This contribution conflicts with the branch it is meant for: bring it up to date, then send it again.',
}

const WORKFLOWS: Readonly<Record<Forge, string>> = { github, gitlab, forgejo }

/** Where the tool comes from: the lines that bring it, and what calls it then. */
interface Tool {
  readonly install: readonly string[]
  readonly cahier: string
}

const BUILT: Tool = { install: ['npm ci --no-audit --no-fund', 'npm run build'], cahier: 'node packages/cli/bin/cahier.js' }

function installed(version: string): Tool {
  return {
    install: [
      '# Le nom d’un paquet du registre npm, ou une archive qui est dans ce dépôt : "$PWD/outils/cahier.tgz", par exemple.',
      `npm install --no-audit --no-fund --ignore-scripts --prefix /tmp/outil cahier@${version}`,
    ],
    cahier: '/tmp/outil/node_modules/.bin/cahier',
  }
}

function shellWord(path: string): string {
  return /^[\w./-]+$/.test(path) ? path : `'${path.replaceAll("'", "'\\''")}'`
}
