export { tally, stancesAsRuled, verdictOn } from './counting/tally.ts'
export { roundsOf } from './counting/rounds.ts'
export { isAdopted, STATUS_RULE } from './counting/status.ts'
export { membersOn } from './counting/count-stances.ts'
export { type Duty, dutiesOf, type Task } from './counting/duties.ts'
export { uncountedStances } from './counting/uncounted-stances.ts'
export { uncountedReason } from './counting/why-uncounted.ts'
export type { Decision } from './counting/method.ts'
export { type Opening, planOpening } from './rounds/plan-opening.ts'
export { planClosing } from './rounds/plan-closing.ts'
export { planFinalPeriod } from './rounds/plan-final-period.ts'
export { planRuling } from './rounds/plan-ruling.ts'
export { planBallot, planStance } from './stances/plan-stance.ts'
export { planBallotStances } from './stances/plan-ballot-stances.ts'
export { isRefused } from './refusals/refusal.ts'
export { consensusMessages, isUnknownName } from './consensus-messages.ts'
export { minutesOf } from './records/minutes.ts'
export { type Recheck, recheck } from './records/recheck.ts'
export { outcomesAhead } from './records/future-outcomes.ts'
export { digestOfKept } from './records/round-copies.ts'
export { openingSeal, outcomeSeal } from './records/seal.ts'
export { compareSince } from './contribution/compare-since.ts'
export type { FormerFile } from './contribution/signed-changes.ts'
export { foreseenOutcome } from './words/explain-outcome.ts'
export { ruleWithFigures } from './words/rule-in-words.ts'
export { rulingInWords } from './words/ruling-in-words.ts'
export { type AmendableText, amendableText, amendmentsTo } from './amendments/place-amendment.ts'
export { shortened, whyMisplaced } from './amendments/amendment-messages.ts'
export { planAmend, planAmendment } from './amendments/plan-amend.ts'
export { type AdoptionPlan, planAdoption } from './amendments/plan-adoption.ts'
export {
  isStanding,
  type PlacedAmendments,
  type SurveyedAmendment,
  placeAllAmendments,
  type AmendmentChoice,
} from './amendments/placed-amendments.ts'
export type { HistoryOf } from './amendments/recheck-amendments.ts'
export { textsByDigest } from './amendments/texts-by-digest.ts'
export { refuseIfGone } from './amendments/obstacles.ts'
export { withFieldIn } from './amendments/front-matter-fields.ts'
export { type MergingPlan, planMerging } from './merging/plan-merging.ts'
export { NEAR, type Overlap, overlaps } from './overlap/overlaps.ts'
export { keyringOf, POSITIONS_NAMESPACE } from './signatures/stance-signatures.ts'
export { isSameKey, keyEntry, type PublicKey, publicKeyIn } from './signatures/public-key.ts'
export { type SignatureVerdict, verifySignature } from './signatures/verify-signature.ts'
export { RULINGS_NAMESPACE } from './signatures/ruling-signature.ts'
export { signingCommand } from './signatures/signature-findings.ts'
export { silencedBySigning, whyNotCounted } from './stances/signed-file.ts'
export { type ChangedSince, changedSinceStance } from './since/changed-since-stance.ts'
export { type EarlierText, type EarlierTextSource, earlierTexts } from './since/earlier-texts.ts'
export type { PartChange } from './since/part-changes.ts'
export {
  type Past,
  type PastName,
  type PastStance,
  type PastText,
  stancesOn,
  storyOf,
  type WithdrawnStance,
  type StoryEvent,
} from './log/story-of.ts'
export { planTransmission, planUptake } from './transmission/plan-transmission.ts'
export { keepLineEnds } from './keep-line-ends.ts'
