import { kindOf } from './kind-of.ts'

// Dropbox: (conflicted copy 2026-11-20), in many languages. Syncthing: .sync-conflict-… ownCloud: _conflict-… OneDrive: -DESKTOP-… By hand: (1), - Copie.
const SUFFIX = /[ ._-]*(?:\([^()]*\)|[ ._-](?:sync-conflict|conflict|copie|copy)\b.*|-(?:DESKTOP|LAPTOP|PC)\b.*| \d+)$/i
const ID = /^[a-z\d]+(?:-[a-z\d]+)*$/
const PREFIX = /^(?:copie de|copy of) /i

/**
 * The file that this one is a copy of, to go by its name: one that two hands wrote at once in a shared folder, or that was put aside by hand. `''` when it
 * is none: an id of its own, no such file beside, an image or what a round froze.
 */
export function originalOf(path: string, paths: ReadonlySet<string>): string {
  const [, folder = '', stem = '', extension = ''] = /^(.*\/)?([^/]+)(\.(?:md|yaml))$/i.exec(path) ?? []
  if (stem === '' || ID.test(stem)) return ''
  const original = `${folder}${stem.replace(SUFFIX, '').replace(PREFIX, '')}${extension}`
  const kind = kindOf(original)
  return original !== path && paths.has(original) && kind !== 'ignored' && kind !== 'asset' && kind !== 'record' ? original : ''
}
