import { type Finding, folderOf, type Programme } from '@cahier/core'

/** A file of `collectives/` that cannot be read, or not under its own name: its member would be left out of those who are asked. */
export function unreadableCollective({ collectives, folderFindings }: Programme): string | undefined {
  return (
    collectives.find(({ document }) => !document.sound)?.document.path ??
    folderFindings.find((finding) => isError(finding) && folderOf(finding.path) === 'collectives')?.path
  )
}

/** The file of a member that cannot be read, or not under its own name: the member would be counted as silent. */
export function unreadablePositions({ positions, folderFindings }: Programme, members: readonly string[]): string | undefined {
  const own = new Set(members.flatMap((member) => [`positions/${member}.yaml`, `positions/${member}.yaml.sig`]))
  return (
    positions.find(({ document }) => !document.sound && own.has(document.path))?.document.path ??
    folderFindings.find((finding) => isError(finding) && (own.has(finding.path) || own.has(meantBy(finding))))?.path
  )
}

function isError({ severity }: Finding): boolean {
  return severity === 'error'
}

// `positions/Exemple-A.yml` is meant to be `positions/exemple-a.yaml`.
function meantBy({ path, data }: Finding): string {
  return typeof data.meant === 'string' ? `${folderOf(path)}/${data.meant}` : path
}
