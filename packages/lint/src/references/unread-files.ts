import {
  type Document,
  folderOf,
  type Kind,
  kindOf,
  memoize,
  type Programme,
  properPath,
  stemOf,
  wordSet,
} from '@cahier/core'
import { fileNameOf } from '../document/documents.ts'

// Messages on files that could not be read.
const UNREAD = wordSet(
  'encoding nul lineEnds tooBig unreadable nameEncoding nameControl extension link',
)

// Messages on files in a wrong folder.
const MISPLACED = wordSet(
  'unknown misplacedProposal proposalAtTop misplacedAmendment misplacedImage',
)

/**
 * Paths of files that could not be read, with a wrong extension corrected. References to them need
 * no finding.
 */
export function unreadFiles(programme: Programme): readonly string[] {
  return [...unreadIndexOf(programme).unread]
}

/** Whether a file with this id has a wrong name or folder, or could not be read. */
export function existsUnread(programme: Programme, kind: Kind, id: string): boolean {
  const { ids, misplacedIds } = unreadIndexOf(programme)
  return misplacedIds.has(id) || ids.has(`${kind} ${id}`)
}

/** Whether the file for this path has a wrong name or folder, or could not be read. */
export function existsUnreadAt(programme: Programme, path: string): boolean {
  const { unread, properPaths, misplacedNames } = unreadIndexOf(programme)
  return (
    path !== '' &&
    (misplacedNames.has(fileNameOf(path)) || unread.has(path) || properPaths.has(path))
  )
}

interface UnreadIndex {
  readonly unread: ReadonlySet<string>
  /** Correct paths of files with a wrong name. */
  readonly properPaths: ReadonlySet<string>
  /** Kind and id of files with a wrong name or that could not be read. */
  readonly ids: ReadonlySet<string>
  readonly misplacedIds: ReadonlySet<string>
  readonly misplacedNames: ReadonlySet<string>
}

const unreadIndexOf = memoize(({ documents, folderFindings }: Programme): UnreadIndex => {
  // A `.txt` or `.md` file among data may be a note: it does not count as unread.
  const unread = folderFindings
    .filter(
      ({ message, data, severity }) =>
        UNREAD.has(message) && !(severity === 'warning' && String(data.meant).endsWith('.yaml')),
    )
    .map(({ message, path, data }) =>
      message === 'extension' ? path.slice(0, -fileNameOf(path).length) + String(data.meant) : path,
    )
  const misplaced = folderFindings
    .filter(({ message }) => MISPLACED.has(message))
    .map(({ path }) => path)
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
    misplacedNames: new Set(misplaced.map(fileNameOf)),
  }
})

const isMisnamed = memoize(({ path }: Document) => properPath(path) !== path)
