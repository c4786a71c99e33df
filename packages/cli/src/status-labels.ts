import type { Language, Status } from '@cahier/core'

/** A status in words, short enough for a column. */
export const STATUS_LABELS: Readonly<Record<Language, Readonly<Record<Status, string>>>> = {
  fr: {
    withdrawn: 'retirée', merged: 'réunie', void: 'tour nul', overdue: 'à clore', open: 'tour ouvert', changed: 'modifiée depuis', adopted: 'adoptée',
    'adopted-with-reservations': 'adoptée, réserves', blocked: 'bloquée', rejected: 'non adoptée', 'no-quorum': 'sans quorum', draft: 'brouillon',
  },
  en: {
    withdrawn: 'withdrawn', merged: 'merged', void: 'void round', overdue: 'to be closed', open: 'round open', changed: 'changed since', adopted: 'adopted',
    'adopted-with-reservations': 'adopted, reserv.', blocked: 'blocked', rejected: 'not adopted', 'no-quorum': 'no quorum', draft: 'draft',
  },
}
