import { buildProgramme, type Programme, type readDocument } from '@cahier/core'

/** What is found while building. */
const FOUND_AGAIN: ReadonlySet<string> = new Set([
  'manifest',
  'name',
  'nameTaken',
  'proposalAtTop',
  'folderName',
  'windowsName',
])

/** A programme in which some files have other texts. `read` may remember what did not change. */
export function programmeWith(
  programme: Programme,
  texts: ReadonlyMap<string, string>,
  read: typeof readDocument,
): Programme {
  const sources = [
    ...programme.documents.map(({ path, text }) => ({ path, text: texts.get(path) ?? text })),
    ...programme.records,
    ...programme.signatures,
  ]
  const findings = programme.folderFindings.filter(({ message }) => !FOUND_AGAIN.has(message))
  return buildProgramme({ sources, assets: programme.assets, findings }, read)
}

/** Tells the amendments to a proposal or an axis, by their paths. */
export function amendmentsOf(amended: string): (path: string) => boolean {
  const [, id = ''] =
    /^axes\/([^/]+)\/axis\.md$/.exec(amended) ?? /^axes\/[^/]+\/([^/]+)\.md$/.exec(amended) ?? []
  return (path) => id !== '' && path.startsWith(`amendments/${id}/`)
}
