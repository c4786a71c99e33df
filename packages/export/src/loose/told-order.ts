import { isFields, type Json, lineStartsOf, readYaml, resolvePath } from '@cahier/core'
import type { Material } from '../edition/edition.ts'
import { decodeText } from './decode-text.ts'
import type { LooseFolder } from './loose-folder.ts'
import { nearestFirst } from './shelf.ts'

/** The order that a file for a site builder gives to texts. */
export interface ToldOrder {
  /** The file that says so. */
  readonly path: string
  /** A path that its addresses start from as links of a text would. */
  readonly from: string
  readonly urls: readonly string[]
}

/** The order of the `nav` of `mkdocs.yml`, the nearest to the root; `null` where there is none. */
export function toldOrder(
  { files }: Pick<LooseFolder, 'files'>,
  readAsset: Material['readAsset'],
): ToldOrder | null {
  const [path] = [...files]
    .filter(([name, size]) => /(?:^|\/)mkdocs\.ya?ml$/.test(name) && size <= LARGEST)
    .map(([name]) => name)
    .sort(nearestFirst)
  if (path === undefined) return null
  const { text } = decodeText(read(path, readAsset))
  const { value } = readYaml(path, text, lineStartsOf(text))
  if (!isFields(value)) return null
  const { nav = null, docs_dir: folder } = value
  const urls = wordsIn(nav)
  const from = resolvePath(path, `${typeof folder === 'string' ? folder : 'docs'}/index.md`)
  return urls.length === 0 ? null : { path, from, urls }
}

/** In bytes. */
const LARGEST = 1_000_000

// A file may go, or be closed to us, between two looks.
function read(path: string, readAsset: Material['readAsset']): Uint8Array {
  try {
    return readAsset(path)
  } catch (error) {
    if (!(error instanceof Error) || !('code' in error)) throw error
    return new Uint8Array()
  }
}

function wordsIn(value: Json): string[] {
  if (typeof value === 'string') return [value]
  if (Array.isArray(value)) return value.flatMap(wordsIn)
  return isFields(value) ? Object.values(value).flatMap(wordsIn) : []
}
