import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { type Connection, RequestType0 } from 'vscode-languageserver'
import type { ClientSetting } from '../context.ts'
import { outlineOf, type ProgrammeOutline } from '../features/outline.ts'
import { inSlices } from '../in-slices.ts'
import { verdictOf } from '../text/verdict.ts'
import type { Workspace } from '../workspace/workspace.ts'
import type { DiskRefresh } from './disk-refresh.ts'
import type { ServerEnvironment } from './options.ts'
import { cancellable } from './request-handlers.ts'

/** The request of our extension for the outline of each programme, with its `uri`. */
export const OUTLINE = 'cahier/outline'
/**
 * The request of our extension for the page of the proposal or amendment at a `uri`. The answer is
 * `null` for other files.
 */
export const PREVIEW = 'cahier/preview'

export function handleExtensionRequests(
  connection: Connection,
  workspace: Workspace,
  disk: DiskRefresh,
  setting: ClientSetting,
  { day }: Pick<ServerEnvironment, 'day'>,
): void {
  connection.onRequest(new RequestType0<unknown, void>(OUTLINE), (token) => outlines(null, token))
  connection.onRequest(
    PREVIEW,
    cancellable(
      ({ uri }: { readonly uri: string }) =>
        () =>
          preview(uri),
    ),
  )

  const outlines = cancellable(
    () => async () => {
      // A command may have written files that no watcher has reported yet.
      disk.refresh()
      const all: (ProgrammeOutline & { readonly uri: string })[] = []
      for (const { root, programme } of [...workspace.folders]) {
        const today = day(programme.manifest.timezone)
        await inSlices(programme.proposals, (proposal) => verdictOf(programme, proposal, today))
        all.push({
          uri: pathToFileURL(root).href,
          ...outlineOf(programme, today, setting.language),
        })
      }
      return all
    },
    () => workspace.readHeads(),
  )

  async function preview(uri: string) {
    const file = workspace.fileAt(uri)
    if (file === null) return null
    const { previewOf, withFileLinks } = await import('../features/preview.ts')
    const { root, programme } = file.folder
    const readAsset = (path: string) => readFileSync(join(root, path))
    const preview = await previewOf(programme, file.path, day(programme.manifest.timezone), {
      readAsset,
    })
    return preview === null
      ? null
      : withFileLinks(preview, programme, file.path, (path) => pathToFileURL(join(root, path)).href)
  }
}
