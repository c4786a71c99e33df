import {
  type Programme,
  type Proposal,
  type PublishedEdition,
  type PublishedMeasure,
  type Status,
  titleOf,
  type Verdict,
} from '@cahier/core'
import type { EditionChanges, MeasureChange } from '../edition/edition.ts'
import type { Measure } from '../edition/measure.ts'
import type { FlowNode } from '../edition/nodes.ts'
import { ADOPTED } from '../edition/selection.ts'
import type { PrintContext, ProgrammeContext } from '../print/context.ts'
import {
  changeSentence,
  type DecidedStatus,
  type MeasureDifference,
  type Removal,
} from './change-sentence.ts'
import { previousEditions } from './edition-record.ts'

export interface Comparison {
  readonly edition: string
  readonly date: string
  readonly measures: readonly Measure[]
  /** True without filters: then a missing measure was removed. */
  readonly whole: boolean
  readonly words: readonly FlowNode[]
}

/** Compares an edition, by digests, with the previous recorded edition; `null` if none. */
export function composeChanges(
  verdicts: readonly Verdict[],
  { edition, date, measures, whole, words }: Comparison,
  context: ProgrammeContext,
): EditionChanges | null {
  const before = previousEditions(context.programme.editions, edition, date).at(-1)
  if (before === undefined) return null
  const staying = measures.flatMap((measure) => changeOf(measure, before, context))
  const leaving = whole ? removals(measures, verdicts, before, context) : []
  const changed = [...staying, ...leaving]
  const text = changed.length === 0 && words.length === 0 ? [unchanged(context)] : words
  return { edition: before.edition, date: before.date, words: text, measures: changed }
}

function unchanged({ language }: PrintContext): FlowNode {
  const value = language === 'fr' ? 'Aucune proposition n’a changé.' : 'No proposal has changed.'
  return { type: 'paragraph', children: [{ type: 'text', value }] }
}

function changeOf(
  measure: Measure,
  before: PublishedEdition,
  context: ProgrammeContext,
): MeasureChange[] {
  const earlier = before.measures.find(({ id }) => id === measure.id)
  const change =
    earlier === undefined
      ? addition(measure, context.programme, before)
      : difference(measure, earlier, context)
  return change === null ? [] : [measureChange(change, measure, context)]
}

// Proposals that only a draft prints are not new, unless the previous edition was a draft too.
function addition(
  measure: Measure,
  programme: Programme,
  before: PublishedEdition,
): MeasureDifference | null {
  const wasDraft = before.measures.some(({ status }) => !ADOPTED.has(status))
  if (measure.mark !== '' && !wasDraft) return null
  const merges = programme.proposals.find(({ id }) => id === measure.id)?.merges ?? []
  const merged = before.measures.filter(({ id }) => merges.includes(id)).map(({ title }) => title)
  return { kind: 'added', now: printedStatus(measure), merged }
}

function difference(
  measure: Measure,
  earlier: PublishedMeasure,
  context: PrintContext,
): MeasureDifference | null {
  const mended = measure.whole !== earlier.whole
  if (measure.normative !== earlier.digest) {
    const formerTitle = context.text(earlier.title) === measure.title ? '' : earlier.title
    return { kind: 'reworded', now: printedStatus(measure), formerTitle }
  }
  if (measure.status !== earlier.status)
    return { kind: 'status', now: decidedStatus(measure), before: earlier.status as Status, mended }
  return mended ? { kind: 'mended' } : null
}

function decidedStatus({ status, mark, decision }: Measure): DecidedStatus {
  return { status, decided: mark === '' && status !== 'changed' ? (decision?.closed ?? '') : '' }
}

// A proposal printed from its adopted copy is adopted, even if its file has changed.
function printedStatus(measure: Measure): DecidedStatus {
  return decidedStatus(
    measure.status === 'changed' && measure.mark === ''
      ? { ...measure, status: 'adopted' }
      : measure,
  )
}

function removals(
  measures: readonly Measure[],
  verdicts: readonly Verdict[],
  before: PublishedEdition,
  context: ProgrammeContext,
): MeasureChange[] {
  const { programme } = context
  const printed = new Set(measures.map(({ id }) => id))
  return before.measures
    .filter(({ id }) => !printed.has(id))
    .map(({ id, number, title }) => {
      const proposal = programme.proposals.find((one) => one.id === id)
      const status = verdicts.find((one) => one.proposal === id)?.status ?? 'draft'
      const why: Removal =
        proposal === undefined ? { kind: 'gone' } : removalReason(proposal, status, programme)
      const measure = { id, number, title: context.text(title) }
      return measureChange({ kind: 'left', why }, measure, context)
    })
}

function removalReason(
  { withdrawn, replacedBy }: Proposal,
  status: Status,
  { proposals }: Programme,
): Removal {
  if (status === 'withdrawn' && withdrawn !== null) return { kind: 'withdrawn', ...withdrawn }
  if (replacedBy !== '') return { kind: 'merged', into: titleOf(proposals, replacedBy) }
  return status === 'changed' ? { kind: 'copyLost' } : { kind: 'status', status }
}

function measureChange(
  change: MeasureDifference,
  { id, number, title }: Pick<MeasureChange, 'id' | 'number' | 'title'>,
  context: PrintContext,
): MeasureChange {
  const sentence = context.text(changeSentence(change, context.language))
  return { id, number, title, kind: change.kind, sentence }
}
