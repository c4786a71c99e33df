import type { ProgrammeOutline } from '@cahier/language-server'
import { Uri } from 'vscode'
import type { BaseLanguageClient } from 'vscode-languageclient'

export interface OpenProgramme extends ProgrammeOutline {
  readonly uri: string
}

/** All open programmes, unsaved edits included. */
export async function fetchOpenProgrammes(
  server: BaseLanguageClient,
): Promise<readonly OpenProgramme[]> {
  const programmes = await server.sendRequest<readonly OpenProgramme[]>('cahier/outline')
  return programmes.map((programme) => ({
    ...programme,
    uri: server.protocol2CodeConverter.asUri(programme.uri).toString(),
  }))
}

export function fileOf({ uri }: OpenProgramme, path: string): Uri {
  return Uri.joinPath(Uri.parse(uri), path)
}

/** The programme of a file, and the file's path in it; null when no open programme has it. */
export function locateFile(
  programmes: readonly OpenProgramme[],
  file: Uri | undefined,
): { readonly programme: OpenProgramme; readonly path: string } | null {
  if (file === undefined) return null
  for (const programme of programmes) {
    const root = Uri.parse(programme.uri)
    // Compares addresses: in paths, a drive may be `c:` or `C:`.
    if (`${file}`.startsWith(`${root}/`))
      return { programme, path: file.path.slice(root.path.length + 1) }
  }
  return null
}

/** The id of the proposal in a file, or of the text that it amends; else empty. */
export function proposalAt(path: string): string {
  const axis = /^axes\/[^/]+\/([^/]+)\.md$/.exec(path)?.[1] ?? ''
  return axis === 'axis' ? '' : axis || (/^amendments\/([^/]+)\//.exec(path)?.[1] ?? '')
}
