/** Replaces `node:fs` with files in memory. Reading throws when there is no such file or folder. */

interface StoredFile {
  readonly bytes: Uint8Array
  readonly mtimeMs: number
}

const files = new Map<string, StoredFile>()
let changes = 0

/** Stores a file. With null, removes the file, or all files in a folder. */
export function keepFile(path: string, bytes: Uint8Array | null): void {
  if (bytes !== null) files.set(path, { bytes, mtimeMs: ++changes })
  else
    for (const file of files.keys())
      if (file === path || file.startsWith(`${path}/`)) files.delete(file)
}

export interface Stats {
  readonly size: number
  readonly mtimeMs: number
  readonly ino: number
}

export class Dirent {
  readonly name: string
  readonly #isFile: boolean

  constructor(name: string, isFile: boolean) {
    this.name = name
    this.#isFile = isFile
  }

  isFile(): boolean {
    return this.#isFile
  }

  isDirectory(): boolean {
    return !this.#isFile
  }

  isSymbolicLink(): boolean {
    return false
  }
}

export function existsSync(path: string): boolean {
  return files.has(path) || [...files.keys()].some((file) => file.startsWith(`${path}/`))
}

export function readdirSync(folder: string): Dirent[] {
  const start = folder.endsWith('/') ? folder : `${folder}/`
  const entries = new Map<string, Dirent>()
  for (const path of files.keys()) {
    if (!path.startsWith(start)) continue
    const [name = '', ...below] = path.slice(start.length).split('/')
    entries.set(name, new Dirent(name, below.length === 0))
  }
  if (entries.size === 0) throw missing(folder)
  return [...entries.values()]
}

/** Returns the path, used as file descriptor. */
export function openSync(path: string): string {
  if (!files.has(path)) throw missing(path)
  return path
}

export function closeSync(_file: string): void {}

export function readFileSync(path: string): Uint8Array {
  return stored(path).bytes
}

export function statSync(path: string): Stats {
  const { bytes, mtimeMs } = stored(path)
  return { size: bytes.length, mtimeMs, ino: 0 }
}

export const fstatSync = statSync

function stored(path: string): StoredFile {
  const file = files.get(path)
  if (file === undefined) throw missing(path)
  return file
}

function missing(path: string): Error {
  return Object.assign(new Error(`no such file: ${path}`), { code: 'ENOENT' })
}
