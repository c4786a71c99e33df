import { FILE_START, type Finding } from '@cahier/core'
import type { Material } from '../edition/edition.ts'
import { checkImage, type ImageCheck } from '../images/image-findings.ts'
import { publicationFinding } from '../publication-messages.ts'
import { indexPaths } from './path-index.ts'
import type { LooseFolder } from './read-loose-file.ts'
import { comparePaths } from './reading-order.ts'

/** The images of a book, each read once, when it is first shown. */
export function bookImages(
  { files }: Pick<LooseFolder, 'files'>,
  readAsset: Material['readAsset'],
) {
  const index = indexPaths([...files.keys()])
  const images = new Map<string, ImageCheck>()
  const find = (url: string, from: string) =>
    /^[a-z][a-z\d+.-]*:|^\/\//i.test(url) || url === '' ? '' : (index.find(url, from)?.path ?? '')
  return {
    /** The path of the image `url` in the file `from`; empty if it is not in the folder. */
    find,
    /** Like `find`; also empty when the file cannot be shown. */
    shown(url: string, from: string): string {
      const path = find(url, from)
      if (path === '') return ''
      const image = images.get(path) ?? readImage(path, files.get(path) ?? 0, readAsset)
      images.set(path, image)
      return image.isShown ? path : ''
    },
    findings: (): readonly Finding[] =>
      [...images.values()]
        .flatMap(({ finding }) => finding ?? [])
        .sort((a, b) => comparePaths(a.path, b.path)),
  }
}

// The file may have been deleted or locked since the folder was listed.
function readImage(path: string, size: number, readAsset: Material['readAsset']): ImageCheck {
  try {
    return checkImage(path, size, () => readAsset(path))
  } catch (error) {
    if (!(error instanceof Error) || !('code' in error)) throw error
    const broken = publicationFinding('publication/image', 'broken', path, FILE_START)
    return { isShown: false, finding: broken }
  }
}
