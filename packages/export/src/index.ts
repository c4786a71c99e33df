export {
  BUNDLE_NAMESPACE,
  type BundleFile,
  type BundleManifest,
  bundleManifest,
  isRead,
  MANIFEST,
  RECORD,
  SIGNATURE,
  SUMS,
} from './bundle/bundle-manifest.ts'
export { bundleMessages, bundleFinding, shownName } from './bundle/bundle-messages.ts'
export { checkManifest } from './bundle/check-manifest.ts'
export { checkMeasures, readRecord } from './bundle/check-measures.ts'
export { checkSums } from './bundle/check-sums.ts'
export { type ReadBundle, readZip } from './bundle/read-zip.ts'
export { planRecording, recordingMessages, RECORDING_RULE } from './changes/plan-recording.ts'
export { composeEdition } from './compose/compose-edition.ts'
export { dayInWords, STATUS_LABELS } from './edition/labels.ts'
export type { Edition, Material, OutputFile } from './edition/edition.ts'
export { exporters } from './exporters.ts'
export { type MeasurePreview, proposalPreview } from './html/proposal-preview.ts'
export { BROCHURE_PAGES, brochurePages } from './kinds/brochure-pages.ts'
export { kindName, kinds } from './kinds/kinds.ts'
export {
  ADOPTED,
  filtersOf,
  isWhole,
  type SelectedKind,
  type Selection,
} from './edition/selection.ts'
export { assetFindings } from './images/image-findings.ts'
export { composeLooseEdition } from './loose/compose-loose-edition.ts'
export type { LooseFile, LooseFolder, UnreadFile } from './loose/read-loose-file.ts'
export { publicationMessages } from './publication-messages.ts'
export { type PrintedBlock, printedBlocks } from './returned/blocks.ts'
export { matchBlocks } from './returned/match-blocks.ts'
export { changedRequests, type OutsideChanges, outsideChanges } from './returned/outside-changes.ts'
export type { PrintedText } from './returned/printed-texts.ts'
export type { DocumentComment, ReturnedText, UnappliedChange } from './returned/text-update.ts'
export { sourceAfterReturn } from './returned/returned-text.ts'
export { type ReturnedOdt, readReturnedOdt } from './returned/document/returned-odt.ts'
