import type { Language, Status } from '@cahier/core'
import { dayInWords, STATUS_LABELS } from '../edition/labels.ts'

/** The difference of a measure between two editions (see `MeasureChange`). */
export type MeasureDifference =
  | { readonly kind: 'added'; readonly now: DecidedStatus; readonly merged: readonly string[] }
  | { readonly kind: 'reworded'; readonly now: DecidedStatus; readonly formerTitle: string }
  | { readonly kind: 'mended' }
  | {
      readonly kind: 'status'
      readonly now: DecidedStatus
      readonly before: Status
      readonly mended: boolean
    }
  | { readonly kind: 'left'; readonly why: Removal }

export interface DecidedStatus {
  readonly status: Status
  /** The day of the decision; empty if none is printed. */
  readonly decided: string
}

/** Why a measure is no longer printed. */
export type Removal =
  | { readonly kind: 'withdrawn'; readonly date: string; readonly reason: string }
  | { readonly kind: 'merged'; readonly into: string }
  | { readonly kind: 'copyLost' }
  | { readonly kind: 'status'; readonly status: Status }
  | { readonly kind: 'gone' }

/** A change in one or two sentences, before typography is applied. */
export function changeSentence(change: MeasureDifference, language: Language): string {
  const words = WORDS[language]
  switch (change.kind) {
    case 'added':
      return `${words.added(standingIn(change.now, language))}${change.merged.length === 0 ? '' : ` ${words.merges(change.merged)}`}`
    case 'reworded':
      return `${words.reworded(standingIn(change.now, language))}${change.formerTitle && ` ${words.renamed(change.formerTitle)}`}`
    case 'mended':
      return words.mended
    case 'status': {
      const before = STATUS_LABELS[language][change.before] ?? change.before
      const sentence = words.status(standingIn(change.now, language), before)
      return `${sentence}${change.mended ? ` ${words.alsoMended}` : ''}`
    }
    case 'left':
      return leavingSentence(change.why, language)
  }
}

function leavingSentence(why: Removal, language: Language): string {
  const words = WORDS[language]
  switch (why.kind) {
    case 'withdrawn':
      return words.withdrawn(dayInWords(why.date, language), why.reason.trim())
    case 'merged':
      return words.merged(why.into)
    case 'copyLost':
      return words.copyLost
    case 'status':
      return words.left(STATUS_LABELS[language][why.status])
    case 'gone':
      return words.gone
  }
}

function standingIn({ status, decided }: DecidedStatus, language: Language): string {
  const label = STATUS_LABELS[language][status]
  return decided === '' ? label : `${label} ${WORDS[language].on(dayInWords(decided, language))}`
}

function stopAfter(reason: string): string {
  return /[.?!…]$/.test(reason) ? '' : '.'
}

const FRENCH = {
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
    `Retirée${day === '' ? '' : ` le ${day}`}${reason === '' ? '.' : ` : « ${reason} »${stopAfter(reason)}`}`,
  merged: (title: string) => `Réunie à d’autres dans « ${title} ».`,
  copyLost:
    'N’est plus imprimée : elle a changé depuis son adoption, et la copie du texte adopté manque.',
  left: (status: string) => `N’est plus dans cette édition : ${status}.`,
  gone: 'Ne fait plus partie du programme.',
}

const WORDS: Readonly<Record<Language, typeof FRENCH>> = {
  fr: FRENCH,
  en: {
    on: (day) => `on ${day}`,
    added: (standing) => `New proposal, ${standing}.`,
    merges: (titles) => `It brings together ${titles.map((title) => `“${title}”`).join(' and ')}.`,
    reworded: (standing) => `What is proposed has changed. New status: ${standing}.`,
    renamed: (title) => `Its title was “${title}”.`,
    mended: 'The explanations or the sources were revised; what is proposed has not changed.',
    alsoMended: 'The explanations or the sources were revised as well.',
    status: (now, before) => `Same proposal, new status: ${now} (before: ${before}).`,
    withdrawn: (day, reason) =>
      `Withdrawn${day === '' ? '' : ` on ${day}`}${reason === '' ? '.' : `: “${reason}”${stopAfter(reason)}`}`,
    merged: (title) => `Merged with others into “${title}”.`,
    copyLost:
      'No longer printed: it changed since it was adopted, and the copy of the adopted text is missing.',
    left: (status) => `No longer in this edition: ${status}.`,
    gone: 'No longer part of the programme.',
  },
}
