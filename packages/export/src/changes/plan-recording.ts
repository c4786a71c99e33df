import { isDeepStrictEqual } from 'node:util'
import {
  EMPTY_PLAN,
  FILE_START,
  type MessageData,
  type Messages,
  type Plan,
  type Programme,
} from '@cahier/core'
import type { Edition } from '../edition/edition.ts'
import { editionRecord } from './edition-record.ts'

export const RECORDING_RULE = 'publication/record'

/**
 * Plans the file of `editions/` that records an edition; empty when it is recorded already.
 * Refuses, with the differences, when another edition of that name is recorded.
 */
export function planRecording(programme: Programme, edition: Edition): Plan {
  const path = `editions/${edition.edition}.json`
  const refuse = (message: keyof typeof recordingMessages, data: MessageData = {}): Plan => ({
    ...EMPTY_PLAN,
    findings: [
      {
        rule: RECORDING_RULE,
        severity: 'error',
        message,
        data: { edition: edition.edition, ...data },
        path,
        place: FILE_START,
      },
    ],
  })
  if (!/^[0-9A-Za-z][0-9A-Za-z._-]*$/.test(edition.edition))
    return refuse(edition.edition === '' ? 'nameless' : 'misnamed')
  const record = editionRecord(edition)
  const existing = programme.editions.find(
    (one) => one.document.path === path || one.edition === edition.edition,
  )
  if (existing === undefined)
    return { ...EMPTY_PLAN, files: [{ path, content: `${JSON.stringify(record, null, 2)}\n` }] }
  if (isDeepStrictEqual(existing.document.head, record)) return EMPTY_PLAN
  const differing = differenceBetween(existing.document.head, record)
  return differing.length === 0 ? refuse('differs') : refuse('differsIn', { what: differing })
}

function differenceBetween(
  existing: unknown,
  record: ReturnType<typeof editionRecord>,
): readonly string[] {
  const { measures: before = [], ...head } = (
    typeof existing === 'object' && existing !== null ? existing : {}
  ) as Partial<typeof record>
  const { measures, ...rest } = record
  const keys = (['edition', 'date', 'identifier'] as const).filter((key) => head[key] !== rest[key])
  const inBoth = Array.isArray(before) ? before : []
  const ids = [...new Set([...inBoth, ...measures].map(({ id }) => id))]
  const moved = ids.filter((id) => {
    const [old, now] = [inBoth, measures].map((list) => list.find((measure) => measure.id === id))
    return !isDeepStrictEqual(old, now)
  })
  return [...keys, ...moved]
}

export const recordingMessages = {
  nameless: {
    fr: () =>
      'cette édition n’a pas de nom : donnez-lui-en un dans « programme.yaml », par exemple publication: {edition: "2026-1"}',
    en: () =>
      'this edition has no name: give it one in “programme.yaml”, such as publication: {edition: "2026-1"}',
  },
  misnamed: {
    fr: ({ edition }) =>
      `« ${edition} » ne peut pas nommer un fichier : des lettres sans accent, des chiffres, « . », « _ » et « - » seulement`,
    en: ({ edition }) =>
      `“${edition}” cannot name a file: letters without accents, digits, “.”, “_” and “-” only`,
  },
  differs: {
    fr: ({ edition }) =>
      `l’édition « ${edition} » est déjà consignée, et n’est pas celle-ci. ${ANOTHER.fr}`,
    en: ({ edition }) =>
      `the edition “${edition}” is already recorded, and is not this one. ${ANOTHER.en}`,
  },
  differsIn: {
    fr: ({ edition, what }) =>
      `l’édition « ${edition} » est déjà consignée, et n’est pas celle-ci ; diffèrent : ${what}. ${ANOTHER.fr}`,
    en: ({ edition, what }) =>
      `the edition “${edition}” is already recorded, and is not this one; what differs: ${what}. ${ANOTHER.en}`,
  },
} satisfies Messages

const ANOTHER = {
  fr: 'Une édition remise ne change plus : donnez à celle-ci un autre nom (publication.edition), et son jour (publication.date)',
  en: 'An edition that was handed over no longer changes: give this one another name (publication.edition), and its day (publication.date)',
}
