import {
  type Answer,
  type Language,
  languageOfTag,
  type Reference,
  type RulingKind,
  type Status,
} from '@cahier/core'
import { MONTHS } from '@cahier/prose/months'

/** Labels by language, from pairs of a French and an English label. */
export function byLanguage<Id extends string>(
  pairs: Readonly<Record<Id, readonly [fr: string, en: string]>>,
): Readonly<Record<Language, Readonly<Record<Id, string>>>> {
  const entries = Object.entries<readonly [fr: string, en: string]>(pairs)
  const column = (at: 0 | 1) =>
    Object.fromEntries(entries.map(([id, pair]) => [id, pair[at]])) as Record<Id, string>
  return { fr: column(0), en: column(1) }
}

/** A proposal's status in words. French adjectives agree with « proposition ». */
export const STATUS_LABELS = byLanguage<Status>({
  withdrawn: ['retirée', 'withdrawn'],
  merged: ['fusionnée', 'merged'],
  void: ['consultation annulée', 'consultation void'],
  overdue: ['consultation échue, sans résultat', 'consultation overdue, no outcome'],
  open: ['en consultation', 'open for consultation'],
  changed: ['adoptée, modifiée depuis', 'adopted, changed since'],
  adopted: ['adoptée', 'adopted'],
  'adopted-with-reservations': ['adoptée avec réserves', 'adopted with reservations'],
  blocked: ['bloquée par une objection', 'blocked by an objection'],
  rejected: ['non adoptée', 'not adopted'],
  'no-quorum': ['quorum non atteint', 'no quorum'],
  draft: ['à l’état de projet', 'draft'],
})

/** Short statuses, printed beside block numbers. */
export const MARK_LABELS = byLanguage<Exclude<Status, AdoptedStatus>>({
  withdrawn: ['retirée', 'withdrawn'],
  merged: ['fusionnée', 'merged'],
  void: ['annulée', 'void'],
  overdue: ['échue', 'overdue'],
  open: ['en débat', 'open'],
  changed: ['modifiée', 'changed'],
  blocked: ['bloquée', 'blocked'],
  rejected: ['non adoptée', 'not adopted'],
  'no-quorum': ['sans quorum', 'no quorum'],
  draft: ['projet', 'draft'],
})

type AdoptedStatus = 'adopted' | 'adopted-with-reservations'

export const RULED_OBJECTION_LABELS = byLanguage<RulingKind>({
  inadmissible: ['objection jugée irrecevable', 'objection ruled inadmissible'],
  overruled: ['objection écartée', 'objection overruled'],
  recused: ['objection, membre récusé', 'objection, member recused'],
})

export const ANSWER_LABELS = byLanguage<Answer['answer']>({
  'taken-up': ['reprise', 'taken up'],
  partly: ['reprise en partie', 'taken up in part'],
  refused: ['refusée', 'refused'],
})

export const LEVEL_LABELS = byLanguage<Reference['level']>({
  A: ['vue chez son auteur', 'seen at the source'],
  B: ['reprise par un tiers', 'relayed by a third party'],
  C: ['copie, à remplacer', 'copy, to be replaced'],
  '': ['', ''],
})

/** The facts printed under a proposal's title, in that order. */
export const FACT_LABELS = byLanguage({
  horizon: ['Horizon', 'Horizon'],
  scale: ['Échelle', 'Scale'],
  action: ['Action', 'Action'],
  impacts: ['Domaines', 'Areas'],
  authors: ['Proposée par', 'Proposed by'],
  requires: ['Suppose', 'Requires'],
  merges: ['Réunit', 'Brings together'],
  review: ['Réexamen', 'Review'],
  asOf: ['État du droit', 'State of the law'],
})

export type FactId = keyof typeof FACT_LABELS.fr

/** Labels of the front matter fields that are not facts. */
export const FIELD_LABELS = byLanguage({
  title: ['Titre', 'Title'],
  summary: ['En bref', 'Summary'],
  question: ['Question', 'Question'],
  requests: ['Demande', 'Request'],
  proposals: ['Propositions', 'Proposals'],
})

/** A label and its colon, spaced after the rules of the language. */
export function labelled(label: string, language: string): string {
  return languageOfTag(language) === 'fr' ? `${label}\u00A0:` : `${label}:`
}

/** Joins counts with semicolons. */
export function joinCounts(counts: readonly string[], language: string): string {
  return counts.join(languageOfTag(language) === 'fr' ? '\u202F; ' : '; ')
}

/** The end of a sentence: its reason in quotes, if any, then a full stop. */
export function withReason(reason: string, language: Language): string {
  const quoted = language === 'fr' ? ` : « ${reason} »` : `: “${reason}”`
  return `${reason && quoted}${/[.?!…]$/.test(reason) ? '' : '.'}`
}

/** « 1er mars 2025 », « mai 2022 », `1 March 2025`. A month or day of 0 is left out. */
export function dateInWords(year: number, month: number, day: number, language: Language): string {
  const name = MONTHS[language][month - 1]
  if (name === undefined) return String(year)
  if (day === 0) return `${name} ${year}`
  return `${language === 'fr' && day === 1 ? '1er' : day} ${name} ${year}`
}

/** A day written `YYYY-MM-DD`, in words. Other text is returned unchanged. */
export function dayInWords(day: string, tag: string): string {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(day)
  return match === null
    ? day
    : dateInWords(Number(match[1]), Number(match[2]), Number(match[3]), languageOfTag(tag))
}

/** A number in words (« aucun », « une »); in figures above 16 (French) or 12 (English). */
export function numberInWords(count: number, feminine: boolean, language: Language): string {
  if (language === 'fr' && feminine && count === 1) return 'une'
  return NUMBERS[language][count] ?? String(count)
}

const NUMBERS: Readonly<Record<Language, readonly string[]>> = {
  fr: 'aucun un deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze seize'.split(
    ' ',
  ),
  en: 'no one two three four five six seven eight nine ten eleven twelve'.split(' '),
}
