export { bundleManifest } from './bundle-manifest.ts'
export { composeEdition } from './compose-edition.ts'
export { dayInWords } from './day-in-words.ts'
export type {
  Chapter,
  CrossReference,
  CrossTarget,
  DecisionRecord,
  Edition,
  EditionKind,
  Exporter,
  Fact,
  FlowNode,
  InlineNode,
  Labelled,
  Material,
  Measure,
  Member,
  Note,
  NoteCall,
  NumberedText,
  OutputFile,
  PrintedRequest,
  PrintedSection,
  Statement,
  Words,
  Work,
} from './edition.ts'
export type { EditionChanges, MeasureChange } from './edition-changes.ts'
export { exporters } from './exporters.ts'
export { STANCE_LABELS, STATUS_LABELS } from './labels.ts'
export type { LifeEvent } from './life-event.ts'
export type { AmendedBlock, AmendedField, PrintedAmendment } from './printed-amendment.ts'
export type { Selection } from './selection.ts'
export { frenchText } from './typography/french-inlines.ts'
export type { WordId } from './word-id.ts'
