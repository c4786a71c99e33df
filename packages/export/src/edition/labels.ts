import {
  type Answer,
  type Language,
  languageOfTag,
  type Reference,
  type RulingKind,
  type Status,
} from '@cahier/core'

/** A proposal's status in words. French adjectives agree with « proposition ». */
export const STATUS_LABELS: Readonly<Record<Language, Readonly<Record<Status, string>>>> = {
  fr: {
    withdrawn: 'retirée',
    merged: 'fusionnée',
    void: 'consultation annulée',
    overdue: 'consultation échue, sans résultat',
    open: 'en consultation',
    changed: 'adoptée, modifiée depuis',
    adopted: 'adoptée',
    'adopted-with-reservations': 'adoptée avec réserves',
    blocked: 'bloquée par une objection',
    rejected: 'non adoptée',
    'no-quorum': 'quorum non atteint',
    draft: 'à l’état de projet',
  },
  en: {
    withdrawn: 'withdrawn',
    merged: 'merged',
    void: 'consultation void',
    overdue: 'consultation overdue, no outcome',
    open: 'open for consultation',
    changed: 'adopted, changed since',
    adopted: 'adopted',
    'adopted-with-reservations': 'adopted with reservations',
    blocked: 'blocked by an objection',
    rejected: 'not adopted',
    'no-quorum': 'no quorum',
    draft: 'draft',
  },
}

/** Short statuses, printed beside block numbers. */
export const MARK_LABELS: Readonly<
  Record<Language, Readonly<Record<Exclude<Status, AdoptedStatus>, string>>>
> = {
  fr: {
    withdrawn: 'retirée',
    merged: 'fusionnée',
    void: 'annulée',
    overdue: 'échue',
    open: 'en débat',
    changed: 'modifiée',
    blocked: 'bloquée',
    rejected: 'non adoptée',
    'no-quorum': 'sans quorum',
    draft: 'projet',
  },
  en: {
    withdrawn: 'withdrawn',
    merged: 'merged',
    void: 'void',
    overdue: 'overdue',
    open: 'open',
    changed: 'changed',
    blocked: 'blocked',
    rejected: 'not adopted',
    'no-quorum': 'no quorum',
    draft: 'draft',
  },
}

type AdoptedStatus = 'adopted' | 'adopted-with-reservations'

export const RULED_OBJECTION_LABELS: Readonly<
  Record<Language, Readonly<Record<RulingKind, string>>>
> = {
  fr: {
    inadmissible: 'objection jugée irrecevable',
    overruled: 'objection écartée',
    recused: 'objection, membre récusé',
  },
  en: {
    inadmissible: 'objection ruled inadmissible',
    overruled: 'objection overruled',
    recused: 'objection, member recused',
  },
}

export const ANSWER_LABELS: Readonly<Record<Language, Readonly<Record<Answer['answer'], string>>>> =
  {
    fr: { 'taken-up': 'reprise', partly: 'reprise en partie', refused: 'refusée' },
    en: { 'taken-up': 'taken up', partly: 'taken up in part', refused: 'refused' },
  }

export const LEVEL_LABELS: Readonly<
  Record<Language, Readonly<Record<Reference['level'], string>>>
> = {
  fr: { A: 'vue chez son auteur', B: 'reprise par un tiers', C: 'copie, à remplacer', '': '' },
  en: { A: 'seen at the source', B: 'relayed by a third party', C: 'copy, to be replaced', '': '' },
}

/** The facts printed under a proposal's title. */
export type FactId =
  | 'horizon'
  | 'scale'
  | 'action'
  | 'impacts'
  | 'authors'
  | 'requires'
  | 'merges'
  | 'review'
  | 'asOf'

export const FACT_LABELS: Readonly<Record<Language, Readonly<Record<FactId, string>>>> = {
  fr: {
    horizon: 'Horizon',
    scale: 'Échelle',
    action: 'Action',
    impacts: 'Domaines',
    authors: 'Proposée par',
    requires: 'Suppose',
    merges: 'Réunit',
    review: 'Réexamen',
    asOf: 'État du droit',
  },
  en: {
    horizon: 'Horizon',
    scale: 'Scale',
    action: 'Action',
    impacts: 'Areas',
    authors: 'Proposed by',
    requires: 'Requires',
    merges: 'Brings together',
    review: 'Review',
    asOf: 'State of the law',
  },
}

/** Labels of the other fields of the front matter. */
export const FIELD_LABELS: Readonly<
  Record<
    Language,
    Readonly<Record<'title' | 'summary' | 'question' | 'requests' | 'proposals', string>>
  >
> = {
  fr: {
    title: 'Titre',
    summary: 'En bref',
    question: 'Question',
    requests: 'Demande',
    proposals: 'Propositions',
  },
  en: {
    title: 'Title',
    summary: 'Summary',
    question: 'Question',
    requests: 'Request',
    proposals: 'Proposals',
  },
}

/** A label and its colon, spaced after the rules of the language. */
export function labelled(label: string, language: string): string {
  return languageOfTag(language) === 'fr' ? `${label}\u00A0:` : `${label}:`
}

/** Counts on one line, separated by semicolons. */
export function listed(counts: readonly string[], language: string): string {
  return counts.join(languageOfTag(language) === 'fr' ? '\u202F; ' : '; ')
}
