import { lstatSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { LARGEST_TEXT } from '@cahier/core/source'

/**
 * The text of a file that is looked at before the programme is read. Nothing when it is missing, or
 * is a link, a pipe, a device or a file too large: a stranger may have put it there, and a pipe is
 * waited for for ever.
 */
export function ordinaryText(folder: string, name: string): string {
  const path = join(folder, name)
  try {
    const file = lstatSync(path)
    return file.isFile() && file.size <= LARGEST_TEXT ? readFileSync(path, 'utf8') : ''
  } catch {
    return ''
  }
}
