import {
  type Language,
  type Programme,
  type PublishedEdition,
  type PublishedMeasure,
  type Status,
  sentencesIn,
  titleOf,
  type Verdict,
  wording,
} from '@cahier/core'
import {
  ADOPTED,
  type Edition,
  type EditionChanges,
  type FlowNode,
  type Measure,
  type MeasureChange,
  STATUS_LABELS,
  textNode,
  withReason,
} from '../edition/edition.ts'
import type { ProgrammeContext } from '../print/context.ts'
import { previousEditions } from './edition-record.ts'

/**
 * Compares an edition with the previous recorded edition; `null` without a previous one. Only a
 * `whole` (unfiltered) edition can tell which measures (proposals) are no longer printed. `words`
 * is the changelog.
 */
export function composeChanges(
  now: Pick<Edition, 'edition' | 'date'>,
  measures: readonly Measure[],
  whole: boolean,
  words: readonly FlowNode[],
  verdicts: readonly Verdict[],
  context: ProgrammeContext,
): EditionChanges | null {
  const { programme, language } = context
  const before = previousEditions(programme.editions, now).at(-1)
  if (before === undefined) return null
  const printed = new Set(measures.map(({ id }) => id))
  const left = whole ? before.measures.filter(({ id }) => !printed.has(id)) : []
  const changed = [
    ...measures.flatMap((measure): MeasureChange[] => {
      const { id, number, title } = measure
      const earlier = before.measures.find((one) => one.id === id)
      const found =
        earlier === undefined
          ? addition(measure, before, context)
          : difference(measure, earlier, context)
      if (found === null) return []
      return [{ id, number, title, ...found, sentence: context.text(found.sentence) }]
    }),
    ...left.map(({ id, number, title }): MeasureChange => {
      const status = verdicts.find(({ proposal }) => proposal === id)?.status ?? 'draft'
      const sentence = context.text(removalSentence(id, status, programme, language))
      return { id, number, title: context.text(title), kind: 'left', sentence }
    }),
  ]
  const unchanged: FlowNode = {
    type: 'paragraph',
    children: [textNode(WORDS.unchanged[language]({}))],
  }
  return {
    edition: before.edition,
    date: before.date,
    words: changed.length === 0 && words.length === 0 ? [unchanged] : words,
    measures: changed,
  }
}

type Change = Pick<MeasureChange, 'kind' | 'sentence'>

// An unadopted proposal is new only if the previous edition also printed unadopted proposals.
function addition(
  measure: Measure,
  before: PublishedEdition,
  { programme, language }: ProgrammeContext,
): Change | null {
  const wasDraft = before.measures.some(({ status }) => !ADOPTED.has(status))
  if (measure.mark !== '' && !wasDraft) return null
  const say = sentencesIn(WORDS, language)
  const merges = programme.proposals.find(({ id }) => id === measure.id)?.merges ?? []
  const titles = before.measures
    .filter(({ id }) => merges.includes(id))
    .map(({ title }) => say('title', { title }))
  return change('added', [
    say('added', { standing: standing(measure, language) }),
    titles.length === 0 ? '' : say('merges', { titles: titles.join(say('and')) }),
  ])
}

function difference(
  measure: Measure,
  earlier: PublishedMeasure,
  { language, text }: ProgrammeContext,
): Change | null {
  const say = sentencesIn(WORDS, language)
  const { status, title } = measure
  const isMended = measure.whole !== earlier.whole
  if (measure.normative !== earlier.digest)
    return change('reworded', [
      say('reworded', { standing: standing(measure, language) }),
      text(earlier.title) === title ? '' : say('renamed', { title: earlier.title }),
    ])
  if (status !== earlier.status)
    return change('status', [
      say('status', {
        standing: standingAs(status, measure, language),
        before: STATUS_LABELS[language][earlier.status as Status] ?? earlier.status,
      }),
      isMended ? say('alsoMended') : '',
    ])
  return isMended ? change('mended', [say('mended')]) : null
}

function change(kind: MeasureChange['kind'], sentences: readonly string[]): Change {
  return { kind, sentence: sentences.filter(Boolean).join(' ') }
}

// A proposal printed from its adopted copy is adopted, even if its file has changed.
function standing(measure: Measure, language: Language) {
  const { status, mark } = measure
  return standingAs(status === 'changed' && mark === '' ? 'adopted' : status, measure, language)
}

function standingAs(status: Status, { mark, decision }: Measure, language: Language) {
  const day = mark === '' && status !== 'changed' ? (decision?.closed ?? '') : ''
  return `${STATUS_LABELS[language][status]}${day && sentencesIn(WORDS, language)('day', { day })}`
}

function removalSentence(
  id: string,
  status: Status,
  { proposals }: Programme,
  language: Language,
): string {
  const say = sentencesIn(WORDS, language)
  const proposal = proposals.find((one) => one.id === id)
  if (proposal === undefined) return say('gone')
  const { withdrawn, replacedBy } = proposal
  if (status === 'withdrawn' && withdrawn !== null) {
    const { date: day, reason } = withdrawn
    return `${say('withdrawn')}${day && say('day', { day })}${withReason(reason.trim(), language)}`
  }
  if (replacedBy !== '') return say('merged', { title: titleOf(proposals, replacedBy) })
  return status === 'changed'
    ? say('copyLost')
    : say('left', { status: STATUS_LABELS[language][status] })
}

const WORDS = {
  unchanged: wording('Aucune proposition n’a changé.', 'No proposal has changed.'),
  day: wording(' le {day|day}', ' on {day|day}'),
  title: wording('« {title} »', '“{title}”'),
  and: wording(' et ', ' and '),
  added: wording('Nouvelle proposition, {standing}.', 'New proposal, {standing}.'),
  merges: wording('Elle réunit {titles}.', 'It brings together {titles}.'),
  reworded: wording(
    'Ce qui est proposé a changé. Nouvel état : {standing}.',
    'What is proposed has changed. New status: {standing}.',
  ),
  renamed: wording('Son titre était « {title} ».', 'Its title was “{title}”.'),
  mended: wording(
    'Les explications ou les sources ont été revues ; ce qui est proposé n’a pas changé.',
    'The explanations or the sources were revised; what is proposed has not changed.',
  ),
  alsoMended: wording(
    'Les explications ou les sources ont aussi été revues.',
    'The explanations or the sources were revised as well.',
  ),
  status: wording(
    'Même proposition, nouvel état : {standing} (auparavant : {before}).',
    'Same proposal, new status: {standing} (before: {before}).',
  ),
  withdrawn: wording('Retirée', 'Withdrawn'),
  merged: wording('Réunie à d’autres dans « {title} ».', 'Merged with others into “{title}”.'),
  copyLost: wording(
    'N’est plus imprimée : elle a changé depuis son adoption, et la copie du texte adopté manque.',
    'No longer printed: it changed since it was adopted, and the copy of the adopted text is missing.',
  ),
  left: wording(
    'N’est plus dans cette édition : {status}.',
    'No longer in this edition: {status}.',
  ),
  gone: wording('Ne fait plus partie du programme.', 'No longer part of the programme.'),
}
