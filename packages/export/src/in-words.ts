// The entry point `@cahier/export/in-words`: labels and dates in words, without the exporters.
export { dayInWords } from './day-in-words.ts'
export { LEVEL_LABELS, STATUS_LABELS } from './edition/labels.ts'
export { referenceAsMarkdown } from './iso690/full-reference.ts'
