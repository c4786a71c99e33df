import { readdirSync, readFileSync, rmSync, statSync } from 'node:fs'
import Module from 'node:module'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { Script } from 'node:vm'
import { crc32 } from 'node:zlib'
import { buildId } from './build-id.ts'
import { cacheFolder } from './cache-folder.ts'
import { setFlags } from './engine-flags.ts'
import { putInCache } from './put-in-cache.ts'
import { makeFolders } from './writing/make-folders.ts'

/** Verbs that somebody waits for many times a day, or that git and editors call: one to two megabytes are kept for each. */
const OFTEN: ReadonlySet<string> = new Set(['check', 'diff', 'lint', 'lsp', 'merge-file', 'status'])

/** A run that takes so many times the processor time of the one that left its code has called more of the program, and leaves its own. */
const MUCH_LONGER = 1.5

/** In milliseconds. */
const MONTH = 30 * 24 * 3600 * 1000

/**
 * Keeps the compiled code of the pieces of the program that a verb loads, from one run to the next: half of the time of a short run goes into compiling them.
 * V8 takes back nothing that another version of itself, or of the text, has made. Only in the person's own cache folder, and only when nobody else could
 * have written there: this is code. When anything is amiss, pieces are compiled as ever. A run that names its texts has its own: the code of a long
 * folder takes longer to read than one text to look at.
 */
export function keepCode(verb: string, words: readonly string[]): void {
  const { CAHIER_CACHE = '', NODE_V8_COVERAGE = '' } = process.env
  // Whoever names another folder for the cache may share it. Code that counts what it runs is slower, and would stay so.
  if (CAHIER_CACHE !== '' || NODE_V8_COVERAGE !== '' || !OFTEN.has(verb)) return
  const bundle = dirname(fileURLToPath(import.meta.url))
  const build = buildId().slice(0, 16)
  const cache = cacheFolder()
  if (build === '' || cache === '') return
  const folder = join(cache, 'code')
  const own = join(folder, `${build}-${process.version}-${process.arch}`)
  const file = join(own, words.some(isText) ? `${verb}-texts` : verb)
  const known = keptIn(file)
  const scripts = new Map<string, Script>()
  let isWhole = true

  // Without the first flag, V8 drops by the end of a long run the bytecode of what ran at its beginning, which would then be missing from what is kept.
  // Without the second, it compiles a regular expression twice: to bytecode at its first use, to machine code at the next. Both are set before anything
  // is loaded: V8 refuses code that was kept under other flags.
  setFlags([
    ['--no-flush-bytecode', '--flush-bytecode'],
    ['--no-regexp-tier-up', '--regexp-tier-up'],
  ])
  const compile = Loader.prototype._compile
  Loader.prototype._compile = function (content, filename) {
    if (dirname(filename) !== bundle) return compile.call(this, content, filename)
    const piece = filename.slice(bundle.length + 1)
    const cachedData = known?.pieces[piece]
    const script = new Script(Module.wrap(content), { filename, ...(cachedData && { cachedData }) })
    scripts.set(piece, script)
    if (cachedData === undefined || script.cachedDataRejected === true) isWhole = false
    const require = (id: string) => (id.startsWith('./') ? pieceAt(join(bundle, id), this) : this.require(id))
    return script.runInThisContext().call(this.exports, this.exports, require, this, filename, bundle)
  }
  process.once('exit', () => {
    const time = processorTime()
    if (!isWhole || time > (known?.time ?? 0) * MUCH_LONGER) keep(scripts, time, folder, own, file)
  })
}

function isText(word: string): boolean {
  return word === '--stdin' || /\.md$/i.test(word)
}

/** Node's loader of CommonJS, as compilers and caches have long taken it over. */
const Loader = Module as unknown as {
  new (filename: string, parent: Loaded): Loaded
  readonly prototype: Loaded
  readonly _cache: Record<string, Loaded | undefined>
}

interface Loaded {
  _compile: (this: Loaded, content: string, filename: string) => unknown
  readonly require: (id: string) => unknown
  readonly exports: unknown
  filename: string
  loaded: boolean
}

// Does what Node's `require` does, without its search for what a name could mean: each piece is a file beside this one.
function pieceAt(filename: string, parent: Loaded): unknown {
  const known = Loader._cache[filename]
  if (known !== undefined) return known.exports
  const piece = new Loader(filename, parent)
  Loader._cache[filename] = piece
  piece.filename = filename
  piece._compile(readFileSync(filename, 'utf8'), filename)
  piece.loaded = true
  return piece.exports
}

/** Of this run, all threads, in milliseconds. */
function processorTime(): number {
  const { user, system } = process.cpuUsage()
  return Math.round((user + system) / 1000)
}

function keep(scripts: ReadonlyMap<string, Script>, time: number, folder: string, own: string, file: string): void {
  try {
    makeFolders(own, 0o700)
    if (!isOwn(folder) || !isOwn(own)) return
    const pieces = [...scripts].map(([piece, script]) => [piece, script.createCachedData()] as const)
    putInCache(file, packed(pieces, time))
    // Of builds made long ago nothing is wanted any more; an editor may carry another one than the command line.
    for (const other of readdirSync(folder).map((name) => join(folder, name)))
      if (other !== own && Date.now() - statSync(other).mtimeMs > MONTH) rmSync(other, { recursive: true, force: true })
  } catch {
    // A cache that cannot be written is none: the next run compiles again.
  }
}

/** The code that a run has left, and the processor time that it took. */
interface Kept {
  readonly time: number
  readonly pieces: Readonly<Record<string, Buffer>>
}

function keptIn(file: string): Kept | null {
  try {
    if (!isOwn(file) || !isOwn(dirname(file)) || !isOwn(dirname(dirname(file)))) return null
    return unpacked(readFileSync(file))
  } catch {
    return null
  }
}

/** One block for all pieces: a sum, the length of what is said of them, a time with names and sizes, and the pieces one after the other. */
function packed(pieces: readonly (readonly [name: string, code: Buffer])[], time: number): Buffer {
  const list = Buffer.from(JSON.stringify({ time, sizes: pieces.map(([name, code]) => [name, code.length]) }))
  const head = Buffer.alloc(HEAD)
  const rest = Buffer.concat([list, ...pieces.map(([, code]) => code)])
  head.writeUInt32LE(crc32(rest))
  head.writeUInt32LE(list.length, 4)
  return Buffer.concat([head, rest])
}

// V8 looks at sizes and versions, and not at what a failing disk has made of the rest.
function unpacked(bytes: Buffer): Kept | null {
  if (bytes.length < HEAD || bytes.readUInt32LE() !== crc32(bytes.subarray(HEAD))) return null
  let end = HEAD + bytes.readUInt32LE(4)
  const { time, sizes }: { readonly time: number; readonly sizes: readonly (readonly [name: string, size: number])[] } = JSON.parse(
    bytes.toString('utf8', HEAD, end),
  )
  const pieces = sizes.map(([name, size]) => {
    const start = end
    end += size
    return [name, bytes.subarray(start, end)] as const
  })
  return { time, pieces: Object.fromEntries(pieces) }
}

const HEAD = 8

function isOwn(path: string): boolean {
  const { uid, mode } = statSync(path)
  return process.platform === 'win32' || (uid === process.getuid?.() && (mode & 0o022) === 0)
}
