import { kindOf } from '../read/kind-of.ts'
import { slugOf } from './slug.ts'

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

/**
 * A path with the names it should have: lower case without accents, hyphens between words, one
 * extension, and nothing of a copy whose original is gone.
 */
export function properPath(path: string): string {
  return path.split('/').map(properName).join('/')
}

// Systems that hide extensions make `proposition.md.md` and `proposition.md.txt`.
function properName(name: string): string {
  const [, stem = '', , extension = ''] =
    /^(.*?)((\.(?:md|ya?ml|json|txt|sig))*)$/is.exec(name) ?? []
  const slug = slugOf(withoutCopyMark(stem))
  return slug === '' ? name : `${slug}${extension}`
}

const OF_WINDOWS = 'con|prn|aux|nul|com\\d|lpt\\d'

const TAKEN = new RegExp(`^(?:${OF_WINDOWS}|axis|axe)$`)

/**
 * Whether an id cannot name a file of its own: YAML reads it as something else, Windows keeps it
 * for itself, or an axis's own file bears it.
 */
export function isTakenName(id: string): boolean {
  return isNoText(id) || TAKEN.test(id)
}

/** Whether YAML reads an id as a number, yes, no or nothing. */
export function isNoText(id: string): boolean {
  return /^(?:\d+(?:e-?\d+)?|0x[\da-f]+|0o[0-7]+|null|true|false)$/.test(id)
}

/** Whether Windows keeps a name on this path for itself, whatever its extension. */
export function isKeptByWindows(path: string): boolean {
  return KEPT.test(path)
}

const KEPT = new RegExp(`(?:^|/)(?:${OF_WINDOWS})(?:\\.[^/]*)?(?:/|$)`, 'i')

/**
 * Whether a name on this path has signs that none has on Windows, or ends in a way that none does.
 */
export function isUnwritableOnWindows(path: string): boolean {
  return /[<>:"|?*\\]|[. ](?:\/|$)/.test(path)
}
