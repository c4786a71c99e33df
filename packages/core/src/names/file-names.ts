import { kindOf } from './kind-of.ts'
import { slugOf } from './slug.ts'

// Marks at the end of a copied file’s name: “(conflicted copy 2026-11-20)” by Dropbox, in many
// languages, “[conflicted]” by pCloud, “.sync-conflict-…” by Syncthing, “_conflict-…” by ownCloud,
// “(1)” by people.
const COPY_SUFFIX =
  /[ ._-]*(?:\([^()]*\)|\[[^[\]]*\]|[ ._-](?:sync-conflict|conflict|copie|copy)\b.*| \d+)$/i
const ID = /^[a-z\d]+(?:-[a-z\d]+)*$/
const COPY_PREFIX = /^(?:copie|copy)(?: \(\d+\))? (?:de|of) /i
// Machine names in copies by OneDrive, after a hyphen: DESKTOP-8KQ2M, WIN11, MacBook Pro de Léa.
const MACHINE =
  /\b(?:DESKTOP|LAPTOP|PC|MacBook|iMac|Mac)\b|^(?=.*[\d-])[A-Z][A-Z\d-]{2,14}(?:-\d+)?$/

/**
 * A name without ` - Copie` or ` (2)` at its end, which are surely marks of a copy. « Taxe copie
 * privée » is unchanged.
 */
export function withoutCopyMark(stem: string): string {
  return stem.replace(/(?: - (?:copie|copy))?(?: ?\(\d+\))?$/i, '') || stem
}

/**
 * A function that finds the original of a copied folder: `axes/rivieres` for a path in
 * `axes/rivieres - Copie/`. Empty for other paths.
 */
export function originalFolderFinder(paths: Iterable<string>): (path: string) => string {
  let folders: ReadonlySet<string> | undefined
  return (path) => {
    const [, top = '', name = ''] = FOLDER_OF_TEXTS.exec(path) ?? []
    if (name === '' || ID.test(name)) return ''
    folders ??= new Set([...paths].map((other) => FOLDER_OF_TEXTS.exec(other)?.[0] ?? ''))
    const original = `${top}/${guessedOriginalName(name)}`
    return original !== `${top}/${name}` && folders.has(`${original}/`) ? original : ''
  }
}

const FOLDER_OF_TEXTS = /^(axes|amendments)\/([^/]+)\//

/**
 * A name without any mark of a copy: `Copie de ` before it, ` 2` or ` (2)` after it. This is a
 * guess: an original may have such a name itself.
 */
export function guessedOriginalName(name: string): string {
  return name.replace(COPY_SUFFIX, '').replace(COPY_PREFIX, '')
}

/**
 * The path of the original of a copied file, by its name. Empty when the name is a valid id, or
 * `paths` lacks the original.
 */
export function originalOf(path: string, paths: ReadonlySet<string>): string {
  const [, folder = '', stem = '', extension = ''] =
    /^(.*\/)?([^/]+)(\.(?:md|yaml|json))$/i.exec(path) ?? []
  if (stem === '' || ID.test(stem)) return ''
  const names = [...stemsBefore(stem), guessedOriginalName(stem)]
  return (
    names
      .map((name) => `${folder}${name}${extension}`)
      .find((original) => original !== path && paths.has(original) && isRead(original)) ?? ''
  )
}

function isRead(path: string) {
  const kind = kindOf(path)
  return kind !== 'ignored' && kind !== 'asset' && kind !== 'record'
}

// The possible originals of a copy by OneDrive, which adds a hyphen and the name of a machine.
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

// Some systems add an extension and hide it, so a name may end with two. Only the last extension
// stays: `un-accueil.md.md` becomes `un-accueil.md`.
function properName(name: string) {
  const [, stem = '', , extension = ''] =
    /^(.*?)((\.(?:md|ya?ml|json|txt|sig))*)$/is.exec(name) ?? []
  const slug = slugOf(withoutCopyMark(stem))
  return slug === '' ? name : `${slug}${extension}`
}

const WINDOWS_DEVICES = 'con|prn|aux|nul|com\\d|lpt\\d'

const RESERVED_ID = new RegExp(`^(?:${WINDOWS_DEVICES}|axis|axe)$`)

/** Whether an id is not allowed: it is reserved, or YAML would not read it as text. */
export function isForbiddenId(id: string): boolean {
  return isNonTextInYaml(id) || RESERVED_ID.test(id)
}

/** Whether YAML reads an id as a number, a boolean or null. */
export function isNonTextInYaml(id: string): boolean {
  return /^(?:\d+(?:e-?\d+)?|0x[\da-f]+|0o[0-7]+|null|true|false)$/.test(id)
}

/** Whether Windows reserves a name in this path, such as `con` or `aux.txt`. */
export function isReservedOnWindows(path: string): boolean {
  return RESERVED_ON_WINDOWS.test(path)
}

const RESERVED_ON_WINDOWS = new RegExp(`(?:^|/)(?:${WINDOWS_DEVICES})(?:\\.[^/]*)?(?:/|$)`, 'i')

/** Whether a name in this path has characters or an ending that Windows does not allow. */
export function isUnwritableOnWindows(path: string): boolean {
  return /[<>:"|?*\\]|[. ](?:\/|$)/.test(path)
}
