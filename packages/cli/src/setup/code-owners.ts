import type { Language, Programme } from '@cahier/core'

/** Forge accounts, by id of a collective or facilitator. */
export type Accounts = ReadonlyMap<string, readonly string[]>

export interface OwnersFile {
  readonly path: string
  readonly lines: readonly string[]
}

/**
 * The code-owner file of each forge. `prefix`: the path of the programme in its repository. GitHub
 * and GitLab apply the last pattern that matches. Gitea and Forgejo apply every regular expression
 * that matches the whole path.
 */
export function codeOwners(
  programme: Programme,
  prefix: string,
  accounts: Accounts,
  language: Language,
): readonly OwnersFile[] {
  const { facilitators } = programme.manifest.decision
  const own = programme.collectives.map(({ id }) => ({
    path: `positions/${id}.yaml`,
    owners: accounts.get(id) ?? [],
  }))
  const everyone = [...new Set(facilitators.flatMap((id) => accounts.get(id) ?? []))]
  const words = WORDS[language]
  const legend = [...accounts].map(([id, names]) => `# ${id} = ${names.join(' ')}`)
  const nobody = everyone.length === 0 ? [`# ${words.nobody}`] : []
  const common = COMMON.map((path) => `${prefix}${path}`)
  const reserved = (patterns: readonly string[]) =>
    everyone.length === 0 ? [] : patterns.map((path) => rule(path, everyone))
  const patterns = (file: string) => reserved([...common, file].map(pattern))
  const ofMembers = own.flatMap(({ path, owners }) =>
    [path, `${path}.sig`].map((one) => rule(pattern(`${prefix}${one}`), owners)),
  )
  const regexps = (file: string) => [
    ...reserved([...common.filter((path) => !path.endsWith('positions/')), file].map(regexp)),
    ...own.map(({ path, owners }) => rule(`${regexp(`${prefix}${path}`)}(\\\\.sig)?`, owners)),
  ]
  const head = words.head.map((line) => `# ${line}`)
  return [
    { path: GITHUB, lines: [...head, ...legend, ...nobody, ...patterns(GITHUB), ...ofMembers] },
    {
      path: GITLAB,
      lines: [...head, ...nobody, `[${words.section}]`, ...patterns(GITLAB), ...ofMembers],
    },
    { path: GITEA, lines: [...head, ...nobody, ...regexps(GITEA)] },
  ]
}

/** The accounts written in an earlier `GITHUB` file. */
export function accountsIn(lines: readonly string[]): Accounts {
  const entries = lines
    .map((line) => /^# ([a-z0-9-]+) = (@\S.*)$/.exec(line))
    .filter((match) => match !== null)
  return new Map(entries.map(([, id = '', names = '']) => [id, names.split(' ')]))
}

export const GITHUB = '.github/CODEOWNERS'
const GITLAB = '.gitlab/CODEOWNERS'
/** Read by Gitea and Forgejo. */
const GITEA = '.gitea/CODEOWNERS'

// Paths reserved to the facilitators. Later lines give the members their files in `positions/`.
const COMMON = ['programme.yaml', 'collectives/', 'decisions/', 'positions/']

function rule(path: string, owners: readonly string[]): string {
  return `${path} ${owners.join(' ')}`
}

function pattern(path: string): string {
  return `/${path.replace(/[\s#\\]/g, '\\$&')}`
}

// In Gitea's file, a backslash is doubled, and a space or hash is escaped.
function regexp(path: string): string {
  const escaped = path.replace(/[.+*?()|[\]{}^$]/g, '\\\\$&').replace(/[\s#]/g, '\\$&')
  return path.endsWith('/') ? `${escaped}.*` : escaped
}

const WORDS = {
  fr: {
    section: 'Qui parle et qui décide',
    nobody:
      'Personne n’est nommé dans decision.facilitators (programme.yaml) : le reste du programme n’est réservé à personne.',
    head: [
      'Écrit par « cahier setup owners » : relancez la commande au lieu de modifier ces lignes. Ce qui est hors du bloc est à vous.',
      'Chaque collectif relit et accepte ce qui touche ses positions ; l’animation, ce qui touche aux règles et aux décisions.',
    ],
  },
  en: {
    section: 'Who speaks and who decides',
    nobody:
      'Nobody is named in decision.facilitators (programme.yaml): the rest of the programme is open to everybody.',
    head: [
      'Written by “cahier setup owners”: run the command again rather than change these lines. What is outside the block is yours.',
      'Each collective reviews and accepts what touches its stances; the facilitators, what touches the policy and the decisions.',
    ],
  },
} as const
