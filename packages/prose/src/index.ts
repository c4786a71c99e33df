export { type Body, type Section, readBody } from './blocks/body.ts'
export { bodyStartOf, splitFrontMatter } from './markdown/front-matter.ts'
export { definitionsOf } from './blocks/link-and-note-definitions.ts'
export { countWhile, splitSafe } from './bisect.ts'
export type { Citation, CitationItem } from './markdown/citation.ts'
export {
  acceptAll,
  type CriticPiece,
  type CriticText,
  readCriticMarkup,
  refuseAll,
  diffAsCriticMarkup,
} from './criticmarkup/criticmarkup.ts'
export { digest, type FieldValue } from './digest/digest.ts'
export { fastParser } from './markdown/fast/fast-parser.ts'
export { foldProse } from './digest/fold-prose.ts'
export { formatMarkdown } from './markdown/format-markdown.ts'
export { proseAsMarkdown } from './markdown/prose-as-markdown.ts'
export { headingSlugs, plainHeadingSlugs, plainText, unfoldedText } from './blocks/plain-text.ts'
export { type LeafBlock, leafBlocks, isOurComment } from './blocks/leaf-blocks.ts'
export { parseMarkdown, type Parser } from './markdown/parse-markdown.ts'
export { OBJECT, proseOnly } from './passages/protected-stretches.ts'
export { changeableSpan, type Passage, sourceSpan } from './passages/passage.ts'
export { byCodeUnits } from './by-code-units.ts'
export { ownCopy } from './own-copy.ts'
export { unitsOf } from './utf16-units.ts'
export { changeableStarts, passagesOf } from './passages/passages-of.ts'
export { proseOf } from './passages/prose.ts'
export { type Escapes, writtenUnits } from './passages/written-units.ts'
export { corrections, type Setting } from './typography/corrections.ts'
export type { Change, Correction, TypographicName } from './typography/change.ts'
export { type FrenchSpacing, frenchSpacing, NO_BREAK, THIN } from './typography/spaces.ts'
export { pairedQuotes } from './typography/guillemets.ts'
export { ODD_UNITS } from './typography/numbers.ts'
export { groupedBy } from './grouped-by.ts'
export { matchesIn } from './matches-in.ts'
export { type Span, type Splice, spliced } from './span.ts'
export { unevenLists } from './blocks/uneven-lists.ts'
export { denseBlockIn, firstDenseBlock } from './markdown/dense-blocks.ts'
export { commonSubsequence, hunksBetween } from './diff/common-subsequence.ts'
export { type DiffPiece, diffText } from './diff/diff-text.ts'
export { sentenceLines } from './diff/sentence-lines.ts'
export { applyHunks } from './criticmarkup/apply-hunks.ts'
export { type BaseText, baseText } from './criticmarkup/base-text.ts'
export { collisions, conflictGroups } from './criticmarkup/collisions.ts'
export type { Hunk, HunkPart, Misplaced, Placement } from './criticmarkup/hunk.ts'
export { type MarkedBlock, markedBlocks } from './criticmarkup/marked-blocks.ts'
export { hunksUndone, hunksUndoneEach, placeHunks } from './criticmarkup/place-hunks.ts'
export { nearHunks } from './criticmarkup/near-hunks.ts'
export { plainSigns } from './plain-signs.ts'
export { ordinalsByText, quotedBlocks } from './criticmarkup/quoted-blocks.ts'
export { readFieldHunks, readHunks } from './criticmarkup/read-hunks.ts'
export {
  isConflict,
  isSameHunk,
  type Relation,
  relationOfHunks,
} from './criticmarkup/relation.ts'
export { writeMarks } from './criticmarkup/write-marks.ts'
