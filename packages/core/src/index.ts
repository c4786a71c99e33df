export { shownControls } from './writing/typeset.ts'
export {
  type Asset,
  type FileSource,
  isOfFile,
  LARGEST_TEXT,
  type Source,
  sourceOf,
} from './model/source.ts'
export { listFiles } from './read/list-files.ts'
export type { Folder } from './read/read-files.ts'
export { readFiles, readFolder } from './read/read-folder.ts'
export { buildProgramme } from './read/build-programme.ts'
export type {
  Adoption,
  Amendment,
  Answer,
  Axis,
  Baseline,
  Claim,
  Collective,
  HandingOver,
  Ids,
  Programme,
  Proposal,
  PublishedEdition,
  PublishedMeasure,
  Question,
  Reference,
  Request,
  Transmission,
} from './model/programme.ts'
export type {
  DecisionPolicy,
  DecisionRule,
  LintOptions,
  Manifest,
  RulingKind,
  SectionTerm,
  Term,
  Threshold,
} from './model/manifest.ts'
export type { Document, FieldPlace, Kind } from './model/document.ts'
export { type Positions, STANCE_KINDS, type Stance, type StanceKind } from './model/stance.ts'
export type {
  CountedStance,
  Decisions,
  Electorate,
  Outcome,
  Result,
  Round,
  Ruling,
} from './model/decisions.ts'
export type { AskedAgain, Status, Tally, Verdict, VerdictStance } from './model/verdict.ts'
export type { Finding, MessageData, RelatedPlace, Severity } from './model/finding.ts'
export { isConflicting } from './read/conflict-marks.ts'
export { isOnStance } from './model/decisions.ts'
export { titleOf } from './model/manifest.ts'
export { asSentence } from './writing/typeset.ts'
export { capitalised } from './writing/typeset.ts'
export { withText } from './read/read-document.ts'
export { typeset } from './writing/typeset.ts'
export {
  type Catalogue,
  type Language,
  type Message,
  type Messages,
  sentenceOf,
  type Values,
} from './model/message.ts'
export { applyEdits, type Edit, editAt } from './model/edit.ts'
export { EMPTY_PLAN, type NewFile, type Plan } from './model/plan.ts'
export { asDrawn, inOurLetters, strangeLetterIn } from './names/lookalike-letters.ts'
export { FILE_START, lineStartsOf, type Place, placeAt, placeOf } from './model/place.ts'
export { originalFolders, originalOf } from './names/file-names.ts'
export { FOLDERS, folderOf, kindOf, type PathKind, stemOf } from './read/kind-of.ts'
export { type Fields, fieldsOf, isFields, type Json } from './model/json.ts'
export { readDocument } from './read/read-document.ts'
export { readReferences } from './read/read-entries.ts'
export { sourceEntries } from './read/source-entries.ts'
export { byId } from './model/json.ts'
export { type Keep, keepLatest } from './keep-latest.ts'
export { memoizeByContent } from './memoize.ts'
export { memoize } from './memoize.ts'
export { lazily } from './memoize.ts'
export { markedTextOf } from './read/read-entries.ts'
export { readPositions } from './read/read-entries.ts'
export { type AskedKey, askedKeys } from './model/manifest.ts'
export { isMarkdown, withoutMarkdown } from './names/paths.ts'
export { readManifest } from './read/read-manifest.ts'
export { type FolderSettings, readSettings, SETTINGS_FILE } from './read/read-settings.ts'
export { normativeDigests, readProposal, sectionTermOf, wholeDigest } from './read/read-proposal.ts'
export { formatDocument } from './writing/format-document.ts'
export { escapePointer, segmentsOf, valueAt } from './model/json.ts'
export { keyName, readYaml } from './yaml/read-yaml.ts'
export { yamlComments } from './yaml/yaml-comments.ts'
export { properPath } from './names/file-names.ts'
export { quoted } from './writing/set-sentence.ts'
export { setSentence } from './writing/set-sentence.ts'
export { decoded } from './names/paths.ts'
export { resolvePath } from './names/paths.ts'
export { dayFrom, dayMonthFirst, isDay } from './model/day.ts'
export { RENAMED_PROPOSAL, renamedProposal } from './names/unknown-ids.ts'
export { UNKNOWN_COLLECTIVE, UNKNOWN_PROPOSAL } from './names/unknown-ids.ts'
export { DRAWN_TOO_OFTEN, drawingFault } from './assets/drawing-fault.ts'
export { isLocated } from './assets/asset-of.ts'
export { nearCollective } from './names/unknown-ids.ts'
export { nearest, slipsBetween, withoutOtherNumbers } from './names/nearest.ts'
export { slugOf } from './names/slug.ts'
export { shortSlug } from './names/slug.ts'
export { isNoText, isTakenName } from './names/file-names.ts'
export { pathInside, withSlashes } from './names/paths.ts'
export { RESULT_WORDS } from './model/decisions.ts'
export { STANCE_WORDS } from './model/stance.ts'
export { FEW_UNITS, languageOf, languageOfPassage } from './language/language-of.ts'
export { languageOfTag } from './language/language-tag.ts'
export { frenchLocale } from './language/language-tag.ts'
export { sourceEdit } from './read/source-entries.ts'
export {
  amendmentTemplate,
  axisTemplate,
  collectiveTemplate,
  proposalTemplate,
  questionTemplate,
  sourceTemplate,
} from './writing/templates.ts'
export { isSectionToWrite, isToWrite, TO_WRITE } from './writing/templates.ts'
export { STOP_WORDS } from './language/stop-words.ts'
export { coreMessages } from './core-messages.ts'
export { YAML_RULE } from './yaml/yaml-messages.ts'
