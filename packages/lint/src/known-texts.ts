import {
  type Document,
  folderOf,
  type Programme,
  stemOf,
  wholeDigest,
  withText,
} from '@cahier/core'
import { textsAt } from './fields-at.ts'

/**
 * The `whole` digests of the earlier texts of a proposal or an axis that the folder knows: copies
 * made by rounds, amendments adopted, editions.
 */
export function knownTexts(programme: Programme, amended: Document): ReadonlySet<string> {
  const id = amended.kind === 'axis' ? folderOf(amended.path) : stemOf(amended.path)
  const copies = programme.records
    .filter(({ path }) => path.startsWith(`decisions/${id}/`) && path.endsWith('/text.md'))
    .map(({ text }) => wholeDigest(withText(amended, text), programme.assets))
  const adopted = programme.documents
    .filter(({ kind, path }) => kind === 'amendment' && folderOf(path) === id)
    .flatMap((document) =>
      [...textsAt(document, '/adopted/from'), ...textsAt(document, '/adopted/to')].map(
        ({ value }) => value,
      ),
    )
  const printed = programme.editions
    .flatMap(({ measures }) => measures)
    .filter((measure) => measure.id === id)
    .map(({ whole }) => whole)
  return new Set([...copies, ...adopted, ...printed])
}
