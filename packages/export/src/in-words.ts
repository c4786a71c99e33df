// The entry point `@cahier/export/in-words`: labels and dates in words, without the exporters.
export { dayInWords, LEVEL_LABELS, STATUS_LABELS } from './edition/labels.ts'
export { referenceAsMarkdown } from './iso690/references.ts'
