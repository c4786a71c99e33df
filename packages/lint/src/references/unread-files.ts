import {
  type Document,
  folderOf,
  type Kind,
  kindOf,
  memoize,
  type Programme,
  properPath,
  stemOf,
} from '@cahier/core'

const UNREAD = new Set([
  'encoding',
  'nul',
  'lineEnds',
  'tooBig',
  'unreadable',
  'nameEncoding',
  'nameControl',
  'extension',
  'link',
])

const MISPLACED = new Set([
  'unknown',
  'misplacedProposal',
  'proposalAtTop',
  'misplacedAmendment',
  'misplacedImage',
])

/**
 * The paths of files that are there and could not be read, under the names they should have: their
 * own finding is enough, what refers to them is not at fault.
 */
export function unreadFiles(programme: Programme): readonly string[] {
  return [...waitingOf(programme).unread]
}

/**
 * Whether a file of one kind that should bear this id is there under another name or in no axis, or
 * could not be read.
 */
export function isWaiting(programme: Programme, kind: Kind, id: string): boolean {
  const { ids, misplacedIds } = waitingOf(programme)
  return misplacedIds.has(id) || ids.has(`${kind} ${id}`)
}

/**
 * Whether a path leads to a file that is there under a wrong name, in a wrong place, or that could
 * not be read.
 */
export function isWaitingAt(programme: Programme, path: string): boolean {
  const { unread, properPaths, misplacedNames } = waitingOf(programme)
  return (
    path !== '' && (misplacedNames.has(nameIn(path)) || unread.has(path) || properPaths.has(path))
  )
}

interface Waiting {
  readonly unread: ReadonlySet<string>
  /** Paths that files under a wrong name should have. */
  readonly properPaths: ReadonlySet<string>
  /** Kinds and ids of the files that could not be read, or are under a wrong name. */
  readonly ids: ReadonlySet<string>
  readonly misplacedIds: ReadonlySet<string>
  readonly misplacedNames: ReadonlySet<string>
}

const waitingOf = memoize(({ documents, folderFindings }: Programme): Waiting => {
  const unread = folderFindings.flatMap(({ message, path, data, severity }) => {
    // `collectives/voisins.txt` is only a warning: the finding for the missing member must stay.
    if (!UNREAD.has(message) || (severity === 'warning' && String(data.meant).endsWith('.yaml')))
      return []
    return [
      message === 'extension'
        ? `${path.slice(0, path.lastIndexOf('/') + 1)}${String(data.meant)}`
        : path,
    ]
  })
  const misplaced = folderFindings.flatMap(({ message, path }) =>
    MISPLACED.has(message) ? [path] : [],
  )
  const misnamed = documents.filter((document) => isMisnamed(document))
  const idAt = (kind: Kind, path: string) =>
    `${kind} ${(kind === 'axis' ? folderOf : stemOf)(path)}`
  const renamed = misnamed
    .map(({ kind, path }) => [idAt(kind, path), idAt(kind, properPath(path))])
    .filter(([is, meant]) => is !== meant)
  const axes = documents.filter(({ kind }) => kind === 'proposal').map(({ path }) => folderOf(path))
  const renamedAxes = [...new Set(axes)]
    .filter((axis) => properPath(axis) !== axis)
    .map((axis) => `axis ${properPath(axis)}`)
  return {
    unread: new Set(unread),
    properPaths: new Set(misnamed.map(({ path }) => properPath(path))),
    ids: new Set([
      ...unread.map((path) => idAt(kindOf(path) as Kind, path)),
      ...renamed.map(([, meant]) => meant as string),
      ...renamedAxes,
    ]),
    misplacedIds: new Set(misplaced.map(stemOf)),
    misplacedNames: new Set(misplaced.map(nameIn)),
  }
})

const isMisnamed = memoize(({ path }: Document) => properPath(path) !== path)

function nameIn(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1)
}
