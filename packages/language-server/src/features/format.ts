import type { Edit } from '@cahier/core'
import { planFormat } from '@cahier/lint'
import type { DocumentContext } from '../context.ts'
import { textChanges } from './text-changes.ts'

/**
 * What would write a document in the one way that `cahier format` does; nothing outside a
 * programme, or where it must stay as it is.
 */
export function format({ programme, document, isLoose }: DocumentContext): readonly Edit[] {
  const { path, text } = document
  const formatted = isLoose ? undefined : planFormat(programme, (one) => one === path).get(path)
  return formatted === undefined ? [] : textChanges(path, text, formatted)
}
