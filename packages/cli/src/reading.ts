import { systemCode } from './system-code.ts'
import { UsageError } from './usage-error.ts'

/**
 * What reading a file or a folder that the command names gives. @throws {UsageError} when the
 * system refuses, of it or of something in it.
 */
export function reading<Read>(written: string, read: () => Read): Read {
  try {
    return read()
  } catch (error) {
    const code = systemCode(error)
    if (code === undefined) throw error
    throw new UsageError(
      `« ${written} » ne peut pas être lu (${code})`,
      `“${written}” cannot be read (${code})`,
    )
  }
}
