import type { Finding } from '../model/finding.ts'
import { properPath } from '../names/file-names.ts'
import { AXIS_FILE_ANY_SPELLING, kindOf } from '../names/kind-of.ts'
import { slugOf } from '../names/slug.ts'
import { folderFinding } from './folder-messages.ts'

/** The finding on a file of a programme that is not read because of its name. */
export function unknownFile(path: string): Finding {
  const [, folder = '', name = '', extension = ''] = /^(.*\/)?([^/]*?)(\.[^./]*)?$/.exec(path) ?? []
  const isText = /^\.txt$/i.test(extension)
  const inside = isText ? (/\.(?:ya?ml|json)$/i.exec(name)?.[0] ?? '') : ''
  const right = rightExtension(inside || extension, folder, name)
  const meant = AXIS_FILE_ANY_SPELLING.test(`${folder}${name}${right}`)
    ? 'axis.md'
    : properPath(`${name}${right}`)
  // A `.txt` file, or a `.md` file among data, may be a note, and so is only warned about.
  const level =
    (isText && inside === '') || (/^\.md$/i.test(extension) && right === '.yaml')
      ? 'warning'
      : 'error'
  if ((right !== extension || meant === 'axis.md') && kindOf(`${folder}${meant}`) !== 'unknown')
    return folderFinding('extension', path, { meant }, level)
  if (/^\.(?:docx?|odt|rtf|pages)$/i.test(extension))
    return folderFinding('wordProcessor', path, {}, 'warning')
  if (/^\.(?:png|jpe?g|gif|webp|svg)$/i.test(extension))
    return folderFinding('misplacedImage', path, {}, 'warning')
  if (right === '.md' && folder.startsWith('axes/'))
    return folderFinding(
      'misplacedProposal',
      path,
      { axis: folder.split('/')[1] || 'AXE' },
      'warning',
    )
  if (right === '.md' && folder === 'amendments/')
    return folderFinding('misplacedAmendment', path, {}, 'warning')
  return folderFinding('unknown', path, {}, 'warning')
}

function rightExtension(extension: string, folder: string, name: string) {
  const isData = kindOf(`${folder}a.yaml`) !== 'unknown'
  if (/^\.txt$/i.test(extension)) return isData ? '.yaml' : '.md'
  // A README may be a note in any folder. A name without an extension is ours if it is an id.
  const isOurs =
    !IS_README.test(name) &&
    ((extension === '' && name === slugOf(name)) || /^\.(?:md|ya?ml|json)$/i.test(extension))
  if (isOurs && isData) return '.yaml'
  if (isOurs && !/^\.json$/i.test(extension) && kindOf(`${folder}a.md`) !== 'unknown') return '.md'
  return /^\.yml$/i.test(extension)
    ? '.yaml'
    : /^\.(?:markdown|mdown)$/i.test(extension)
      ? '.md'
      : extension.toLowerCase()
}

const IS_README = /^(?:readme|lisez-?moi|notes?|index|contribu\p{L}+)$/iu

/** The finding on a misnamed `programme.yaml` or `sources.yaml`; none for other files. */
export function misnamedTopFile(path: string): readonly Finding[] {
  const [, name = ''] = /^([^/]+)\.ya?ml(?:\.txt)?$/i.exec(path) ?? []
  const meant = `${slugOf(name).replace(/^source$/, 'sources')}.yaml`
  return kindOf(meant) === 'manifest' || kindOf(meant) === 'sources'
    ? [folderFinding('extension', path, { meant })]
    : []
}
