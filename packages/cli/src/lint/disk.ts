import { isUtf8 } from 'node:buffer'
import { lstatSync, readdirSync, readFileSync, realpathSync, statSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { pathInside } from '@cahier/core/path-inside'
import { LARGEST_TEXT, type Source } from '@cahier/core/source'
import { type PageAnchors, pageAnchors, readLooseText, type Surroundings } from '@cahier/lint'
import type { Parser } from '@cahier/prose'
import { hashOf } from './cache.ts'

/**
 * The files around loose texts (Markdown outside a programme), on the disk or at a git revision.
 * Paths are relative to the linted folder, with slashes.
 */
export interface Disk {
  /** Whether a path exists, even outside the folder. True when the system cannot tell. */
  readonly isThere: (path: string) => boolean
  /** The text of a file in the folder; null when missing, behind a link, too large or not UTF-8. */
  readonly textAt: (path: string) => string | null
  /** The sorted names in a folder; empty outside the linted folder. */
  readonly namesIn: (path: string) => readonly string[]
}

/** The present disk, except for the texts of `sources`, which are not read again. */
export function diskAround(folder: string, sources: readonly Source[]): Disk {
  const known = new Map(sources.map((source) => [source.path, source]))
  return {
    isThere: (path) => known.has(path) || isOnDisk(resolve(folder, path)),
    textAt: (path) =>
      known.get(path)?.text ?? (isInside(folder, path) ? textOnDisk(resolve(folder, path)) : null),
    namesIn: (path) => (isInside(folder, path) ? namesOnDisk(resolve(folder, path)) : []),
  }
}

/** A question about the disk, with its answer: for a text, the hash of the text. */
export type DiskQuery = readonly [about: 'there' | 'text' | 'names', path: string, answer: string]

/** Caches the answers of `disk`. */
export function diskReader(disk: Disk) {
  const known = new Map<string, DiskQuery>()
  const anchors = new Map<string, PageAnchors | null>()
  return { isUnchanged, surroundings }

  function isUnchanged(queries: readonly DiskQuery[]) {
    return queries.every(([about, path, answer]) => read(about, path)[2] === answer)
  }

  /** The files around one text, for the link rule. `queries` receives each query. */
  function surroundings(parse: Parser, queries = new Set<DiskQuery>()): Surroundings {
    const ask = (about: DiskQuery[0], path: string): string => {
      const query = read(about, path)
      queries.add(query)
      return query[2]
    }
    return {
      isThere: (path) => ask('there', path) === 'yes',
      anchorsAt(path) {
        ask('text', path)
        const known = anchors.get(path)
        if (known !== undefined) return known
        const text = disk.textAt(path)
        const found = text === null ? null : pageAnchors(readLooseText({ path, text }, parse))
        anchors.set(path, found)
        return found
      },
      namesIn: (path) => ask('names', path).split('/').filter(Boolean),
    }
  }

  function read(about: DiskQuery[0], path: string): DiskQuery {
    const key = `${about} ${path}`
    const query = known.get(key) ?? [about, path, answerOf(disk, about, path)]
    known.set(key, query)
    return query
  }
}

function answerOf(disk: Disk, about: DiskQuery[0], path: string) {
  if (about === 'there') return disk.isThere(path) ? 'yes' : 'no'
  if (about === 'names') return disk.namesIn(path).join('/')
  const text = disk.textAt(path)
  return text === null ? '' : hashOf([text])
}

function isOnDisk(path: string) {
  try {
    return statSync(path, { throwIfNoEntry: false }) !== undefined
  } catch {
    return true
  }
}

// A symbolic link in the folder may lead to private files. A path through such a link counts as
// outside the folder.
function isInside(folder: string, path: string) {
  try {
    const there = resolve(folder, path)
    const inside = pathInside(folder, there)
    return inside !== null && realpathSync(there) === join(realpathSync(folder), inside)
  } catch {
    return false
  }
}

function textOnDisk(path: string) {
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
