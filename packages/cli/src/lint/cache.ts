import { createHash } from 'node:crypto'
import { readFileSync, renameSync } from 'node:fs'
import { dirname, join } from 'node:path'
import type { Document } from '@cahier/core'
import type { Settings } from '@cahier/lint'
import { UsageError } from '../arguments/usage-error.ts'
import type { Invocation } from '../command.ts'
import { buildId, cacheFolder } from '../disk/cache-folder.ts'
import { systemCode } from '../disk/files.ts'
import { makeFolders } from '../writing/make-folders.ts'
import { writeBeside } from '../writing/write-beside.ts'

/** The findings of earlier runs, by a hash of their inputs. */
export interface FindingsCache<Value> {
  readonly get: (inputs: readonly Input[]) => Value | undefined
  readonly set: (inputs: readonly Input[], value: Value) => void
  /** Writes the entries read or set in this run, and drops the other entries. */
  readonly save: () => void
}

type Input = string | Uint8Array

/**
 * The least size of the inputs of a look-up, in bytes or characters. With less, a cache saves no
 * time.
 */
const MINIMUM_SIZE = 200_000

/**
 * The cache for the linted folder `place`, kept in the user's cache folder: in the linted folder, a
 * contribution could bring forged findings. Empty with `--no-cache` or `--fix`.
 */
export function openCache<Value>(
  values: Invocation['values'],
  place: string,
): FindingsCache<Value> {
  const folder = cacheFolder()
  const isOff = values['no-cache'] === true || values.fix === true
  if (isOff || folder === '' || buildId() === '') return noCache()
  const program = [buildId(), process.version, process.env.CAHIER_PARSER ?? ''].join(' ')
  return fileCache(join(folder, `lint-${hashOf([place]).slice(0, 24)}`), program)
}

export function noCache<Value>(): FindingsCache<Value> {
  return { get: () => undefined, set: () => {}, save: () => {} }
}

/** A cache in a file. Findings also depend on `program`, the versions of cahier and Node. */
export function fileCache<Value>(
  path: string,
  program: string,
  minimumSize = MINIMUM_SIZE,
): FindingsCache<Value> {
  const saved = readEntries<Value>(path)
  const used = new Map<string, Value>()
  let size = 0
  return {
    get(inputs) {
      const key = hashOf([program, ...inputs])
      const value = saved.get(key)
      if (value !== undefined) used.set(key, value)
      size += inputs.reduce((sum, { length }) => sum + length, 0)
      return value
    },
    set: (inputs, value) => void used.set(hashOf([program, ...inputs]), value),
    save() {
      const isUnchanged =
        used.size === saved.size && [...used].every(([key, value]) => saved.get(key) === value)
      if (!isUnchanged && size >= minimumSize) writeEntries(path, used)
    },
  }
}

/** The inputs of the rules that read only one document. */
export function inputsOfDocument(document: Document, settings: Settings): readonly string[] {
  return ['document', document.path, document.kind, document.text, JSON.stringify(settings)]
}

/** SHA-256 in hexadecimal. Lengths are hashed too: `ab`, `c` differs from `a`, `bc`. */
export function hashOf(inputs: readonly Input[]): string {
  const hash = createHash('sha256')
  for (const input of inputs) hash.update(`${Buffer.byteLength(input)}:`).update(input)
  return hash.digest('hex')
}

// The first line is the hash of the rest: a damaged file counts as empty.
function readEntries<Value>(path: string): ReadonlyMap<string, Value> {
  try {
    const [sum = '', json = ''] = readFileSync(path, 'utf8').split('\n')
    return new Map<string, Value>(sum === hashOf([json]) ? JSON.parse(json) : [])
  } catch (error) {
    if (systemCode(error) === undefined) throw error
    return new Map()
  }
}

// Without a cache, lint is only slower: a folder that cannot be written is no error.
function writeEntries<Value>(path: string, entries: ReadonlyMap<string, Value>) {
  const json = JSON.stringify([...entries])
  try {
    makeFolders(dirname(path), 0o700)
    renameSync(writeBeside(path, Buffer.from(`${hashOf([json])}\n${json}`), 0o600, false), path)
  } catch (error) {
    if (!(error instanceof UsageError) && systemCode(error) === undefined) throw error
  }
}
