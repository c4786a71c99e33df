/**
 * Replaces `node:fs` in a browser by files in memory. Reading throws when there is no such file or
 * folder.
 */

const files = new Map<string, { readonly bytes: Uint8Array; readonly mtimeMs: number }>()
let changes = 0

/** Stores a file. With null, removes the file, or all files in a folder. */
export function keepFile(path: string, bytes: Uint8Array | null): void {
  if (bytes !== null) files.set(path, { bytes, mtimeMs: ++changes })
  else
    for (const file of files.keys())
      if (file === path || file.startsWith(`${path}/`)) files.delete(file)
}

export function existsSync(path: string): boolean {
  return files.has(path) || [...files.keys()].some((file) => file.startsWith(`${path}/`))
}

export function readdirSync(folder: string) {
  const start = folder.endsWith('/') ? folder : `${folder}/`
  /** By name: true for a file, false for a folder. */
  const entries = new Map<string, boolean>()
  for (const path of files.keys()) {
    if (!path.startsWith(start)) continue
    const [name = '', ...below] = path.slice(start.length).split('/')
    entries.set(name, below.length === 0)
  }
  if (entries.size === 0) throw missing(folder)
  return Array.from(entries, ([name, isFile]) => ({
    name,
    isFile: () => isFile,
    isDirectory: () => !isFile,
    isSymbolicLink: () => false,
  }))
}

/** Returns the path, which serves as the file descriptor. */
export function openSync(path: string): string {
  if (!files.has(path)) throw missing(path)
  return path
}

export function closeSync(_file: string): void {}

export function readFileSync(path: string): Uint8Array {
  return stored(path).bytes
}

export function statSync(path: string) {
  const { bytes, mtimeMs } = stored(path)
  return { size: bytes.length, mtimeMs, ino: 0 }
}

export const fstatSync = statSync

function stored(path: string) {
  const file = files.get(path)
  if (file === undefined) throw missing(path)
  return file
}

function missing(path: string): Error {
  return Object.assign(new Error(`no such file: ${path}`), { code: 'ENOENT' })
}
