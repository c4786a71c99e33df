import {
  type Programme,
  type Proposal,
  type PublishedEdition,
  type PublishedMeasure,
  type Status,
  titleOf,
  type Verdict,
} from '@cahier/core'
import { ADOPTED } from '../compose/selection.ts'
import type { EditionChanges, MeasureChange } from '../edition/changes.ts'
import type { Measure } from '../edition/measure.ts'
import type { FlowNode } from '../edition/nodes.ts'
import type { ProgrammeHouse } from '../print/open-house.ts'
import type { House } from '../print/press.ts'
import { type Change, changeSentence, type Leaving, type Standing } from './change-sentence.ts'
import { editionBefore } from './edition-record.ts'

/** What a comparison with the edition before needs. */
export interface Comparison {
  readonly edition: string
  readonly date: string
  readonly measures: readonly Measure[]
  /** All that may go in did: then what is not there has left. */
  readonly whole: boolean
  readonly words: readonly FlowNode[]
}

/**
 * What changed since the edition recorded before this one, told by digests alone; `null` when there
 * is none.
 */
export function composeChanges(
  verdicts: readonly Verdict[],
  { edition, date, measures, whole, words }: Comparison,
  house: ProgrammeHouse,
): EditionChanges | null {
  const before = editionBefore(house.programme.editions, edition, date)
  if (before === null) return null
  const staying = measures.flatMap((measure) => changeOf(measure, before, house))
  const leaving = whole ? leftOf(measures, verdicts, before, house) : []
  const changed = [...staying, ...leaving]
  const said = changed.length === 0 && words.length === 0 ? [unchanged(house)] : words
  return { edition: before.edition, date: before.date, words: said, measures: changed }
}

function unchanged({ language }: House): FlowNode {
  const value = language === 'fr' ? 'Aucune proposition n’a changé.' : 'No proposal has changed.'
  return { type: 'paragraph', children: [{ type: 'text', value }] }
}

function changeOf(
  measure: Measure,
  before: PublishedEdition,
  house: ProgrammeHouse,
): MeasureChange[] {
  const earlier = before.measures.find(({ id }) => id === measure.id)
  const change =
    earlier === undefined
      ? entry(measure, house.programme, before)
      : difference(measure, earlier, house)
  if (change === null) return []
  return [told(change, { id: measure.id, number: measure.number, title: measure.title }, house)]
}

// A working draft holds what no edition of adopted texts could: that is no news.
function entry(measure: Measure, programme: Programme, before: PublishedEdition): Change | null {
  const wasDraft = before.measures.some(({ status }) => !ADOPTED.has(status))
  if (measure.mark !== '' && !wasDraft) return null
  const merges = programme.proposals.find(({ id }) => id === measure.id)?.merges ?? []
  const merged = before.measures.filter(({ id }) => merges.includes(id)).map(({ title }) => title)
  return { kind: 'added', now: printedStanding(measure), merged }
}

function difference(measure: Measure, earlier: PublishedMeasure, house: House): Change | null {
  const mended = measure.whole !== earlier.whole
  if (measure.normative !== earlier.digest) {
    const formerTitle = house.text(earlier.title) === measure.title ? '' : earlier.title
    return { kind: 'reworded', now: printedStanding(measure), formerTitle }
  }
  if (measure.status !== earlier.status)
    return { kind: 'status', now: standingOf(measure), before: earlier.status as Status, mended }
  return mended ? { kind: 'mended' } : null
}

function standingOf({ status, mark, decision }: Measure): Standing {
  return { status, decided: mark === '' && status !== 'changed' ? (decision?.closed ?? '') : '' }
}

// A text printed from its copy is one that was adopted, whatever its file has become since.
function printedStanding(measure: Measure): Standing {
  return standingOf(
    measure.status === 'changed' && measure.mark === ''
      ? { ...measure, status: 'adopted' }
      : measure,
  )
}

function leftOf(
  measures: readonly Measure[],
  verdicts: readonly Verdict[],
  before: PublishedEdition,
  house: ProgrammeHouse,
): MeasureChange[] {
  const { programme } = house
  const printed = new Set(measures.map(({ id }) => id))
  return before.measures
    .filter(({ id }) => !printed.has(id))
    .map(({ id, number, title }) => {
      const proposal = programme.proposals.find((one) => one.id === id)
      const status = verdicts.find((one) => one.proposal === id)?.status ?? 'draft'
      const why = proposal === undefined ? GONE : leaving(proposal, status, programme)
      return told({ kind: 'left', why }, { id, number, title: house.text(title) }, house)
    })
}

const GONE: Leaving = { kind: 'gone' }

function leaving(
  { withdrawn, replacedBy }: Proposal,
  status: Status,
  { proposals }: Programme,
): Leaving {
  if (status === 'withdrawn' && withdrawn !== null) return { kind: 'withdrawn', ...withdrawn }
  if (replacedBy !== '') return { kind: 'merged', into: titleOf(proposals, replacedBy) }
  return status === 'changed' ? { kind: 'copyLost' } : { kind: 'status', status }
}

function told(
  change: Change,
  measure: Pick<MeasureChange, 'id' | 'number' | 'title'>,
  house: House,
): MeasureChange {
  return {
    ...measure,
    kind: change.kind,
    sentence: house.text(changeSentence(change, house.language)),
  }
}
