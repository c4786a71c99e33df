import { existsSync, realpathSync, statSync } from 'node:fs'
import { pathInside } from '@cahier/core/path-inside'
import { errorAbout } from '../arguments/usage-error.ts'
import type { Invocation } from '../command.ts'
import { namedPath, noSuchFile, readOrRefuse } from '../disk/files.ts'
import { isProgramme, misnamedManifest, misnamedManifestError } from '../programme/find.ts'

/** What a command lints: the paths of a programme that `includes` selects, or loose texts. */
export type LintTarget =
  | { readonly kind: 'programme'; readonly includes: (path: string) => boolean }
  | { readonly kind: 'loose'; readonly paths: readonly string[] }

/**
 * The target of the named paths. A folder above the programme selects all its texts. Paths outside
 * the programme mean loose texts (other Markdown), and are refused with `--programme`.
 * @throws {UsageError} when a path is missing, the manifest has another name, or only some paths
 * are in the programme.
 */
export function lintTarget({
  positionals,
  cwd,
  folder,
  values,
}: Pick<Invocation, 'positionals' | 'cwd' | 'folder' | 'values'>): LintTarget {
  if (!isProgramme(folder)) {
    const misnamed = positionals.length > 0 ? '' : misnamedManifest(cwd)
    // Linted as loose Markdown, a programme with errors could pass in CI.
    if (/\.ya?ml/i.test(misnamed)) throw misnamedManifestError(misnamed)
    return { kind: 'loose', paths: positionals.length > 0 ? positionals : ['.'] }
  }
  const placed = positionals.map((written) => {
    const path = namedPath(written, { cwd, folder, values })
    return { written, path, inside: insideOf(folder, path) }
  })
  const outside = placed.filter(({ inside }) => inside === null)
  const [stranger] = outside
  if (
    stranger !== undefined &&
    (typeof values.programme === 'string' || outside.length < placed.length)
  )
    throw errorAbout(stranger.written, 'est hors du programme', 'is outside the programme')
  if (stranger !== undefined) return { kind: 'loose', paths: positionals }
  const scopes = placed.map(({ written, path, inside }) => {
    refuseSpecial(path, written)
    return inside ?? ''
  })
  if (scopes.length === 0 || scopes.includes('')) return { kind: 'programme', includes: () => true }
  return {
    kind: 'programme',
    includes: (path) => scopes.some((scope) => path === scope || path.startsWith(`${scope}/`)),
  }
}

/** @throws {UsageError} unless the path is a file or folder: reading a pipe may never end. */
export function refuseSpecial(path: string, written: string): void {
  const there = readOrRefuse(written, () => statSync(path, { throwIfNoEntry: false }))
  if (there === undefined) throw noSuchFile(written)
  if (!there.isFile() && !there.isDirectory())
    throw errorAbout(
      written,
      'n’est ni un fichier ordinaire ni un dossier : rien n’en est lu (cahier lint --stdin relit ce qu’on lui envoie)',
      'is neither an ordinary file nor a folder: none of it is read (cahier lint --stdin reads what it is sent)',
    )
}

/** A path relative to the programme. `''`: the programme or a folder above. `null`: elsewhere. */
export function insideOf(folder: string, path: string): string | null {
  const [home, there] = [realOf(folder), realOf(path)]
  return pathInside(there, home) === null ? pathInside(home, there) : ''
}

/** The real path, with the capitals on the disk: some systems ignore case. */
export function realOf(path: string): string {
  return existsSync(path) ? realpathSync.native(path) : path
}
