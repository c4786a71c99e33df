import { memoizeByContent, type Programme, readDocument, readPositions, stemOf } from '@cahier/core'

/** A positions file that is older than one a round counted already: somebody put it back. */
export interface OlderFile {
  readonly serial: number
  /** The highest serial that a round kept a copy of. */
  readonly counted: number
}

/** The files of a folder that are older than a copy kept by one of its rounds, by member. */
export function olderFiles({
  positions,
  records,
}: Pick<Programme, 'positions' | 'records'>): ReadonlyMap<string, OlderFile> {
  const highest = new Map<string, number>()
  for (const record of records) {
    if (!record.path.includes('/positions/')) continue
    const serial = serialIn(record)
    const member = stemOf(record.path)
    if (serial > (highest.get(member) ?? 0)) highest.set(member, serial)
  }
  const older = positions.flatMap(({ serial, document }) => {
    const member = stemOf(document.path)
    const counted = highest.get(member) ?? 0
    return serial < counted ? [[member, { serial, counted }] as const] : []
  })
  return new Map(older)
}

// A folder has thousands of copies, and most have it on a line of its own: those alone that write
// it otherwise are read.
const serialIn = memoizeByContent((text) => {
  const written = /^serial:[ \t]*(\d{1,15})[ \t]*(?:#.*)?$/m.exec(text)?.[1]
  return written === undefined
    ? readPositions(readDocument({ path: 'positions/x.yaml', text }, 'positions')).serial
    : Number(written)
})
