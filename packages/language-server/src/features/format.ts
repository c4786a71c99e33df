import type { Edit } from '@cahier/core'
import { planFormat } from '@cahier/lint'
import type { DocumentContext } from '../context.ts'
import { textChanges } from './text-changes.ts'

/**
 * The edits that `cahier format` would make. There are none for a document outside a programme.
 * Only such a document has `settings`.
 */
export function format({ programme, document, settings }: DocumentContext): readonly Edit[] {
  const { path, text } = document
  const formatted = settings ? undefined : planFormat(programme, (one) => one === path).get(path)
  return formatted === undefined ? [] : textChanges(path, text, formatted)
}
