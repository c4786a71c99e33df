import type { Language } from '@cahier/core'
import { shellQuoted } from '../terminal/shell-word.ts'
import { FORGE_SCRIPTS, type ForgeWords, forgeWords } from './forge-words.ts'
import forgejo from './forges/forgejo.yml'
import forgejoPages from './forges/forgejo-pages.yml'
import github from './forges/github.yml'
import githubPages from './forges/github-pages.yml'
import gitlab from './forges/gitlab.yml'
import gitlabPages from './forges/gitlab-pages.yml'
import type { SetupFile } from './target.ts'
import type { Forge } from './targets.ts'

/** The path of each forge's workflow. */
export const WORKFLOW_PATHS: Readonly<Record<Forge, string>> = {
  github: '.github/workflows/programme.yml',
  gitlab: '.gitlab-ci.yml',
  forgejo: '.forgejo/workflows/programme.yml',
}

export const TOOL_FOLDERS: Readonly<Record<Language, string>> = { fr: 'outils', en: 'tools' }

/** The archive of `npm pack` and its checksum, in the tool folder. */
export const ARCHIVE = 'cahier.tgz'
export const CHECKSUM = `${ARCHIVE}.sha256`

export interface WorkflowTarget {
  /** The programme folder from the root, with slashes; `.` for the root. */
  readonly programme: string
  readonly tool: keyof typeof TOOLS
  readonly branch: string
  readonly language: Language
}

/**
 * The workflows of a repository: one checks each contribution without running its code; with
 * `pages`, one publishes the site.
 */
export function forgeWorkflows(
  forge: Forge,
  checked: WorkflowTarget,
  pages: boolean,
): readonly SetupFile[] {
  const path = WORKFLOW_PATHS[forge]
  const [checks, publishes] = TEMPLATES[forge]
  const content = filled(checks, checked)
  if (!pages) return [{ path, content }]
  const published = filled(publishes, checked)
  // GitLab reads a single file.
  if (forge === 'gitlab') return [{ path, content: `${content}\n${published.trimStart()}` }]
  return [
    { path, content },
    { path: path.replace(/programme(?=\.yml$)/, 'publication'), content: published },
  ]
}

const TEMPLATES = {
  github: [github, githubPages],
  gitlab: [gitlab, gitlabPages],
  forgejo: [forgejo, forgejoPages],
} as const

function filled(template: string, { programme, tool, branch, language }: WorkflowTarget): string {
  const words: ForgeWords = {
    ...FORGE_SCRIPTS,
    ...forgeWords(language),
    ...TOOLS[tool],
    tools: TOOL_FOLDERS[language],
    programme: /^[\w./-]+$/.test(programme) ? programme : shellQuoted(programme),
    branch: JSON.stringify(branch),
    language,
  }
  const fill = (text: string): string =>
    text.replace(/(^ *(?:# )?)?__([a-z]+)__/gim, (written, before = '', name: string) => {
      const lines = [words[name] ?? []].flat()
      return lines.length === 0 ? written : lines.map((one) => before + fill(one)).join('\n')
    })
  return fill(template)
}

/** The tool of a workflow: built from sources, an archive in the repository, or from npm. */
const TOOLS = {
  built: {
    install: ['npm ci --no-audit --no-fund', 'npm run build'],
    cahier: 'node packages/cli/bin/cahier.js',
  },
  archive: {
    install: [
      `(cd __tools__ && sha256sum --check --quiet ${CHECKSUM})`,
      'mkdir -p /tmp/cahier',
      `tar -xzf __tools__/${ARCHIVE} -C /tmp/cahier`,
    ],
    cahier: 'node /tmp/cahier/package/bin/cahier.js',
  },
  // Installed outside the repository, so that a contribution cannot overwrite the tool.
  release: {
    install: [
      'mkdir -p /tmp/cahier',
      'cp __tools__/package.json __tools__/package-lock.json /tmp/cahier/',
      'npm ci --ignore-scripts --no-audit --no-fund --prefix /tmp/cahier',
    ],
    cahier: '/tmp/cahier/node_modules/.bin/cahier',
  },
} as const satisfies Readonly<Record<string, ForgeWords>>
