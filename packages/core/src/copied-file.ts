import { kindOf } from './kind-of.ts'

// Dropbox: (conflicted copy 2026-11-20), in many languages. pCloud: [conflicted]. Syncthing:
// .sync-conflict-… ownCloud: _conflict-… By hand: (1), - Copie.
const SUFFIX =
  /[ ._-]*(?:\([^()]*\)|\[[^[\]]*\]|[ ._-](?:sync-conflict|conflict|copie|copy)\b.*| \d+)$/i
const ID = /^[a-z\d]+(?:-[a-z\d]+)*$/
const PREFIX = /^(?:copie|copy)(?: \(\d+\))? (?:de|of) /i
// OneDrive: a hyphen and the name of the machine, such as DESKTOP-8KQ2M, MARIE-PC, WIN11 or MacBook
// Pro de Léa. A word in capitals alone may be an acronym.
const MACHINE =
  /\b(?:DESKTOP|LAPTOP|PC|MacBook|iMac|Mac)\b|^(?=.*[\d-])[A-Z][A-Z\d-]{2,14}(?:-\d+)?$/

/**
 * A name without what systems write behind that of a copy, ` - Copie` or ` (2)`. Words alone may be
 * what a text is about: « Taxe copie privée ».
 */
export function withoutCopyMark(stem: string): string {
  return stem.replace(/(?: - (?:copie|copy))?(?: ?\(\d+\))?$/i, '') || stem
}

/**
 * Of a file the folder that its own is a copy of, as `originalOf` tells of files: `axes/rivieres`
 * of what stands in `axes/rivieres - Copie/`. `''` when it is none.
 */
export function originalFolders(paths: Iterable<string>): (path: string) => string {
  let folders: ReadonlySet<string> | undefined
  return (path) => {
    const [, top = '', name = ''] = IN_FOLDER.exec(path) ?? []
    if (name === '' || ID.test(name)) return ''
    folders ??= new Set([...paths].map((other) => IN_FOLDER.exec(other)?.[0] ?? ''))
    const original = `${top}/${nameOfOriginal(name)}`
    return original !== `${top}/${name}` && folders.has(`${original}/`) ? original : ''
  }
}

const IN_FOLDER = /^(axes|amendments)\/([^/]+)\//

/** A name without whatever tells, with the original beside it, that it is a copy. */
export function nameOfOriginal(name: string): string {
  return name.replace(SUFFIX, '').replace(PREFIX, '')
}

/**
 * The file that this one is a copy of, to go by its name: one that two hands wrote at once in a
 * shared folder, or that was put aside by hand. `''` when it is none: an id of its own, no such
 * file beside, an image or what a round froze.
 */
export function originalOf(path: string, paths: ReadonlySet<string>): string {
  const [, folder = '', stem = '', extension = ''] =
    /^(.*\/)?([^/]+)(\.(?:md|yaml|json))$/i.exec(path) ?? []
  if (stem === '' || ID.test(stem)) return ''
  const names = [...stemsBefore(stem), nameOfOriginal(stem)]
  return (
    names
      .map((name) => `${folder}${name}${extension}`)
      .find((original) => original !== path && paths.has(original) && isRead(original)) ?? ''
  )
}

function isRead(path: string): boolean {
  const kind = kindOf(path)
  return kind !== 'ignored' && kind !== 'asset' && kind !== 'record'
}

// An id has hyphens of its own, and so has a machine: the longest name comes first.
function stemsBefore(stem: string): readonly string[] {
  return [...stem.matchAll(/-/g)]
    .filter(({ index }) => MACHINE.test(stem.slice(index + 1)))
    .map(({ index }) => stem.slice(0, index))
    .reverse()
}
