import { kindOf } from '../read/kind-of.ts'
import { slugOf } from './slug.ts'

// Dropbox: (conflicted copy 2026-11-20), in many languages. pCloud: [conflicted]. Syncthing:
// .sync-conflict-… ownCloud: _conflict-… By hand: (1), - Copie.
const COPY_SUFFIX =
  /[ ._-]*(?:\([^()]*\)|\[[^[\]]*\]|[ ._-](?:sync-conflict|conflict|copie|copy)\b.*| \d+)$/i
const ID = /^[a-z\d]+(?:-[a-z\d]+)*$/
const COPY_PREFIX = /^(?:copie|copy)(?: \(\d+\))? (?:de|of) /i
// OneDrive: a hyphen and the name of the machine, such as DESKTOP-8KQ2M, MARIE-PC, WIN11 or MacBook
// Pro de Léa. A word in capitals alone may be an acronym.
const MACHINE =
  /\b(?:DESKTOP|LAPTOP|PC|MacBook|iMac|Mac)\b|^(?=.*[\d-])[A-Z][A-Z\d-]{2,14}(?:-\d+)?$/

/** A name without the copy mark of a system, ` - Copie` or ` (2)`. Not « Taxe copie privée ». */
export function withoutCopyMark(stem: string): string {
  return stem.replace(/(?: - (?:copie|copy))?(?: ?\(\d+\))?$/i, '') || stem
}

/**
 * For a file in a copied folder, the original folder: `axes/rivieres` for `axes/rivieres -
 * Copie/…`. Else empty.
 */
export function originalFolders(paths: Iterable<string>): (path: string) => string {
  let folders: ReadonlySet<string> | undefined
  return (path) => {
    const [, top = '', name = ''] = FOLDER_OF_TEXTS.exec(path) ?? []
    if (name === '' || ID.test(name)) return ''
    folders ??= new Set([...paths].map((other) => FOLDER_OF_TEXTS.exec(other)?.[0] ?? ''))
    const original = `${top}/${nameOfOriginal(name)}`
    return original !== `${top}/${name}` && folders.has(`${original}/`) ? original : ''
  }
}

const FOLDER_OF_TEXTS = /^(axes|amendments)\/([^/]+)\//

/** A name without any mark of a copy, however weak: only with the original beside it is it sure. */
export function nameOfOriginal(name: string): string {
  return name.replace(COPY_SUFFIX, '').replace(COPY_PREFIX, '')
}

/**
 * The original of a copied file, judging by its name: a shared folder or a person made the copy.
 * Empty for a valid id, without an original beside it, and for images and frozen copies.
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

// Ids and names of machines both have hyphens: the longest stem comes first.
function stemsBefore(stem: string): readonly string[] {
  return [...stem.matchAll(/-/g)]
    .filter(({ index }) => MACHINE.test(stem.slice(index + 1)))
    .map(({ index }) => stem.slice(0, index))
    .reverse()
}

/** A path with valid names: lower case, no accents, hyphens, one extension, no copy mark. */
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

const WINDOWS_DEVICES = 'con|prn|aux|nul|com\\d|lpt\\d'

const RESERVED_ID = new RegExp(`^(?:${WINDOWS_DEVICES}|axis|axe)$`)

/** Whether an id is not allowed: YAML would not read a text, or the name is reserved. */
export function isTakenName(id: string): boolean {
  return isNoText(id) || RESERVED_ID.test(id)
}

/** Whether YAML reads an id as a number, a boolean or null. */
export function isNoText(id: string): boolean {
  return /^(?:\d+(?:e-?\d+)?|0x[\da-f]+|0o[0-7]+|null|true|false)$/.test(id)
}

/** Whether a name in this path is reserved on Windows, with any extension. */
export function isKeptByWindows(path: string): boolean {
  return RESERVED_ON_WINDOWS.test(path)
}

const RESERVED_ON_WINDOWS = new RegExp(`(?:^|/)(?:${WINDOWS_DEVICES})(?:\\.[^/]*)?(?:/|$)`, 'i')

/** Whether a name in this path has characters or an ending that Windows does not allow. */
export function isUnwritableOnWindows(path: string): boolean {
  return /[<>:"|?*\\]|[. ](?:\/|$)/.test(path)
}
