import { isDeepStrictEqual } from 'node:util'
import {
  EMPTY_PLAN,
  FILE_START,
  type MessageData,
  type Plan,
  type Programme,
  type PublishedEdition,
  type RuleMessages,
} from '@cahier/core'
import type { Edition } from '../edition/edition.ts'
import { editionRecord } from './edition-record.ts'

export const RECORDING_RULE = 'publication/record'

/**
 * Plans the file that records an edition in `editions/`. The plan is empty if the same record
 * exists. Refuses an invalid name, and a name that a different recorded edition has.
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
  return isDeepStrictEqual(existing.document.head, record)
    ? EMPTY_PLAN
    : refuse('differsIn', { what: differenceBetween(existing, record) })
}

/** The keys and the ids of measures (printed proposals) that differ; `measures` if none does. */
function differenceBetween(
  existing: PublishedEdition,
  record: ReturnType<typeof editionRecord>,
): readonly string[] {
  const recorded = existing.measures.map((one) => ({ ...one, round: one.round || null }))
  const ids = [...new Set([...recorded, ...record.measures].map(({ id }) => id))]
  const differing = [
    ...(['edition', 'date', 'identifier'] as const).filter((key) => existing[key] !== record[key]),
    ...ids.filter((id) => {
      const [old, now] = [recorded, record.measures].map((list) =>
        list.find((one) => one.id === id),
      )
      return !isDeepStrictEqual(old, now)
    }),
  ]
  return differing.length === 0 ? ['measures'] : differing
}

export const recordingMessages = {
  nameless: {
    fr: 'cette édition n’a pas de nom : donnez-lui-en un dans « programme.yaml », par exemple publication: {edition: "2026-1"}',
    en: 'this edition has no name: give it one in “programme.yaml”, such as publication: {edition: "2026-1"}',
  },
  misnamed: {
    fr: '« {edition} » ne peut pas nommer un fichier : des lettres sans accent, des chiffres, « . », « _ » et « - » seulement',
    en: '“{edition}” cannot name a file: letters without accents, digits, “.”, “_” and “-” only',
  },
  differsIn: {
    fr: 'l’édition « {edition} » est déjà consignée, et n’est pas celle-ci ; diffèrent : {what}. Une édition remise ne change plus : donnez à celle-ci un autre nom (publication.edition), et son jour (publication.date)',
    en: 'the edition “{edition}” is already recorded, and is not this one; what differs: {what}. An edition that was handed over no longer changes: give this one another name (publication.edition), and its day (publication.date)',
  },
} satisfies RuleMessages
