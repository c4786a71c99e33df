import type { ProgrammeOutline } from '@cahier/language-server'
import { Uri } from 'vscode'
import type { BaseLanguageClient } from 'vscode-languageclient'

/** A programme that is open, as the server sees it. */
export interface OpenProgramme extends ProgrammeOutline {
  readonly uri: string
}

/** All programmes that are open, as they are typed now. */
export async function openProgrammes(
  server: BaseLanguageClient,
): Promise<readonly OpenProgramme[]> {
  const programmes = await server.sendRequest<readonly OpenProgramme[]>('cahier/outline')
  return programmes.map((programme) => ({
    ...programme,
    uri: server.protocol2CodeConverter.asUri(programme.uri).toString(),
  }))
}

/** The address of a file of a programme. */
export function fileOf({ uri }: OpenProgramme, path: string): Uri {
  return Uri.joinPath(Uri.parse(uri), path)
}

/** The programme that a file belongs to, and its path there; `null` when it belongs to none. */
export function placeIn(
  programmes: readonly OpenProgramme[],
  file: Uri | undefined,
): { readonly programme: OpenProgramme; readonly path: string } | null {
  if (file === undefined) return null
  for (const programme of programmes) {
    const root = Uri.parse(programme.uri)
    // Some write a disk of Windows `c:` and some `C:`; whole addresses, as the editor gives them,
    // have one way.
    if (`${file}`.startsWith(`${root}/`))
      return { programme, path: file.path.slice(root.path.length + 1) }
  }
  return null
}

/** The proposal that a file is, or is an amendment to; `''` when there is none. */
export function proposalAt(path: string): string {
  const axis = /^axes\/[^/]+\/([^/]+)\.md$/.exec(path)?.[1] ?? ''
  return axis === 'axis' ? '' : axis || (/^amendments\/([^/]+)\//.exec(path)?.[1] ?? '')
}
