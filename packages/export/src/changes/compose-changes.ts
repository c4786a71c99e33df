import {
  type Language,
  type Programme,
  type PublishedEdition,
  type PublishedMeasure,
  type Status,
  titleOf,
  type Verdict,
} from '@cahier/core'
import type { Edition, EditionChanges, MeasureChange } from '../edition/edition.ts'
import { dayInWords, STATUS_LABELS } from '../edition/labels.ts'
import type { Measure } from '../edition/measure.ts'
import type { FlowNode } from '../edition/nodes.ts'
import { ADOPTED } from '../edition/selection.ts'
import type { ProgrammeContext } from '../print/context.ts'
import { previousEditions } from './edition-record.ts'

/**
 * Compares an edition, by digests, with the previous recorded edition; `null` without one. Only a
 * `whole` (unfiltered) edition reports measures as no longer printed. `words` is the changelog.
 */
export function composeChanges(
  { edition, date }: Pick<Edition, 'edition' | 'date'>,
  measures: readonly Measure[],
  whole: boolean,
  words: readonly FlowNode[],
  verdicts: readonly Verdict[],
  context: ProgrammeContext,
): EditionChanges | null {
  const { programme, language } = context
  const before = previousEditions(programme.editions, edition, date).at(-1)
  if (before === undefined) return null
  const printed = new Set(measures.map(({ id }) => id))
  const left = whole ? before.measures.filter(({ id }) => !printed.has(id)) : []
  const changed = [
    ...measures.flatMap((measure): MeasureChange[] => {
      const { id, number, title } = measure
      const earlier = before.measures.find((one) => one.id === id)
      const change =
        earlier === undefined
          ? addition(measure, before, context)
          : difference(measure, earlier, context)
      if (change === null) return []
      return [{ id, number, title, ...change, sentence: context.text(change.sentence) }]
    }),
    ...left.map(({ id, number, title }): MeasureChange => {
      const status = verdicts.find(({ proposal }) => proposal === id)?.status ?? 'draft'
      const sentence = context.text(removalSentence(id, status, programme, language))
      return { id, number, title: context.text(title), kind: 'left', sentence }
    }),
  ]
  const unchanged: FlowNode = {
    type: 'paragraph',
    children: [{ type: 'text', value: WORDS[language].unchanged }],
  }
  return {
    edition: before.edition,
    date: before.date,
    words: changed.length === 0 && words.length === 0 ? [unchanged] : words,
    measures: changed,
  }
}

type Change = Pick<MeasureChange, 'kind' | 'sentence'>

// Proposals that only a draft prints are not new, unless the previous edition was a draft too.
function addition(
  measure: Measure,
  before: PublishedEdition,
  { programme, language }: ProgrammeContext,
): Change | null {
  const wasDraft = before.measures.some(({ status }) => !ADOPTED.has(status))
  if (measure.mark !== '' && !wasDraft) return null
  const words = WORDS[language]
  const merges = programme.proposals.find(({ id }) => id === measure.id)?.merges ?? []
  const merged = before.measures.filter(({ id }) => merges.includes(id)).map(({ title }) => title)
  const sentences = [
    words.added(standing(measure, language)),
    ...(merged.length === 0 ? [] : [words.merges(merged)]),
  ]
  return { kind: 'added', sentence: sentences.join(' ') }
}

function difference(
  measure: Measure,
  earlier: PublishedMeasure,
  { language, text }: ProgrammeContext,
): Change | null {
  const words = WORDS[language]
  const { status } = measure
  const mended = measure.whole !== earlier.whole
  if (measure.normative !== earlier.digest) {
    const isRenamed = text(earlier.title) !== measure.title
    const sentences = [
      words.reworded(standing(measure, language)),
      ...(isRenamed ? [words.renamed(earlier.title)] : []),
    ]
    return { kind: 'reworded', sentence: sentences.join(' ') }
  }
  if (status !== earlier.status) {
    const former = STATUS_LABELS[language][earlier.status as Status] ?? earlier.status
    const sentences = [
      words.status(standingAs(status, measure, language), former),
      ...(mended ? [words.alsoMended] : []),
    ]
    return { kind: 'status', sentence: sentences.join(' ') }
  }
  return mended ? { kind: 'mended', sentence: words.mended } : null
}

// A proposal printed from its adopted copy is adopted, even if its file has changed.
function standing(measure: Measure, language: Language): string {
  const { status, mark } = measure
  return standingAs(status === 'changed' && mark === '' ? 'adopted' : status, measure, language)
}

/** A status in words, with the day of the decision if one is printed. */
function standingAs(status: Status, { mark, decision }: Measure, language: Language): string {
  const decided = mark === '' && status !== 'changed' ? (decision?.closed ?? '') : ''
  const label = STATUS_LABELS[language][status]
  return decided === '' ? label : `${label} ${WORDS[language].on(dayInWords(decided, language))}`
}

function removalSentence(
  id: string,
  status: Status,
  { proposals }: Programme,
  language: Language,
): string {
  const words = WORDS[language]
  const proposal = proposals.find((one) => one.id === id)
  if (proposal === undefined) return words.gone
  const { withdrawn, replacedBy } = proposal
  if (status === 'withdrawn' && withdrawn !== null)
    return words.withdrawn(dayInWords(withdrawn.date, language), withdrawn.reason.trim())
  if (replacedBy !== '') return words.merged(titleOf(proposals, replacedBy))
  return status === 'changed' ? words.copyLost : words.left(STATUS_LABELS[language][status])
}

function stopAfter(reason: string): string {
  return /[.?!…]$/.test(reason) ? '' : '.'
}

const FRENCH = {
  unchanged: 'Aucune proposition n’a changé.',
  on: (day: string) => `le ${day}`,
  added: (standing: string) => `Nouvelle proposition, ${standing}.`,
  merges: (titles: readonly string[]) =>
    `Elle réunit ${titles.map((title) => `« ${title} »`).join(' et ')}.`,
  reworded: (standing: string) => `Ce qui est proposé a changé. Nouvel état : ${standing}.`,
  renamed: (title: string) => `Son titre était « ${title} ».`,
  mended: 'Les explications ou les sources ont été revues ; ce qui est proposé n’a pas changé.',
  alsoMended: 'Les explications ou les sources ont aussi été revues.',
  status: (now: string, before: string) =>
    `Même proposition, nouvel état : ${now} (auparavant : ${before}).`,
  withdrawn: (day: string, reason: string) =>
    `Retirée${day && ` le ${day}`}${reason && ` : « ${reason} »`}${stopAfter(reason)}`,
  merged: (title: string) => `Réunie à d’autres dans « ${title} ».`,
  copyLost:
    'N’est plus imprimée : elle a changé depuis son adoption, et la copie du texte adopté manque.',
  left: (status: string) => `N’est plus dans cette édition : ${status}.`,
  gone: 'Ne fait plus partie du programme.',
}

const WORDS: Readonly<Record<Language, typeof FRENCH>> = {
  fr: FRENCH,
  en: {
    unchanged: 'No proposal has changed.',
    on: (day) => `on ${day}`,
    added: (standing) => `New proposal, ${standing}.`,
    merges: (titles) => `It brings together ${titles.map((title) => `“${title}”`).join(' and ')}.`,
    reworded: (standing) => `What is proposed has changed. New status: ${standing}.`,
    renamed: (title) => `Its title was “${title}”.`,
    mended: 'The explanations or the sources were revised; what is proposed has not changed.',
    alsoMended: 'The explanations or the sources were revised as well.',
    status: (now, before) => `Same proposal, new status: ${now} (before: ${before}).`,
    withdrawn: (day, reason) =>
      `Withdrawn${day && ` on ${day}`}${reason && `: “${reason}”`}${stopAfter(reason)}`,
    merged: (title) => `Merged with others into “${title}”.`,
    copyLost:
      'No longer printed: it changed since it was adopted, and the copy of the adopted text is missing.',
    left: (status) => `No longer in this edition: ${status}.`,
    gone: 'No longer part of the programme.',
  },
}
