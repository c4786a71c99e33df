import type { Language } from '@cahier/core'
import { shellQuoted } from '../terminal/shell-word.ts'
import forgejo from './forges/forgejo.yml'
import forgejoPages from './forges/forgejo-pages.yml'
import github from './forges/github.yml'
import githubPages from './forges/github-pages.yml'
import gitlab from './forges/gitlab.yml'
import gitlabPages from './forges/gitlab-pages.yml'
import type { SetupFile } from './setup-files.ts'
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
  /** The path of the programme folder in the repository, with slashes; `.` for the root. */
  readonly programme: string
  readonly tool: keyof typeof TOOLS
  readonly branch: string
  readonly language: Language
}

/**
 * The workflows of a repository. One checks each contribution, without running its code. With
 * `pages`, another publishes the site.
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
    ...Object.fromEntries(
      Object.entries(WORDS).map(([name, [fr, en]]) => [name, language === 'fr' ? fr : en]),
    ),
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

/** How a workflow gets the tool: from sources, from an archive in the repository, or from npm. */
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

/** Texts by placeholder (`__name__`) in the workflows of `forges/`. An array is several lines. */
type ForgeWords = Readonly<Record<string, string | readonly string[]>>

const WORDS: Readonly<Record<string, readonly [fr: ForgeWords[string], en: ForgeWords[string]]>> = {
  title: [
    'Relecture de chaque contribution au programme',
    'Checks each contribution to the programme',
  ],
  trust: [
    [
      'Une contribution vient parfois de quelqu’un que l’on ne connaît pas. C’est pourquoi :',
      '- le travail ne peut que lire, sans aucun secret : n’en déclarez que pour les branches protégées ;',
      '- l’outil est celui de la branche visée, jamais celui de la contribution ;',
      '- de la contribution, seul est pris le dossier du programme, une fois fusionné ;',
      '- tout l’historique est là : ce qui est décidé ne doit pas changer après coup.',
      'Une contribution qui touche à ce fichier-ci se relit à la main : elle pourrait changer la relecture.',
    ],
    [
      'A contribution may come from somebody nobody knows. This is why:',
      '- the job can only read, without any secret: declare some for protected branches only;',
      '- the tool is that of the target branch, never that of the contribution;',
      '- of the contribution, the programme folder alone is taken, once merged;',
      '- all the history is there: what is decided must not change afterwards.',
      'A contribution that touches this very file is for people to read: it could change the check.',
    ],
  ],
  runner: [
    '« docker » : le nom le plus fréquent d’un exécuteur.',
    '“docker” is the name that most runners bear.',
  ],
  name: ['Relecture du programme', 'Check of the programme'],
  job: ['relecture', 'check'],
  edited: ['« edited » : la branche visée a pu changer.', '“edited”: the target may have changed.'],
  once: ['Un seul à la fois pour une branche.', 'One at a time for one branch.'],
  takeBase: [
    'Prendre la branche visée et tout l’historique',
    'Take the target branch and all of the history',
  ],
  takeBaseOfProject: [
    'Prendre la branche visée, dans le projet d’origine quand la contribution vient d’une copie.',
    'Take the target branch, from the original project when the contribution is from a fork.',
  ],
  nothingOnDisk: [
    'Rien d’elle n’est posé sur le disque : son .gitattributes récrirait jusqu’à l’outil.',
    'Nothing of it is put on the disk: its .gitattributes would rewrite even the tool.',
  ],
  fetch: ['Aller chercher la contribution', 'Fetch the contribution'],
  node: ['Installer Node', 'Install Node'],
  takeTool: ['Prendre l’outil de la branche visée', 'Take the tool of the target branch'],
  checkContribution: [
    'Relire le dossier du programme de la contribution',
    'Check the programme folder of the contribution',
  ],
  checkBranch: ['Relire la branche principale', 'Check the main branch'],
  beside: ['Et, pour GitLab, à côté de chaque ligne.', 'And, for GitLab, beside each line.'],
  statuses: [
    '1 : un conflit. Autre code : un git d’avant 2.38, par exemple.',
    '1: a conflict. Another code: a git before 2.38, for instance.',
  ],
  conflict: [
    'Cette contribution entre en conflit avec la branche visée : mettez-la à jour, puis renvoyez-la.',
    'This contribution conflicts with the target branch: bring it up to date, then send it again.',
  ],
  unmerged: [
    'On ne sait pas si cette contribution entre en conflit avec la branche visée : git a échoué, comme il le dit plus haut. Il faut git 2.38 ou plus récent ; ici :',
    'Whether this contribution conflicts with the target branch is not known: git failed, as it says above. Git 2.38 or later is needed; here:',
  ],
  asTheyAre: [
    'Ses octets tels quels, malgré tout .gitattributes, et sans reste d’un sous-module.',
    'Its bytes as they are, despite any .gitattributes, and with no rest of a submodule.',
  ],
  forgotten: [
    'Une branche nouvelle ou récrite n’a pas d’état d’avant.',
    'A branch that is new or rewritten has no state before.',
  ],
  pagesTitle: [
    'Publication du programme à chaque changement de la branche principale',
    'Publishes the programme each time the main branch changes',
  ],
  pagesGithub: [
    'À faire une fois : Settings, Pages, Source, « GitHub Actions ».',
    'To do once: Settings, Pages, Source, “GitHub Actions”.',
  ],
  pagesForgejo: [
    'Le site va sur la branche « pages », que Codeberg publie ; ailleurs, il faut un serveur de pages.',
    'The site goes on the branch “pages”, which Codeberg publishes; elsewhere, a server of pages is needed.',
  ],
  pagesGitlab: ['L’adresse est dans Déploiement, Pages.', 'Its address is in Deploy, Pages.'],
  pagesName: ['Publication du programme', 'Publication of the programme'],
  pagesJob: ['publication', 'publication'],
  takeProgramme: [
    'Prendre le programme et tout l’historique',
    'Take the programme and all of its history',
  ],
  takeToolHere: ['Prendre l’outil', 'Take the tool'],
  publish: ['Écrire l’édition', 'Write the edition'],
  pushPages: [
    'Mettre l’édition sur la branche des pages',
    'Put the edition on the branch of the pages',
  ],
}

const FORGE_SCRIPTS: ForgeWords = {
  fetchScript: [
    `export GIT_CONFIG_VALUE_0="Authorization: Basic $(printf 'x-access-token:%s' "$TOKEN" | base64 --wrap=0)"`,
    'git fetch --quiet --no-tags origin "+refs/pull/$PULL/head:refs/cahier/contribution"',
  ],
  merge: [
    '# __statuses__',
    'code=0',
    'fusion=$(git merge-tree --write-tree "$base" "$contribution") || code=$?',
    'if [ "$code" -eq 1 ]; then',
    "  echo '__conflict__'",
    '  exit 1',
    'elif [ "$code" -ne 0 ]; then',
    "  echo '__unmerged__'",
    '  git --version',
    '  exit 1',
    'fi',
    '# __asTheyAre__',
    'mkdir -p .git/info',
    "echo '* -text -ident -filter -working-tree-encoding' > .git/info/attributes",
    'git rm -rfq -- __programme__',
    'git -c core.symlinks=false restore --source="$fusion" --worktree -- __programme__',
  ],
  before: ['# __forgotten__', 'base=$(git rev-parse --verify --quiet "$BEFORE^{commit}") || base='],
  publishScript: [
    '__cahier__ publish --programme __programme__ --out /tmp/edition --lang __language__',
    `echo '<!doctype html><meta http-equiv="refresh" content="0; url=site/index.html">' > /tmp/edition/index.html`,
  ],
}
