import { createHash } from 'node:crypto'
import { mapById, memoizeByBytes, type Outcome, type Round, type Source } from '@cahier/core'
import canonicalize from 'canonicalize'
import { writtenStance } from '../stances/positions-file.ts'

/** The seal (digest) of an opened round: `v1-` and the SHA-256 of these values as RFC 8785 JSON. */
export function openingSeal(
  proposal: string,
  round: Pick<Round, 'opened' | 'closes' | 'text' | 'rule' | 'electorate'>,
): string {
  const { opened, closes, text, rule, electorate } = round
  return sealOf({ proposal, opened, closes, text, rule, electorate })
}

/** The seal of an outcome: a digest of the opening seal and of all later values in the round. */
export function outcomeSeal(
  {
    seal,
    notified,
    finalPeriod,
    rulings,
  }: Pick<Round, 'seal' | 'notified' | 'rulings' | 'finalPeriod'>,
  { result, closed, stances, copies }: Omit<Outcome, 'seal'>,
): string {
  const more = {
    ...(Object.keys(notified).length > 0 && { notified }),
    ...(finalPeriod !== undefined && { 'final-period': finalPeriod }),
    ...(copies !== undefined && { copies }),
  }
  const written = mapById(stances, writtenStance)
  return sealOf({ seal, ...more, rulings, stances: written, result, closed })
}

/**
 * The digest of files and of their paths below `folder`. CRLF counts as LF, since git may change
 * line ends.
 */
export function copiesDigest(files: readonly Source[], folder = ''): string {
  return sealOf(
    Object.fromEntries(files.map((file) => [file.path.replace(folder, ''), hashOfFile(file)])),
  )
}

const hashOfFile = memoizeByBytes((text) => hashOf(text.replace(/\r\n/g, '\n')))

function sealOf(value: unknown) {
  const json = canonicalize(value)
  if (json === undefined) throw new TypeError('a seal is taken over plain data')
  return `v1-${hashOf(json)}`
}

function hashOf(text: string) {
  return createHash('sha256').update(text, 'utf8').digest('hex')
}
