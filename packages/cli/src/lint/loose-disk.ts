import { isUtf8 } from 'node:buffer'
import { lstatSync, readdirSync, readFileSync, realpathSync, statSync } from 'node:fs'
import { resolve, sep } from 'node:path'
import { LARGEST_TEXT, type Source } from '@cahier/core/source'
import { sumOf } from './sum-of.ts'

/** What stands on the disk around loose texts. Paths are relative to the folder that is linted, with forward slashes. */
export interface LooseDisk {
  /** Whether a file or a folder is there, inside of the folder or outside; `true` as well where the system does not say. */
  readonly isThere: (path: string) => boolean
  /** The text of a file inside of the folder; `null` when there is none, or none that may be read: through a link, too large, not in UTF-8. */
  readonly textAt: (path: string) => string | null
  /** The names of what stands in a folder inside of the folder, sorted. */
  readonly namesIn: (path: string) => readonly string[]
}

/** The disk as it is now; of the texts that were read already, it is not asked. `folder` is absolute. */
export function looseDisk(folder: string, sources: readonly Source[]): LooseDisk {
  const known = new Map(sources.map((source) => [source.path, source]))
  return {
    isThere: (path) => known.has(path) || isOnDisk(resolve(folder, path)),
    textAt: (path) => known.get(path)?.text ?? (isInside(folder, path) ? textOnDisk(resolve(folder, path)) : null),
    namesIn: (path) => (isInside(folder, path) ? namesOnDisk(resolve(folder, path)) : []),
  }
}

/** Something that was asked about what stands around a text, with what was answered: plain data, to be kept. */
export type Asked = readonly [about: 'there' | 'text' | 'names', path: string, answer: string]

/** Gives the answer to a question as it is kept, and the same each time. */
export type Answers = (about: Asked[0], path: string) => Asked

/** What a disk answers, found once a question. */
export function answersOf(disk: LooseDisk): Answers {
  const known = new Map<string, Asked>()
  return (about, path) => {
    const key = `${about} ${path}`
    const answer = known.get(key) ?? [about, path, answerOf(disk, about, path)]
    known.set(key, answer)
    return answer
  }
}

/** Whether all would still be answered alike. */
export function isStillSo(asked: readonly Asked[], answers: Answers): boolean {
  return asked.every(([about, path, answer]) => answers(about, path)[2] === answer)
}

function answerOf(disk: LooseDisk, about: Asked[0], path: string): string {
  if (about === 'there') return disk.isThere(path) ? 'yes' : 'no'
  if (about === 'names') return disk.namesIn(path).join('/')
  const text = disk.textAt(path)
  return text === null ? '' : sumOf([text])
}

function isOnDisk(path: string): boolean {
  try {
    return statSync(path, { throwIfNoEntry: false }) !== undefined
  } catch {
    return true
  }
}

// What stands outside, or behind a link, is not told: not even by its names.
function isInside(folder: string, path: string): boolean {
  try {
    const there = resolve(folder, path)
    const real = realpathSync(folder)
    return (
      realpathSync(there) === real + there.slice(folder.length) &&
      (there === folder || there.startsWith(folder.endsWith(sep) ? folder : folder + sep))
    )
  } catch {
    return false
  }
}

function textOnDisk(path: string): string | null {
  try {
    const file = lstatSync(path)
    if (!file.isFile() || file.size > LARGEST_TEXT) return null
    const bytes = readFileSync(path)
    return isUtf8(bytes) ? bytes.toString('utf8') : null
  } catch {
    return null
  }
}

function namesOnDisk(path: string): readonly string[] {
  try {
    return readdirSync(path).sort()
  } catch {
    return []
  }
}
