import { pathInside } from '@cahier/core/path-inside'
import type { Reader } from './report.ts'

/**
 * The same reader, sitting where a forge reads paths from: at the root of the repository it took
 * out, when the command runs below it.
 */
export function atForgeRoot<R extends Reader>(reader: R, root: string | undefined): R {
  return root === undefined || root === '' || pathInside(root, reader.cwd) === null
    ? reader
    : { ...reader, cwd: root }
}
