export { dayInWords } from './day-in-words.ts'
export { referenceAsMarkdown } from './iso690/reference-as-markdown.ts'
export { LEVEL_LABELS, STATUS_LABELS } from './labels.ts'
