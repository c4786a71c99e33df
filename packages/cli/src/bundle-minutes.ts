import { recordOf, roundsOf } from '@cahier/consensus'
import { type Language, languageOfTag, type Programme, typeset, type Verdict } from '@cahier/core'
import type { Edition, OutputFile } from '@cahier/export'

/**
 * The minutes of each printed proposal that was put to members, one file of plain text each, in the
 * edition's language; none in what is made for one purpose.
 */
export function bundleMinutes(
  edition: Edition,
  programme: Programme,
  verdicts: readonly Verdict[],
  day: string,
): readonly OutputFile[] {
  if (edition.kind !== 'programme') return []
  const language = languageOfTag(edition.language)
  return edition.chapters
    .flatMap(({ measures }) => measures)
    .flatMap(({ id }) => {
      const verdict = verdicts.find(({ proposal }) => proposal === id)
      const rounds = roundsOf(programme, id, day)
      if (verdict === undefined || rounds.length === 0) return []
      const text = typeset(recordOf(programme, verdict, rounds, day, language), language)
      return [{ path: `${FOLDERS[language]}/${id}.txt`, bytes: new TextEncoder().encode(text) }]
    })
}

const FOLDERS: Readonly<Record<Language, string>> = { fr: 'proces-verbaux', en: 'minutes' }
