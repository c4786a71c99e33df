import { FILE_START, type Finding } from '@cahier/core'
import type { Material } from '../edition/edition.ts'
import { type LookedAtImage, lookAtImage } from '../images/image-findings.ts'
import { publicationFinding } from '../publication-messages.ts'
import type { LooseFolder } from './loose-folder.ts'
import { comparePaths } from './reading-order.ts'
import { openShelf } from './shelf.ts'

/** The images of a book, each looked at once, when it is first shown. */
export interface BookImages {
  /** The path of the file that an address names; `''` when there is none. */
  readonly find: (url: string, from: string) => string
  /** The same, and `''` too when the file cannot be shown. */
  readonly shown: (url: string, from: string) => string
  /** What is to be said of the files shown so far, by path. */
  readonly findings: () => readonly Finding[]
}

export function bookImages(
  { files }: Pick<LooseFolder, 'files'>,
  readAsset: Material['readAsset'],
): BookImages {
  const shelf = openShelf([...files.keys()])
  const looked = new Map<string, LookedAtImage>()
  const find = (url: string, from: string) =>
    /^[a-z][a-z\d+.-]*:|^\/\//i.test(url) || url === '' ? '' : (shelf.find(url, from)?.path ?? '')
  return {
    find,
    shown(url, from) {
      const path = find(url, from)
      if (path === '') return ''
      const image = looked.get(path) ?? lookAt(path, files.get(path) ?? 0, readAsset)
      looked.set(path, image)
      return image.isShown ? path : ''
    },
    findings: () =>
      [...looked.values()]
        .flatMap(({ finding }) => finding ?? [])
        .sort((a, b) => comparePaths(a.path, b.path)),
  }
}

// A file may go, or be closed to us, between two looks.
function lookAt(path: string, size: number, readAsset: Material['readAsset']): LookedAtImage {
  try {
    return lookAtImage(path, size, () => readAsset(path))
  } catch (error) {
    if (!(error instanceof Error) || !('code' in error)) throw error
    const broken = publicationFinding('publication/image', 'broken', path, FILE_START)
    return { isShown: false, finding: broken }
  }
}
