import { type Document, FILE_START, type Finding, type MessageData } from '@cahier/core'

/**
 * Returns a function that makes findings of `rule`. A finding stands at the first of `fields` (JSON
 * pointers) that the file has, else on line 1.
 */
export function findingMaker<Message extends string>(rule: string) {
  return (
    { path, places }: Pick<Document, 'path' | 'places'>,
    fields: string | readonly string[],
    message: Message,
    data: MessageData = {},
    severity: Finding['severity'] = 'error',
  ): Finding => {
    const [place = FILE_START] = [fields].flat().flatMap((field) => places[field]?.value ?? [])
    return { rule, severity, message, data, path, place }
  }
}
