export type { Document, FieldPlace, Kind } from './model/document.ts'
export {
  byId,
  escapePointer,
  type Fields,
  fieldsOf,
  isFields,
  mapById,
  type Json,
  segmentsOf,
  valueAt,
} from './model/json.ts'
export {
  type Asset,
  type FileSource,
  isOfFile,
  LARGEST_TEXT,
  type Source,
  sourceOf,
} from './model/source.ts'
export { FILE_START, lineStartsOf, type Place, placeAt, placeOf } from './model/place.ts'
export { applyEdits, type Edit, editAt } from './model/edit.ts'
export { EMPTY_PLAN, type NewFile, type Plan } from './model/plan.ts'
export type {
  Catalogue,
  Finding,
  Language,
  Message,
  MessageData,
  RuleMessages,
  Severity,
  Values,
} from './model/finding.ts'
export { countOf, sentenceOf, sentencesIn, wording } from './model/wording.ts'
export { dayAfter, dayFrom, dayIn, dayMonthFirst, daysBetween, isDay } from './model/day.ts'
export {
  type RequiredField,
  requiredFields,
  type DecisionPolicy,
  type DecisionRule,
  type LintOptions,
  type Manifest,
  type RulingKind,
  type SectionTerm,
  type Term,
  type Threshold,
  titleOf,
} from './model/manifest.ts'
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
export {
  type JudgedStance,
  type Positions,
  type Stance,
  STANCE_KINDS,
  STANCE_WORDS,
  type StanceKind,
} from './model/stance.ts'
export {
  type Decisions,
  type Electorate,
  isOnStance,
  type Outcome,
  type Result,
  RESULT_WORDS,
  type Round,
  type Ruling,
} from './model/decisions.ts'
export type { MemberToAsk, Status, Tally, Verdict } from './model/verdict.ts'
export { readFiles, readFolder } from './read/read-folder.ts'
export { listFiles } from './read/list-files.ts'
export type { Folder } from './read/read-files.ts'
export { buildProgramme } from './read/build-programme.ts'
export { isConflicting } from './read/conflict-marks.ts'
export { readDocument, withText } from './read/read-document.ts'
export { folderOf, FOLDERS, kindOf, type PathKind, stemOf } from './names/kind-of.ts'
export { markedTextOf, readPositions } from './read/read-front-matters.ts'
export { sourceEdit, sourceEntries } from './read/source-entries.ts'
export { readManifest } from './read/read-manifest.ts'
export { type FolderSettings, readSettings, SETTINGS_FILE } from './read/read-settings.ts'
export { normativeDigests, readProposal, sectionTermOf, wholeDigest } from './read/read-proposal.ts'
export { coreMessages } from './core-messages.ts'
export { keyName, readYaml } from './yaml/read-yaml.ts'
export { yamlComments } from './yaml/yaml-comments.ts'
export { type YamlSpot, yamlAtCursor } from './yaml/yaml-at-cursor.ts'
export { YAML_RULE } from './yaml/yaml-messages.ts'
export { drawingFault, DRAWN_TOO_OFTEN } from './assets/drawing-fault.ts'
export { hasGpsPosition } from './assets/describe-asset.ts'
export { foldLookalikes, toLatinLetters, lookalikeLetterIn } from './names/lookalike-letters.ts'
export {
  isNonTextInYaml,
  isForbiddenId,
  originalFolderFinder,
  originalOf,
  properPath,
} from './names/file-names.ts'
export {
  decoded,
  isMarkdown,
  pathInside,
  linkedPath,
  withoutMarkdownExtension,
  withSlashes,
} from './names/paths.ts'
export {
  nearCollective,
  RENAMED_PROPOSAL,
  renamedProposal,
  UNKNOWN_COLLECTIVE,
  UNKNOWN_PROPOSAL,
} from './names/unknown-ids.ts'
export { nearest, typingErrorsBetween, withSameNumbers } from './names/nearest.ts'
export { shortSlug, slugOf } from './names/slug.ts'
export { FEW_UNITS, languageOf, languageOfPassage } from './language/language-of.ts'
export { frenchLocale, languageOfTag } from './language/language-tag.ts'
export { STOP_WORDS, wordSet } from './language/stop-words.ts'
export { asSentence, capitalised, shownControls, typeset } from './writing/typeset.ts'
export { formatDocument } from './writing/format-document.ts'
export { typesetOnOneLine, typesetSentence } from './writing/typeset-sentence.ts'
export {
  amendmentTemplate,
  axisTemplate,
  collectiveTemplate,
  isSectionToWrite,
  isToWrite,
  proposalTemplate,
  questionTemplate,
  sourceTemplate,
  TO_WRITE,
} from './writing/templates.ts'
export { lazily, memoize, memoizeByBytes } from './memoize.ts'
export { type SizedCache, sizedCache } from './sized-cache.ts'
