import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { EMPTY_PLAN, type Language, nearCollective, type Programme, pathInside } from '@cahier/core'
import { didYouMean } from '../arguments/did-you-mean.ts'
import { UsageError, wrongValue } from '../arguments/usage-error.ts'
import { type Invocation, inBothLanguages } from '../command.ts'
import { openProgramme } from '../programme/open.ts'
import { shownPath } from '../text/shown-path.ts'
import { applyPlan } from '../writing/apply-plan.ts'
import {
  fileWithBlock,
  managedLines,
  repositoryOf,
  type SetupTarget,
  UP_TO_DATE,
} from './setup-files.ts'

/** `cahier setup owners`: writes a block into the code-owner file of each forge. */
export const ownersTarget: SetupTarget = async (invocation) => {
  const { folder, language, say } = invocation
  const programme = openProgramme(invocation)
  const root = repositoryOf(folder)
  const inside = pathInside(root, folder)
  const before = accountsIn(managedLines(root, GITHUB, 'owners'))
  const accounts = accountsOf(programme, before, invocation)
  const blocks = codeOwners(programme, inside ? `${inside}/` : '', accounts, language)
  const files = blocks.flatMap(({ path, lines }) => fileWithBlock(root, path, 'owners', lines))
  const words = WORDS[language]
  const guessed = [...accounts.keys()].filter((id) => accounts.get(id)?.join() === `@${id}`)
  const at = { ...invocation, folder: root }
  const code = await applyPlan({ ...EMPTY_PLAN, files }, at)
  if (files.length === 0) say(`${UP_TO_DATE[language]}\n`)
  if (guessed.length > 0) say(`${words.guessed(guessed.map((id) => `@${id}`).join(', '))}\n`)
  for (const path of SHADOWS.filter((one) => existsSync(join(root, one))))
    say(`${words.shadowed(shownPath(path, at))}\n`)
  say(`${words.next}\n`)
  return code
}

const GITHUB = '.github/CODEOWNERS'
const GITLAB = '.gitlab/CODEOWNERS'
/** Read by Gitea and Forgejo. */
const GITEA = '.gitea/CODEOWNERS'

// If one of these exists, GitLab, Gitea and Forgejo read only that file.
const SHADOWS = ['CODEOWNERS', 'docs/CODEOWNERS']

/** Forge accounts, by id of a collective or facilitator. */
type Accounts = ReadonlyMap<string, readonly string[]>

/** The accounts of each id: from the options, else from the existing file, else `@` and the id. */
function accountsOf(
  { collectives, ids: known, manifest }: Programme,
  before: Accounts,
  { values }: Invocation,
): Accounts {
  const { facilitators } = manifest.decision
  const ids = [...new Set([...collectives.map(({ id }) => id), ...facilitators])].sort()
  const given = new Map<string, string[]>()
  for (const written of Array.isArray(values.owner) ? values.owner.map(String) : []) {
    const [, id = '', account = ''] =
      /^([^=]*)=(@[A-Za-z0-9_][\w.-]*(?:\/[\w.-]+)*)$/.exec(written) ?? []
    if (account === '')
      throw wrongValue('owner', written, {
        fr: 'identifiant=@compte, par exemple exemple-a=@exemple-a-asso',
        en: 'id=@account, such as exemple-a=@exemple-a-asso',
      })
    if (!ids.includes(id)) {
      const { fr, en } = didYouMean(
        nearCollective({ collectives, ids: { ...known, collectives: new Set(ids) } }, id),
      )
      throw new UsageError(
        `« ${id} » n’est ni un collectif ni nommé dans decision.facilitators${fr}`,
        `“${id}” is neither a collective nor named in decision.facilitators${en}`,
      )
    }
    given.set(id, [...(given.get(id) ?? []), account])
  }
  return new Map(ids.map((id) => [id, given.get(id) ?? before.get(id) ?? [`@${id}`]]))
}

function accountsIn(lines: readonly string[]): Accounts {
  const entries = lines.map((line) => /^# ([a-z0-9-]+) = (@\S.*)$/.exec(line) ?? [])
  return new Map(entries.map(([, id = '', names = '']) => [id, names.split(' ')]))
}

/**
 * The code-owner file of each forge. GitHub and GitLab apply the last pattern that matches a path.
 * Gitea and Forgejo apply every regular expression that matches the whole path.
 */
function codeOwners(programme: Programme, prefix: string, accounts: Accounts, language: Language) {
  const words = WORDS[language]
  const facilitators = programme.manifest.decision.facilitators.flatMap(
    (id) => accounts.get(id) ?? [],
  )
  const everyone = [...new Set(facilitators)].join(' ')
  const own = programme.collectives.map(({ id }) => ({
    path: `${prefix}positions/${id}.yaml`,
    owners: (accounts.get(id) ?? []).join(' '),
  }))
  const common = COMMON.map((path) => `${prefix}${path}`)
  const reserved = (patterns: readonly string[]) =>
    everyone === '' ? [] : patterns.map((path) => `${path} ${everyone}`)
  const patterns = (file: string) => [
    ...reserved([...common, file].map(pattern)),
    ...own.flatMap(({ path, owners }) =>
      [path, `${path}.sig`].map((one) => `${pattern(one)} ${owners}`),
    ),
  ]
  const head = [...words.head, ...(everyone === '' ? [words.nobody] : [])].map(
    (line) => `# ${line}`,
  )
  const legend = [...accounts].map(([id, names]) => `# ${id} = ${names.join(' ')}`)
  const regexps = [
    ...reserved([...common.filter((path) => !path.endsWith('positions/')), GITEA].map(regexp)),
    ...own.map(({ path, owners }) => `${regexp(path)}(\\\\.sig)? ${owners}`),
  ]
  return [
    { path: GITHUB, lines: [...head, ...legend, ...patterns(GITHUB)] },
    { path: GITLAB, lines: [...head, `[${words.section}]`, ...patterns(GITLAB)] },
    { path: GITEA, lines: [...head, ...regexps] },
  ]
}

// Paths reserved to the facilitators. Later lines give the members their files in `positions/`.
const COMMON = ['programme.yaml', 'collectives/', 'decisions/', 'positions/']

function pattern(path: string) {
  return `/${path.replace(/[\s#\\]/g, '\\$&')}`
}

// In Gitea's file, a backslash of a regular expression is doubled. A space or hash has one
// backslash.
function regexp(path: string) {
  const escaped = path.replace(/[.+*?()|[\]{}^$]/g, '\\\\$&').replace(/[\s#]/g, '\\$&')
  return path.endsWith('/') ? `${escaped}.*` : escaped
}

const WORDS = inBothLanguages(
  {
    guessed: (names: string) =>
      `Comptes supposés, à vérifier : ${names}. Sur la forge, l’un d’eux peut être celui de quelqu’un d’autre : corrigez avec --owner.`,
    shadowed: (path: string) =>
      `Attention : GitLab, Gitea et Forgejo lisent d’abord ${path}, et alors lui seul. Déplacez-y ces lignes, ou enlevez-le.`,
    next: 'Reste à faire sur la forge : protéger la branche principale, et y exiger l’accord des propriétaires du code (« code owners »).',
    section: 'Qui parle et qui décide',
    nobody:
      'Personne n’est nommé dans decision.facilitators (programme.yaml) : le reste du programme n’est réservé à personne.',
    head: [
      'Écrit par « cahier setup owners » : relancez la commande au lieu de modifier ces lignes. Ce qui est hors du bloc est à vous.',
      'Chaque collectif relit et accepte ce qui touche ses positions ; l’animation, ce qui touche aux règles et aux décisions.',
    ],
  },
  {
    guessed: (names) =>
      `Accounts that were guessed, to be checked: ${names}. On the forge, one of them may be somebody else’s: correct them with --owner.`,
    shadowed: (path) =>
      `Careful: GitLab, Gitea and Forgejo read ${path} first, and then no other. Move these lines there, or remove it.`,
    next: 'Left to do on the forge: protect the main branch, and require there the approval of code owners.',
    section: 'Who speaks and who decides',
    nobody:
      'Nobody is named in decision.facilitators (programme.yaml): the rest of the programme is open to everybody.',
    head: [
      'Written by “cahier setup owners”: run the command again rather than change these lines. What is outside the block is yours.',
      'Each collective reviews and accepts what touches its stances; the facilitators, what touches the policy and the decisions.',
    ],
  },
)
