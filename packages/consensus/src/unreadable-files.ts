import { type Finding, folderOf, type Message, type Programme } from '@cahier/core'

/** A file of `collectives/` that cannot be read, or not under its own name: its member would be left out of those who are asked. */
export function unreadableCollective({ collectives, folderFindings }: Programme): string | undefined {
  return (
    collectives.find(({ document }) => !document.sound)?.document.path ??
    folderFindings.find((finding) => isError(finding) && folderOf(finding.path) === 'collectives')?.path
  )
}

/** A file of a member that cannot be read, or not under its own name: what it says, whether it left or by which keys it speaks would be lost, and it counted as silent. */
export function unreadableMember({ positions, collectives, folderFindings }: Programme, members: readonly string[]): string | undefined {
  const own = new Set(
    members.flatMap((member) => [`positions/${member}.yaml`, `positions/${member}.yaml.sig`, `collectives/${member}.yaml`]),
  )
  return (
    [...positions, ...collectives].find(({ document }) => !document.sound && own.has(document.path))?.document.path ??
    folderFindings.find(
      (finding) => (isError(finding) || finding.message === 'extension') && (own.has(finding.path) || own.has(meantBy(finding))),
    )?.path
  )
}

/** A copy of a file that a shared folder put aside: of rounds, a ruling or an outcome may be in it alone; of the manifest, another rule. */
export function copyOf({ folderFindings }: Programme, path: string): string | undefined {
  return folderFindings.find((finding) => isError(finding) && finding.data.original === path)?.path
}

/** What is said of such a file, by its `path`, when something waits for it. */
export const HAS_ERRORS: Message = {
  fr: ({ path }) => `« ${path} » contient des erreurs : lancez « cahier lint » et corrigez-les d’abord`,
  en: ({ path }) => `“${path}” has errors: run “cahier lint” and mend them first`,
}

function isError({ severity }: Finding): boolean {
  return severity === 'error'
}

// `positions/Exemple-A.yml` is meant to be `positions/exemple-a.yaml`, and a copy that a shared folder put aside says what its member said too.
function meantBy({ path, data }: Finding): string {
  if (typeof data.original === 'string') return data.original
  return typeof data.meant === 'string' ? `${folderOf(path)}/${data.meant}` : path
}
