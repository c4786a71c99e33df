export { shownControls } from './shown-controls.ts'
export {
  type Asset,
  type FileSource,
  isOfFile,
  LARGEST_TEXT,
  type Source,
  sourceOf,
} from './source.ts'
export { type Folder, listFiles } from './read-folder.ts'
export { readFiles, readFolder } from './read-files.ts'
export { buildProgramme } from './build-programme.ts'
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
} from './programme.ts'
export type {
  DecisionPolicy,
  DecisionRule,
  LintOptions,
  Manifest,
  RulingKind,
  SectionTerm,
  Term,
  Threshold,
} from './manifest.ts'
export type { Document, FieldPlace, Json, Kind } from './document.ts'
export { type Positions, STANCE_KINDS, type Stance, type StanceKind } from './positions.ts'
export type {
  CountedStance,
  Decisions,
  Electorate,
  Outcome,
  Result,
  Round,
  Ruling,
} from './decisions.ts'
export type { AskedAgain, Status, Tally, Verdict, VerdictStance } from './verdict.ts'
export type { Finding, MessageData, RelatedPlace, Severity } from './finding.ts'
export { isConflicting } from './conflict-marks.ts'
export { isOnStance } from './is-on-stance.ts'
export { titleOf } from './title-of.ts'
export { asSentence } from './as-sentence.ts'
export { capitalised } from './capitalised.ts'
export { withText } from './with-text.ts'
export { typeset } from './typeset.ts'
export {
  type Catalogue,
  type Language,
  type Message,
  type Messages,
  sentenceOf,
  type Values,
} from './message.ts'
export { applyEdits, type Edit, editAt } from './edit.ts'
export { EMPTY_PLAN, type NewFile, type Plan } from './plan.ts'
export { asDrawn, inOurLetters, strangeLetterIn } from './our-letters.ts'
export { FILE_START, lineStartsOf, type Place, placeAt, placeOf } from './place.ts'
export { originalFolders, originalOf } from './copied-file.ts'
export { FOLDERS, folderOf, kindOf, type PathKind, stemOf } from './kind-of.ts'
export { type Fields, fieldsOf, isFields } from './fields.ts'
export { readDocument } from './read-document.ts'
export { readReferences } from './read-entries.ts'
export { sourceEntries } from './source-entries.ts'
export { byId } from './by-id.ts'
export { type Keep, keepLatest } from './keep-latest.ts'
export { memoizeByContent } from './memoize-by-content.ts'
// The second name is that of before, until nothing imports it.
export { memoize, memoize as keptWith } from './memoize.ts'
export { lazily } from './lazily.ts'
export { markedTextOf } from './marked-text-of.ts'
export { readPositions } from './read-positions.ts'
export { type AskedKey, askedKeys } from './asked-keys.ts'
export { isMarkdown, withoutMarkdown } from './markdown-name.ts'
export { readManifest } from './read-manifest.ts'
export { type FolderSettings, readSettings, SETTINGS_FILE } from './read-settings.ts'
export { normativeDigests, readProposal, sectionTermOf, wholeDigest } from './read-proposal.ts'
export { formatDocument } from './format-document.ts'
export { escapePointer, segmentsOf, valueAt } from './json-pointer.ts'
export { keyName, readYaml } from './yaml/read-yaml.ts'
export { yamlComments } from './yaml/yaml-comments.ts'
export { properPath } from './proper-path.ts'
export { quoted } from './quoted.ts'
export { setSentence } from './set-sentence.ts'
export { decoded } from './decoded.ts'
export { resolvePath } from './resolve-path.ts'
export { dayFrom, dayMonthFirst, isDay } from './day.ts'
export { RENAMED_PROPOSAL, renamedProposal } from './renamed-proposal.ts'
export { UNKNOWN_COLLECTIVE, UNKNOWN_PROPOSAL } from './unknown-ids.ts'
export { DRAWN_TOO_OFTEN, drawingFault } from './assets/drawing-fault.ts'
export { isLocated } from './assets/is-located.ts'
export { nearCollective } from './near-collective.ts'
export { nearest, slipsBetween, withoutOtherNumbers } from './nearest.ts'
export { slugOf } from './slug-of.ts'
export { shortSlug } from './short-slug.ts'
export { isNoText, isTakenName } from './taken-name.ts'
export { pathInside, withSlashes } from './path-inside.ts'
export { RESULT_WORDS, STANCE_WORDS } from './spoken-words.ts'
export { FEW_UNITS, languageOf, languageOfPassage } from './language/language-of.ts'
export { languageOfTag } from './language/language-of-tag.ts'
export { frenchLocale } from './language/french-locale.ts'
export { sourceEdit } from './source-edit.ts'
export {
  amendmentTemplate,
  axisTemplate,
  collectiveTemplate,
  proposalTemplate,
  questionTemplate,
  sourceTemplate,
} from './templates.ts'
export { isSectionToWrite, isToWrite, TO_WRITE } from './to-write.ts'
export { STOP_WORDS } from './language/stop-words.ts'
export { coreMessages } from './core-messages.ts'
export { YAML_RULE } from './yaml/yaml-messages.ts'
