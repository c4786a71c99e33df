import { createHash } from 'node:crypto'
import { readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import type { Document } from '@cahier/core'
import type { Settings } from '@cahier/lint'
import { UsageError } from '../arguments/usage-error.ts'
import type { Invocation } from '../command.ts'
import { buildId, cacheFolder } from '../disk/cache-folder.ts'
import { systemCode } from '../disk/files.ts'
import { makeFolders } from '../writing/make-folders.ts'

/** Findings of earlier runs by the hash of what they depend on: a text, its path, the settings. */
export interface FindingsCache<Value> {
  /** The value last set for these inputs. */
  readonly get: (inputs: readonly Input[]) => Value | undefined
  readonly set: (inputs: readonly Input[], value: Value) => void
  /** Writes what was got or set in this run, and drops the rest. */
  readonly save: () => void
}

type Input = string | Uint8Array

/** Linting fewer bytes than this takes less time than reading the cache. */
const MINIMUM_SIZE = 200_000

/**
 * The cache of one linted folder, `place`: one file in the user's own cache folder, never in the
 * linted one, where a contribution could bring forged findings. `--no-cache` and `--fix` do
 * without; `CAHIER_CACHE` names another folder.
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

/** A cache that holds nothing. */
export function noCache<Value>(): FindingsCache<Value> {
  return { get: () => undefined, set: () => {}, save: () => {} }
}

/** A cache in a file. `program` is all that findings depend on besides their inputs. */
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

/** What the findings of one document of a programme depend on, other documents apart. */
export function inputsOfDocument(document: Document, settings: Settings): readonly string[] {
  return ['document', document.path, document.kind, document.text, JSON.stringify(settings)]
}

/** SHA-256 in hexadecimal. Each input is preceded by its length: no two lists share a hash. */
export function hashOf(inputs: readonly Input[]): string {
  const hash = createHash('sha256')
  for (const input of inputs) hash.update(`${Buffer.byteLength(input)}:`).update(input)
  return hash.digest('hex')
}

// The first line is the hash of the rest: a file that was cut or damaged counts as empty.
function readEntries<Value>(path: string): ReadonlyMap<string, Value> {
  try {
    const [sum = '', json = ''] = readFileSync(path, 'utf8').split('\n')
    return new Map<string, Value>(sum === hashOf([json]) ? JSON.parse(json) : [])
  } catch (error) {
    if (systemCode(error) === undefined) throw error
    return new Map()
  }
}

// A folder that cannot be written to means that nothing is cached.
function writeEntries<Value>(path: string, entries: ReadonlyMap<string, Value>): void {
  const json = JSON.stringify([...entries])
  try {
    makeFolders(dirname(path), 0o700)
    replaceFile(path, `${hashOf([json])}\n${json}`)
  } catch (error) {
    if (!(error instanceof UsageError) && systemCode(error) === undefined) throw error
  }
}

// Through a second file: a reader finds the old content or the new, and a full disk leaves nothing.
function replaceFile(path: string, content: string): void {
  const half = `${path}.${process.pid}`
  try {
    writeFileSync(half, content, { mode: 0o600 })
    renameSync(half, path)
  } catch (error) {
    rmSync(half, { force: true })
    throw error
  }
}
