import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { systemCode } from '../system-code.ts'
import { UsageError } from '../usage-error.ts'

/**
 * What a file that is about to be set up says now; `''` when there is none. @throws {UsageError}
 * when it cannot be read.
 */
export function textBefore(root: string, path: string): string {
  try {
    return readFileSync(join(root, path), 'utf8')
  } catch (error) {
    if (systemCode(error) === 'ENOENT') return ''
    throw new UsageError(`« ${path} » ne peut pas être lu`, `“${path}” cannot be read`)
  }
}
