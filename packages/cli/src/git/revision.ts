import { type Folder, kindOf, originalFolderFinder, originalOf } from '@cahier/core'
import { errorAbout, UsageError } from '../arguments/usage-error.ts'
import type { Invocation } from '../command.ts'
import { PROGRAMME_FILE } from '../programme/find.ts'
import { gitNames, gitOutput, tryGit } from './ask-git.ts'
import { gitBlobs, gitTree, unreadTextsError } from './objects.ts'
import { gitPrefix, gitRenames } from './renames.ts'
import { gitReach, noGitError, repositoryRefusedError } from './state.ts'

/**
 * The programme folder at each merge base. There are several bases when two branches merged each
 * other. A base may have left a file as it was in the common ancestor of all bases. The file is
 * then taken from a base that changed it, if any.
 */
export function foldersAt(folder: string, revision: string): readonly Folder[] {
  const bases = mergeBases(folder, revision)
  const places = bases.map((base) => folderIn(folder, base))
  const origin = bases.length > 1 ? gitOutput(folder, ['merge-base', '--octopus', ...bases]) : ''
  if (origin === '') return places
  const [first, ...texts] = [folderIn(folder, origin), ...places].map(
    ({ sources }) => new Map(sources.map(({ path, text }) => [path, text])),
  )
  const paths = [...new Set(texts.flatMap((own) => [...own.keys()]))].sort()
  return texts.map((own) => {
    const sources = paths.flatMap((path) => {
      const latest = [own, ...texts].find((one) => one.get(path) !== first?.get(path)) ?? own
      const text = latest.get(path)
      return text === undefined ? [] : [{ path, text }]
    })
    return { sources, assets: [], findings: [] }
  })
}

/** The programme folder in a commit, without assets. */
export function folderIn(folder: string, commit: string): Folder {
  const prefix = prefixAt(folder, commit)
  const found = gitTree(folder, commit, [], prefix).flatMap((line) => {
    const match = /^(\d+) blob ([0-9a-f]+)\t(.*)$/s.exec(line)
    const path = match?.[3]?.slice(prefix.length) ?? ''
    const wanted = match !== null && match[1] !== SYMBOLIC_LINK && !SKIPPED.has(kindOf(path))
    return wanted ? [{ path, object: match[2] as string }] : []
  })
  // A copy beside its original, such as `text (2).md`, is not part of the programme.
  const paths = new Set(found.map(({ path }) => path))
  const originalFolderOf = originalFolderFinder(paths)
  const blobs = found.filter(
    ({ path }) => originalOf(path, paths) === '' && originalFolderOf(path) === '',
  )
  const objects = blobs.map(({ object }) => object)
  const sources = gitBlobs(folder, objects).map((text, index) => {
    if (text === null) throw unreadTextsError()
    return { path: blobs[index]?.path ?? '', text }
  })
  return { sources, assets: [], findings: [] }
}

/** The path of the programme folder in its repository at a commit, with a final slash. */
export function prefixAt(folder: string, commit: string): string {
  const prefix = gitPrefix(folder)
  const manifest = `${prefix}${PROGRAMME_FILE}`
  if (gitOutput(folder, ['ls-tree', '--full-tree', commit, '--', manifest]) !== '') return prefix
  const isManifest = (path: string) =>
    path === PROGRAMME_FILE || path.endsWith(`/${PROGRAMME_FILE}`)
  const [renamed = ''] =
    gitRenames(folder, commit).find(([from, to]) => to === manifest && isManifest(from)) ?? []
  // Git misses the rename of a manifest that changed much. The only manifest that disappeared is
  // then the former one.
  const former = renamed === '' ? goneSince(folder, commit).filter(isManifest) : [renamed]
  return former.length === 1 ? `${former[0]}`.slice(0, -PROGRAMME_FILE.length) : prefix
}

// The files of a commit that no longer exist. Their paths start at the top of the repository.
function goneSince(folder: string, commit: string): readonly string[] {
  const options = ['-r', '--ignore-submodules', '--no-renames', '--diff-filter=D', '--name-only']
  return gitNames(folder, ['diff-index', ...options, '-z', commit])
}

const SYMBOLIC_LINK = '120000'
const SKIPPED: ReadonlySet<string> = new Set(['ignored', 'unknown', 'asset'])

/**
 * The commits where this branch forked from a revision. Several when two branches merged each
 * other.
 * @throws {UsageError} without git, that revision or a common history.
 */
export function mergeBases(folder: string, revision: string): readonly string[] {
  // `^{commit}` is not added here: in `:/words`, git would search for it as a word. Names that look
  // like options are refused: git before 2.24 has no `--end-of-options`.
  const given = revision.startsWith('-')
    ? ''
    : gitOutput(folder, ['rev-parse', '--verify', '--quiet', revision])
  const bases = given === '' ? '' : gitOutput(folder, ['merge-base', '--all', given, 'HEAD'])
  if (bases !== '') return bases.split('\n')
  const reach = gitReach(folder)
  if (reach === 'refused') throw repositoryRefusedError()
  if (reach === 'missing') throw noGitError()
  if (reach === 'none')
    throw new UsageError(
      'il n’y a pas de dépôt git ici, ou git refuse de le lire : --since compare avec ce que git a gardé',
      'there is no git repository here, or git refuses to read it: --since compares with what git has kept',
    )
  const [fr, en] = reach === 'part' ? SHALLOW : ['', '']
  const isCommit =
    given !== '' &&
    tryGit(folder, ['rev-parse', '--verify', '--quiet', `${given}^{commit}`]) !== null
  if (!isCommit) {
    const remote = remoteBranch(folder, revision)
    throw new UsageError(
      `git ne connaît ici ni branche ni commit « ${revision} »${remote === '' ? fr : ` : vouliez-vous écrire « ${remote} » ?`}`,
      `git knows no branch and no commit “${revision}” here${remote === '' ? en : `: did you mean “${remote}”?`}`,
    )
  }
  throw errorAbout(
    revision,
    `et ce texte n’ont pas d’histoire commune${fr}`,
    `and this text share no history${en}`,
  )
}

const SHALLOW = [
  ' : cette copie n’a qu’une partie de l’histoire, « git fetch --unshallow » donne le reste (en CI, prendre tout l’historique)',
  ': this copy has but a part of the history, “git fetch --unshallow” gives the rest (in CI, fetch all of it)',
] as const

// In CI the target branch often exists only as `origin/NAME`.
function remoteBranch(folder: string, revision: string) {
  const found = gitOutput(folder, ['for-each-ref', '--format=%(refname:strip=2)', 'refs/remotes'])
    .split('\n')
    .filter((name) => name.slice(name.indexOf('/') + 1) === revision)
  return found.find((name) => name.startsWith('origin/')) ?? found[0] ?? ''
}

/**
 * The revision that `--since` names. When a branch and a tag have that name, returns the branch and
 * prints a notice. Git would take the tag, which a stranger may have pushed.
 */
export function branchFirst(
  folder: string,
  revision: string,
  { language, sayError }: Pick<Invocation, 'language' | 'sayError'>,
): string {
  const [, name = '', rest = ''] = /^([^~^:@]*)(.*)$/s.exec(revision) ?? []
  const isThere = (ref: string) => tryGit(folder, ['show-ref', '--verify', '--quiet', ref]) !== null
  if (name === '' || !isThere(`refs/tags/${name}`)) return revision
  const branch = [`refs/heads/${name}`, `refs/remotes/${name}`].find(isThere)
  if (branch === undefined) return revision
  sayError(`${WORDS[language](name)}\n`)
  return `${branch}${rest}`
}

const WORDS = {
  fr: (name: string) =>
    `« ${name} » est à la fois une branche et une étiquette (tag) de git : c’est la branche qui est prise. Pour l’étiquette, écrivez : --since tags/${name}`,
  en: (name: string) =>
    `“${name}” is both a branch and a tag of git: the branch is taken. For the tag, write: --since tags/${name}`,
} as const

/** The former paths of the files renamed since a commit, by present path. */
export function namesSince(folder: string, commit: string): ReadonlyMap<string, string> {
  const [now, then] = [gitPrefix(folder), prefixAt(folder, commit)]
  const within = gitRenames(folder, commit).filter(
    ([from, to]) => from.startsWith(then) && to.startsWith(now),
  )
  return new Map(within.map(([from, to]) => [to.slice(now.length), from.slice(then.length)]))
}
