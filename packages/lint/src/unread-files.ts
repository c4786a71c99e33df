import { folderOf, type Kind, kindOf, type Programme, properPath, stemOf } from '@cahier/core'

const UNREAD = new Set(['encoding', 'nul', 'tooBig', 'unreadable', 'extension', 'link'])

/** The paths of files that are there and could not be read, under the names they should have: their own finding is enough, what refers to them is not at fault. */
export function unreadFiles(programme: Programme): readonly string[] {
  return programme.folderFindings.flatMap(({ message, path, data }) => {
    if (!UNREAD.has(message)) return []
    return [message === 'extension' ? `${path.slice(0, path.lastIndexOf('/') + 1)}${String(data.meant)}` : path]
  })
}

/** Whether a file of one kind that should bear this id is there under another name or in no axis, or could not be read. */
export function isWaiting(programme: Programme, kind: Kind, id: string): boolean {
  const nameOf = kind === 'axis' ? folderOf : stemOf
  const isUnread = unreadFiles(programme).some((path) => kindOf(path) === kind && nameOf(path) === id)
  const isMisplaced = programme.folderFindings.some(({ message, path }) => message === 'unknown' && stemOf(path) === id)
  return (
    isUnread ||
    isMisplaced ||
    programme.documents.some(
      (document) => document.kind === kind && nameOf(document.path) !== id && nameOf(properPath(document.path)) === id,
    )
  )
}

/** Whether a path leads to a file that is there under a wrong name, in a wrong place, or that could not be read. */
export function isWaitingAt(programme: Programme, path: string): boolean {
  if (path === '') return false
  const isMisplaced = programme.folderFindings.some((finding) => finding.message === 'unknown' && nameIn(finding.path) === nameIn(path))
  return (
    isMisplaced ||
    unreadFiles(programme).includes(path) ||
    programme.documents.some((document) => document.path !== path && properPath(document.path) === path)
  )
}

function nameIn(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1)
}
