import type { SentFile } from '@cahier/language-server/worker'
import { FileType, Uri, workspace } from 'vscode'
import { toFileAddress } from './file-address.ts'

/** Every file of the programmes in the open folders. */
export async function allFiles(): Promise<readonly SentFile[]> {
  return (await Promise.all((await programmeFolders()).map(filesIn))).flat()
}

export async function programmeFolders(): Promise<readonly Uri[]> {
  const folders = workspace.workspaceFolders ?? []
  return (await Promise.all(folders.map(({ uri }) => programmesIn(uri)))).flat()
}

/** A file, or every file in a folder. `bytes` is null when nothing exists there. */
export async function filesAt(uri: Uri): Promise<readonly SentFile[]> {
  try {
    const { type } = await workspace.fs.stat(uri)
    return type & FileType.Directory ? await filesIn(uri) : [await fileAt(uri)]
  } catch {
    return [{ uri: toFileAddress(uri), bytes: null }]
  }
}

// A programme is in the folder itself, or in a subfolder.
async function programmesIn(folder: Uri): Promise<readonly Uri[]> {
  const entries = await workspace.fs.readDirectory(folder)
  if (entries.some(([name]) => name === MANIFEST)) return [folder]
  const below = entries.flatMap(([name, type]) =>
    type & FileType.Directory && !name.startsWith('.') ? [Uri.joinPath(folder, name)] : [],
  )
  const isProgramme = await Promise.all(
    below.map((one) =>
      workspace.fs.stat(Uri.joinPath(one, MANIFEST)).then(
        () => true,
        () => false,
      ),
    ),
  )
  return below.filter((_, rank) => isProgramme[rank])
}

const MANIFEST = 'programme.yaml'

async function filesIn(folder: Uri): Promise<readonly SentFile[]> {
  const entries = await workspace.fs.readDirectory(folder)
  const parts = entries
    .filter(([name]) => !name.startsWith('.') && name !== 'node_modules')
    .map(async ([name, type]) => {
      const uri = Uri.joinPath(folder, name)
      return type & FileType.Directory ? await filesIn(uri) : [await fileAt(uri)]
    })
  return (await Promise.all(parts)).flat()
}

async function fileAt(uri: Uri): Promise<SentFile> {
  return { uri: toFileAddress(uri), bytes: await workspace.fs.readFile(uri) }
}
