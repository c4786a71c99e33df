import type { Edit } from '@cahier/core'
import { planFormat } from '@cahier/lint'
import type { DocumentContext } from '../context.ts'
import { textChanges } from './text-changes.ts'

/** The edits of `cahier format`; none outside a programme, or where formatting is off. */
export function format({ programme, document, settings }: DocumentContext): readonly Edit[] {
  const { path, text } = document
  const formatted = settings ? undefined : planFormat(programme, (one) => one === path).get(path)
  return formatted === undefined ? [] : textChanges(path, text, formatted)
}
